// The band at the foot, always in sight: the way back and forth, the time of a session, what the review says, and the
// one thing to do next.
import { button, h } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { countPill } from "../shared/icons.js";
import { footTime } from "./foottime.js";

/** @import { Part, Send } from "./hands.js" */
/** @import { ReviewShown, Work } from "./messages.js" */

/**
 * @param {Send} send
 * @param {{ findings: () => void }} acts
 * @param {Part & { press: () => void }} primary
 */
export function footBand(send, { findings }, primary) {
  const undo = button("Undo", () => send({ do: "undo" }), { title: "Ctrl+Z" });
  const redo = button("Redo", () => send({ do: "redo" }), { title: "Ctrl+Y" });
  const time = footTime();
  const badge = h("span", { class: "hs-badges" });
  const review = button("", findings, { class: "hs-to-review" });
  review.replaceChildren(badge);
  const node = h(
    "section",
    { class: "hs-foot", "aria-label": "Time and issue" },
    h("div", { class: "hs-tools", role: "group", "aria-label": "Plan tools" }, undo, redo),
    time.node,
    review,
    primary.node,
  );
  const drawReview = whenNew((/** @type {ReviewShown["counts"]} */ counts, /** @type {string} */ summary) => {
    badge.replaceChildren(...(counts.length ? counts.map(countPill) : [h("span", {}, summary)]));
    review.setAttribute("aria-label", `Review: ${summary}`);
  });
  /** @param {Work} view */
  const draw = (view) => {
    const { plan, undo: may, redo: again } = view;
    const { counts, summary } = view.review;
    primary.draw(view);
    undo.disabled = !may;
    redo.disabled = !again;
    drawReview(counts, summary);
    time.draw(plan);
  };
  return { node, draw, primary: primary.press };
}
