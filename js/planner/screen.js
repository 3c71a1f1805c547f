// The red-flag screen: the clinician goes through the signs, ticks what is present, and notes that it is done.
import { button, fold, h } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { pill } from "../shared/icons.js";
import { groupsOf } from "./question.js";

/** @import { Send } from "./hands.js" */
/** @import { RedFlag, ScreenShown, Sign, Work } from "./messages.js" */

/** @type {Record<ScreenShown["standing"], readonly [Sign, string]>} */
export const STANDING = {
  open: ["CAUTION", "Open"],
  old: ["ERROR", "Too old"],
  clear: ["OK", "Clear"],
  flagged: ["STOP", "Present"],
};
const HOW =
  "One sign alone proves little; the whole picture counts. Anything present holds the plan until you sign it off by name.";

/**
 * @param {readonly RedFlag[]} flags
 * @param {Send} send
 */
export function screenPanel(flags, send) {
  const rows = flags.map((flag) => flagRow(flag, send));
  const done = button("Screen done", () => send({ do: "screened", done: true }), { class: "hs-first" });
  const undone = button("Not done after all", () => send({ do: "screened", done: false }));
  const state = h("span", {});
  const age = h("p", {});
  const cleared = h("p", {});
  const list = h("div", { role: "group", "aria-label": "Signs to look for" });
  const { node, line } = fold(
    "Red flags",
    cleared,
    h("p", { class: "hs-quiet" }, HOW),
    list,
    h("div", { class: "hs-tools" }, done, undone, state),
    age,
  );
  const drawLine = whenNew((/** @type {ScreenShown["standing"]} */ standing, /** @type {string} */ summary) => {
    line.replaceChildren(pill(...STANDING[standing]), h("span", {}, ` ${summary}`));
    state.textContent = summary;
  });
  const order = whenNew((/** @type {Pick<ScreenShown, "first" | "last">} */ asked) => {
    list.replaceChildren(...groupsOf(flags, asked, rows, "hs-flags", "h3"));
  });
  /** @param {Work} view */
  const draw = ({ screen, plan }) => {
    order({ first: screen.first, last: screen.last });
    drawLine(screen.standing, screen.summary);
    age.textContent = screen.age;
    age.hidden = !screen.age;
    cleared.textContent = screen.cleared;
    cleared.hidden = !screen.cleared;
    for (const { name, tick } of rows) {
      tick.checked = screen.present.includes(name);
      tick.disabled = !plan.draft;
    }
    done.textContent = screen.done ? "Screen done again today" : "Screen done";
    done.disabled = !plan.draft;
    undone.disabled = !plan.draft;
    undone.hidden = !screen.done;
  };
  /** The keyboard goes to the title. */
  const focus = () => node.querySelector("summary")?.focus();
  return { node, draw, refill: draw, focus };
}

/** @param {RedFlag} flag @param {Send} send */
function flagRow({ name, signs, action, source }, send) {
  const change = () => send({ do: "flag", name, present: tick.checked });
  const tick = h("input", { type: "checkbox", "aria-label": `Yes, present: ${name}`, onchange: change });
  const what = h("p", { class: "hs-quiet" }, h("b", {}, action), ` ${source}`);
  const node = h(
    "li",
    {},
    h("div", { class: "hs-item-name" }, h("h4", {}, name), h("p", {}, signs), what),
    h("label", { class: "hs-check" }, tick, h("span", {}, "Yes, present")),
  );
  return { name, tick, node };
}
