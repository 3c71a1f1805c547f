// The red-flag question on the way to the issue: the signs stand above the answer, and none of them is left out.
import { button, fresh, h } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { numbered } from "../shared/numbers.js";

/** @import { Send } from "./hands.js" */
/** @import { RedFlag, ScreenShown, Work } from "./messages.js" */

/**
 * The signs, those that concern the plan first, then those of the whole body, and those of other regions last.
 * @template {Pick<RedFlag, "name" | "anywhere">} Flag
 * @param {readonly Flag[]} flags
 * @param {readonly string[]} first
 */
export function inOrder(flags, first) {
  const near = first.flatMap((sign) => flags.filter(({ name }) => name === sign));
  const others = flags.filter(({ name }) => !first.includes(name));
  return {
    near,
    anywhere: others.filter(({ anywhere }) => anywhere),
    elsewhere: others.filter(({ anywhere }) => !anywhere),
  };
}

const GROUPS = /** @type {const} */ ([
  ["near", "May concern this patient"],
  ["anywhere", "The whole body"],
  ["elsewhere", "Other regions"],
]);

/**
 * The rows of all signs under the heading of their group; a group without a sign is left out.
 * @param {readonly RedFlag[]} flags
 * @param {readonly string[]} first
 * @param {readonly { node: HTMLElement }[]} rows of the signs, in their order
 * @param {string} list the class of a list
 * @param {"h3" | "h4"} heading
 */
export function groupsOf(flags, first, rows, list, heading) {
  const order = inOrder(flags, first);
  return GROUPS.filter(([group]) => order[group].length).map(([group, name]) => {
    const title = h(heading, { id: `hs-signs-${fresh()}` }, name);
    const items = order[group].map((flag) => rows[flags.indexOf(flag)]?.node ?? "");
    return h("div", { class: "hs-sign-group" }, title, h("ul", { class: list, "aria-labelledby": title.id }, ...items));
  });
}

/**
 * @param {readonly RedFlag[]} flags
 * @param {Send} send
 * @param {() => boolean} onward the keyboard goes on to what is still to do; false where nothing is
 */
export function questionPart(flags, send, onward) {
  const title = h("h3", { tabindex: "-1", id: `hs-question-${fresh()}` }, "Is one of these signs present?");
  const answered = h("p", { class: "hs-answered" });
  const named = { role: "group", "aria-label": `All ${flags.length} signs` };
  const list = h("div", { class: "hs-signs", tabindex: "0", ...named });
  const how = h("p", { class: "hs-quiet" });
  const known = h("p", { class: "hs-known" });
  const none = button("None of these is present", () => done(), { class: "hs-answering-now" });
  const some = button("Yes, or not sure", () => unfold(true), { "aria-expanded": "false" });
  const noted = button("I have gone through them", () => done());
  const asks = h("div", {}, known, list, how, h("div", { class: "hs-tools" }, none, some, noted));
  const node = h("section", { class: "hs-question", "aria-labelledby": title.id }, title, answered, asks);
  const rows = flags.map((flag) => signRow(flag, send));
  let open = false;
  let present = 0;
  const done = () => {
    send({ do: "screened", done: true });
    if (!onward()) title.focus({ preventScroll: true });
  };
  /** @param {boolean} is */
  const unfold = (is) => {
    open = is;
    for (const row of rows) row.unfold(is);
    list.classList.toggle("hs-signs-open", is);
    some.setAttribute("aria-expanded", String(is));
    none.hidden = is || present > 0;
    some.hidden = is;
    noted.hidden = !is;
    how.textContent = is
      ? "Tick what is present. One sign alone proves little; what is ticked holds the plan until you sign it off by name."
      : how.dataset.about || "";
    if (is) rows.find(({ node: row }) => row === list.querySelector("li"))?.tick.focus();
  };
  const order = whenNew((/** @type {readonly string[]} */ first) => {
    list.replaceChildren(...groupsOf(flags, first, rows, "hs-sign-list", "h4"));
    const about = first.length ? `: ${first.length} that may concern this patient first, then the others` : "";
    how.dataset.about = `The list holds all ${numbered(flags.length, "sign")}${about}.`;
    if (!open) how.textContent = how.dataset.about;
  });
  /** @param {Work} view */
  const draw = ({ screen, plan, to_issue: { screen_due: due } }) => {
    node.hidden = !plan.draft;
    order(screen.first);
    present = screen.present.length;
    for (const row of rows) row.tick.checked = screen.present.includes(row.name);
    if (!due && !asks.hidden) open = false;
    asks.hidden = !due;
    answered.hidden = due;
    known.textContent = screen.known;
    known.hidden = !screen.known;
    title.textContent = due ? "Is one of these signs present?" : "Red flags";
    answered.textContent = answer(screen);
    if (due && present > 0 !== open) unfold(present > 0 || open);
    else if (!open) unfold(false);
  };
  return { node, draw, focus: () => title.focus(), left: () => unfold(false) };
}

/** @param {ScreenShown} screen */
function answer({ summary, age }) {
  return [`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`, age].filter(Boolean).join(" ");
}

/** @param {RedFlag} flag @param {Send} send */
function signRow({ name, signs, action, source }, send) {
  const change = () => send({ do: "flag", name, present: tick.checked });
  const tick = h("input", { type: "checkbox", "aria-label": `Sign present: ${name}`, onchange: change, hidden: true });
  const more = h("p", { class: "hs-quiet", hidden: true }, h("b", {}, action), ` ${source}`);
  const text = h("div", {}, h("p", {}, h("b", {}, name), `: ${signs}.`), more);
  const node = h("li", {}, tick, text);
  /** @param {boolean} is */
  const unfold = (is) => {
    tick.hidden = !is;
    more.hidden = !is;
  };
  return { name, tick, node, unfold };
}
