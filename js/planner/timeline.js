// The session as a bar: one block a step, told apart by colour and by pattern.
import { h } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { countPill } from "../shared/icons.js";
import { numbered } from "../shared/numbers.js";

/** @import { ItemShown, Kind, PlanShown, ReviewShown, Work } from "./messages.js" */

/** @type {readonly (readonly [Kind, string])[]} */
const KINDS = [
  ["setup", "Get ready"],
  ["move", "Move"],
  ["hold", "Hold"],
  ["rest", "Rest"],
  ["switch", "Change sides"],
  ["between", "Rest before the next one"],
];

/**
 * A part of the bar in percent of its width.
 * @param {number} start seconds
 * @param {number} end seconds
 * @param {number} all seconds of the session; nothing has no width
 */
export function share(start, end, all) {
  const whole = all || 1;
  return { left: (100 * start) / whole, width: (100 * (end - start)) / whole };
}

/**
 * The items one after the other, each from its first second to its last.
 * @param {readonly Pick<ItemShown, "start_s" | "seconds">[]} items
 */
export function spans(items) {
  return items.map(({ start_s, seconds }) => ({ start: start_s, end: start_s + seconds }));
}

/**
 * The session in one sentence.
 * @param {{ total: string, items: readonly Pick<ItemShown, "name" | "time">[] }} plan
 */
export function inWords({ total, items }) {
  if (!items.length) return "No exercises yet.";
  return `${total} in all. ${items.map(({ name, time }) => `${name}: ${time}`).join("; ")}.`;
}

/**
 * @param {string} name the class
 * @param {{ start: number, end: number }} span
 * @param {number} all
 * @param {string} text
 */
function block(name, { start, end }, all, text) {
  const part = h("div", { class: name, title: text });
  const { left, width } = share(start, end, all);
  part.style.left = `${left}%`;
  part.style.width = `${width}%`;
  return part;
}

/** The items above, the steps of the session below them. */
function barsPart() {
  const items = h("div", { class: "hs-band", "aria-hidden": "true" });
  const steps = h("div", { class: "hs-bar", role: "img" });
  /** @param {PlanShown} plan */
  const draw = (plan) => {
    const places = spans(plan.items);
    const parts = plan.items.map((item, i) => {
      const span = places[i] ?? { start: 0, end: 0 };
      const part = block("hs-band-item", span, plan.total_s, `${item.name}: ${item.time}`);
      part.append(h("b", {}, `${i + 1}`), h("span", {}, ` ${item.time}`));
      return part;
    });
    items.replaceChildren(...parts);
    steps.replaceChildren(...plan.steps.map((s) => block(`hs-step hs-${s.kind}`, s, plan.total_s, s.text)));
    steps.setAttribute("aria-label", inWords(plan));
    steps.dataset.total = String(plan.total_s);
  };
  return { nodes: [items, steps], draw };
}

/** @param {() => void} toReview */
export function timelinePanel(toReview) {
  const total = h("p", { class: "hs-total" });
  const whose = h("p", { class: "hs-whose" }); // this card stays in sight: whose plan it is stands there too
  const about = h("p", { class: "hs-quiet" });
  const bars = barsPart();
  const legend = KINDS.map(([kind, name]) => h("li", {}, h("span", { class: `hs-key hs-${kind}` }), name));
  const badge = h("span", { class: "hs-badges" });
  const review = h("button", { type: "button", class: "hs-to-review", onclick: toReview }, badge);
  const heard = h("div", { class: "hs-unseen", role: "status" });
  const node = h(
    "section",
    { class: "hs-panel hs-time", "aria-label": "Time of one session" },
    whose,
    h("div", { class: "hs-time-head" }, h("h2", {}, "One session"), total, about, review),
    ...bars.nodes,
    h("ul", { class: "hs-legend", "aria-label": "Legend" }, ...legend),
    heard,
  );
  const drawReview = whenNew((/** @type {ReviewShown["counts"]} */ counts, /** @type {string} */ summary) => {
    badge.replaceChildren(...(counts.length ? counts.map(countPill) : [h("span", {}, summary)]));
    review.setAttribute("aria-label", `Review: ${summary}`);
  });
  /** @param {Work} view */
  const draw = ({ plan, review: { counts, summary } }) => {
    drawReview(counts, summary);
    const state = `version ${plan.version}, ${plan.draft ? "draft" : "issued"}`;
    whose.textContent = [plan.patient, plan.plan_id, state].filter(Boolean).join(" · ");
    bars.draw(plan);
    about.textContent = numbered(plan.items.length, "exercise");
    if (total.textContent === plan.total) return;
    total.textContent = plan.total;
    heard.textContent = `One session takes ${plan.total}`;
  };
  return { node, draw };
}
