// The reasons of a case, the heaviest first: two in sight, the others and what each rests on when they are asked for.
import { button, h } from "../shared/controls.js";
import { numbered } from "../shared/numbers.js";
import { said } from "./days.js";

/** @import { CaseShown, ReasonShown, RowShown } from "./messages.js" */

const IN_SIGHT = 2;
/** @type {ReasonShown["rule"]} */
const SIGN = "W7";

/** @param {CaseShown} one @param {string} name whose they are */
export function reasonsOf(one, name) {
  if (!one.reasons.length) return h("span", { class: "hs-quiet" }, "No reason to call");
  const list = h("ul", { class: "cl-reasons" }, ...one.reasons.slice(0, IN_SIGHT).map(reasonOf));
  const rest = one.reasons.slice(IN_SIGHT);
  if (!rest.length) return list;
  const more = button(
    `${numbered(rest.length, "more reason")}`,
    () => {
      const items = rest.map(reasonOf);
      list.append(...items);
      more.remove();
      items[0]?.querySelector("summary")?.focus();
    },
    { class: "hs-plain hs-small", "aria-label": `${numbered(rest.length, "more reason")} to call ${name}` },
  );
  return h("div", {}, list, more);
}

/** @param {ReasonShown} reason */
function reasonOf(reason) {
  const about = h("div", { class: "cl-behind" });
  const isSign = reason.rule === SIGN;
  const title = isSign ? [] : [h("b", {}, reason.title), " "]; // a sign's own sentence says what it is
  const head = h("summary", {}, ...title, reason.why);
  const box = h("details", { class: isSign ? "cl-reason cl-sign" : "cl-reason" }, head, about);
  box.addEventListener("toggle", () => about.childElementCount || about.append(...behind(reason)));
  return h("li", {}, box);
}

/**
 * What a reason rests on.
 * @param {ReasonShown} reason
 */
function behind({ rows, source, weight }) {
  const from = h(
    "p",
    { class: "hs-quiet" },
    `Source: ${source.replace(/ \([A-Z]\)/g, "")}. It weighs ${weight} in the order of this list, a design choice.`,
  );
  if (!rows.length) return [h("p", {}, "It rests on the plan, on no row of the diary."), from];
  const about = h("p", {}, `${numbered(rows.length, "session")} behind it:`);
  return [about, h("ul", { class: "cl-rows" }, ...rows.map((row) => h("li", {}, rowSaid(row)))), from];
}

/**
 * A session behind a reason.
 * @param {RowShown} row
 */
export function rowSaid({ day, slot, logged }) {
  const which = slot === null || slot === 1 ? "" : `, session ${slot}`;
  return `${said(day) || "no day given"}${which}${logged ? "" : " (not logged)"}`;
}
