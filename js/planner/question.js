// The red-flag question on the way to the issue: the signs stand above the answer, and none of them is left out.
import { button, fresh, h } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { numbered } from "../shared/numbers.js";

/** @import { Send } from "./hands.js" */
/** @import { RedFlag, ScreenShown, Work } from "./messages.js" */

/** @typedef {Pick<ScreenShown, "first" | "last">} Asked by name: what is asked first, and what last */

/**
 * The signs, those that concern the plan first, then those of the whole body, those of other regions, and last those
 * that the patient's age rules out.
 * @template {Pick<RedFlag, "name" | "anywhere">} Flag
 * @param {readonly Flag[]} flags
 * @param {Asked} asked
 */
export function inOrder(flags, { first, last }) {
  const near = first.flatMap((sign) => flags.filter(({ name }) => name === sign));
  const others = flags.filter(({ name }) => !first.includes(name) && !last.includes(name));
  return {
    near,
    anywhere: others.filter(({ anywhere }) => anywhere),
    elsewhere: others.filter(({ anywhere }) => !anywhere),
    aged: flags.filter(({ name }) => last.includes(name) && !first.includes(name)),
  };
}

const GROUPS = /** @type {const} */ ([
  ["near", "May concern this patient"],
  ["anywhere", "The whole body"],
  ["elsewhere", "Other regions"],
  ["aged", "Of another age than is noted"],
]);

/**
 * The rows of all signs under the heading of their group; a group without a sign is left out.
 * @param {readonly RedFlag[]} flags
 * @param {Asked} asked
 * @param {readonly { node: HTMLElement }[]} rows of the signs, in their order
 * @param {string} list the class of a list
 * @param {"h3" | "h4"} heading
 */
export function groupsOf(flags, asked, rows, list, heading) {
  const order = inOrder(flags, asked);
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
  const { node: box, fit } = boxed(list);
  const how = h("p", { class: "hs-quiet" });
  const known = h("p", { class: "hs-known" });
  const none = button("None of these is present", () => done(), { class: "hs-answering-now" });
  const some = button("Yes, or not sure", () => unfold(true), { "aria-expanded": "false" });
  const noted = button("I have gone through them", () => done());
  const asks = h("div", {}, known, box, how, h("div", { class: "hs-tools" }, none, some, noted));
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
    fit();
    some.setAttribute("aria-expanded", String(is));
    none.hidden = is || present > 0;
    some.hidden = is;
    noted.hidden = !is;
    how.textContent = is
      ? "Tick what is present. One sign alone proves little; what is ticked holds the plan until you sign it off by name."
      : how.dataset.about || "";
    if (is) rows.find(({ node: row }) => row === list.querySelector("li"))?.tick.focus();
  };
  const order = whenNew((/** @type {Asked} */ { first, last }) => {
    list.replaceChildren(...groupsOf(flags, { first, last }, rows, "hs-sign-list", "h4"));
    fit();
    const about = first.length ? `: ${first.length} that may concern this patient first, then the others` : "";
    how.dataset.about = `The list holds all ${numbered(flags.length, "sign")}${about}.`;
    if (!open) how.textContent = how.dataset.about;
  });
  /** @param {Work} view */
  const draw = ({ screen, plan, to_issue: { screen_due: due } }) => {
    node.hidden = !plan.draft;
    order({ first: screen.first, last: screen.last });
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

/**
 * A list in a box of its own, and under it how many of its rows are still below the edge, as the way on to them.
 * @param {HTMLElement} list
 */
function boxed(list) {
  const more = button("", () => list.scrollBy({ top: list.clientHeight * 0.8 }), { class: "hs-signs-more" });
  const fit = () => {
    const edge = list.getBoundingClientRect().bottom;
    const below = [...list.querySelectorAll("li")].filter((row) => row.getBoundingClientRect().bottom > edge + 1);
    more.textContent = `${numbered(below.length, "more sign")} below ↓`;
    more.disabled = !below.length;
    if (!below.length) more.textContent = "You are at the end of the list";
  };
  list.addEventListener("scroll", fit, { passive: true });
  new ResizeObserver(fit).observe(list);
  return { node: h("div", { class: "hs-signs-box" }, list, more), fit };
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
