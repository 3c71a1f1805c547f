// The band at the foot, always in sight: the way back and forth, the time of a session, what the review says, and the
// one thing to do next.
import { button, h } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { countPill } from "../shared/icons.js";
import { numbered } from "../shared/numbers.js";

/** @import { Part, Send } from "./hands.js" */
/** @import { ReviewShown, Work } from "./messages.js" */

/**
 * @param {Send} send
 * @param {{ findings: () => void }} acts
 * @param {Part} primary
 */
export function footBand(send, { findings }, primary) {
  const undo = button("Undo", () => send({ do: "undo" }), { title: "Ctrl+Z" });
  const redo = button("Redo", () => send({ do: "redo" }), { title: "Ctrl+Y" });
  const total = h("b", { class: "hs-total" });
  const about = h("span", { class: "hs-quiet" });
  const time = h("div", { class: "hs-foot-time" }, total, about);
  const badge = h("span", { class: "hs-badges" });
  const review = button("", findings, { class: "hs-to-review" });
  review.replaceChildren(badge);
  const heard = h("div", { class: "hs-unseen", role: "status" });
  const node = h(
    "section",
    { class: "hs-foot", "aria-label": "Time and issue" },
    h("div", { class: "hs-tools", role: "group", "aria-label": "Plan tools" }, undo, redo),
    time,
    review,
    primary.node,
    heard,
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
    about.textContent = `a session · ${numbered(plan.items.length, "exercise")}`;
    if (total.textContent === plan.total) return;
    total.textContent = plan.total;
    heard.textContent = `One session takes ${plan.total}`;
  };
  return { node, draw };
}
