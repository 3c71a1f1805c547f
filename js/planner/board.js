// The plan in the middle: how many exercises, what the last step did, the session as a bar, and the rows.
import { toolbar } from "../shared/composite.js";
import { h } from "../shared/controls.js";
import { words } from "../shared/dom.js";
import { numbered } from "../shared/numbers.js";
import { emptyPart } from "./empty.js";
import { timelinePanel } from "./timeline.js";
import { boardTools } from "./tools.js";
import { weekPart } from "./week.js";

/** @import { Hands, Part } from "./hands.js" */
/** @import { Work } from "./messages.js" */
/** @import { itemList } from "./items.js" */

const READ_MS = 12_000; // that a line of a sentence or two is there to be read
const NEAR = 10; // so many before there is no room, it is said

/**
 * How many exercises there are, and how many more fit where few do.
 * @param {number} n
 * @param {number} most
 */
export function counted(n, most) {
  const said = numbered(n, "exercise");
  if (n < most - NEAR) return said;
  return n < most ? `${said} · ${most - n} more fit` : `${said} · no more fit`;
}

/**
 * @param {Pick<Hands, "send" | "say">} hands
 * @param {Part} conflict
 * @param {ReturnType<typeof itemList>} items
 * @param {{ search: () => void, play: () => void }} acts where exercises are looked for, and the session over the page
 */
export function boardPart({ send, say }, conflict, items, { search, play }) {
  const title = h("h2", { tabindex: "-1", class: "hs-board-title" });
  const done = doneLine();
  const time = timelinePanel();
  const empty = emptyPart(send, search);
  const week = weekPart(send, say);
  const tools = boardTools(send, {
    play,
    week: (is) => {
      week.node.hidden = !is;
      items.node.hidden = items.bulk.every.hidden = is;
    },
  });
  const rest = h("div", { class: "hs-board-rest" }, time.node, week.node, items.node, empty.node);
  const plain = h("div", { class: "hs-board-plain" }, title, done.node, tools.node); // the selected rows take its place
  const head = h("div", { class: "hs-board-head" }, items.bulk.every, plain, items.bulk.node);
  const node = h("section", { class: "hs-board", "aria-label": "Plan in hand" }, conflict.node, head, rest);
  // With what stands beside them they are one stop on the way to the rows.
  const { every } = items.bulk;
  const owned = [every.querySelector("input"), time.toggle].map((one) => one?.id ?? "");
  tools.node.setAttribute("aria-owns", owned.join(" "));
  toolbar(head, [every, tools.node, time.slim]);
  /** @param {Work} view */
  const draw = (view) => {
    words(title, counted(view.plan.items.length, view.plan.most));
    rest.inert = Boolean(view.conflict); // until she has chosen
    items.node.dataset.wrong = view.wrong;
    for (const part of [conflict, time, tools, week, empty, items]) part.draw(view);
  };
  const begin = () => {
    node.scrollTop = 0;
    title.focus({ preventScroll: true });
  };
  return { node, draw, tell: done.tell, focus: () => title.focus(), begin };
}

/** What the last step did; spoken by the page. Once it was there to be read, it is in reach of a screen reader alone. */
function doneLine() {
  const node = h("p", { class: "hs-quiet hs-done" });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const leave = () => {
    if (node.matches(":hover")) timer = setTimeout(leave, READ_MS);
    else node.classList.add("hs-unseen");
  };
  /** @param {string} text */
  const tell = (text) => {
    clearTimeout(timer);
    node.classList.remove("hs-unseen");
    node.textContent = text;
    if (text) timer = setTimeout(leave, READ_MS);
  };
  return { node, tell };
}
