// The plan in the middle: how many exercises, what the last step did, the session as a bar, and the rows.
import { h } from "../shared/controls.js";
import { numbered } from "../shared/numbers.js";
import { emptyPart } from "./empty.js";
import { replacedPart } from "./head.js";
import { issuedPart } from "./issued.js";
import { timelinePanel } from "./timeline.js";

/** @import { Part, Send } from "./hands.js" */
/** @import { Work } from "./messages.js" */

/**
 * @param {Send} send
 * @param {Part} conflict
 * @param {Part} items
 * @param {() => void} search where exercises are looked for
 */
export function boardPart(send, conflict, items, search) {
  const title = h("h2", { tabindex: "-1", class: "hs-board-title" });
  const done = h("p", { class: "hs-quiet hs-done" }); // what the last step did; spoken by the page
  const replaced = replacedPart(send);
  const issued = issuedPart(send);
  const time = timelinePanel();
  const empty = emptyPart(send, search);
  const rest = h("div", { class: "hs-board-rest" }, time.node, items.node, empty.node);
  const head = h("div", { class: "hs-board-head" }, title, done);
  const node = h(
    "section",
    { class: "hs-board", "aria-label": "Plan in hand" },
    conflict.node,
    replaced.node,
    issued.node,
    head,
    rest,
  );
  /** @param {Work} view */
  const draw = (view) => {
    title.textContent = numbered(view.plan.items.length, "exercise");
    rest.inert = Boolean(view.conflict); // until she has chosen
    for (const part of [conflict, replaced, issued, time, empty, items]) part.draw(view);
  };
  return { node, draw, done, focus: () => title.focus() };
}
