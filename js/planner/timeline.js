// The session as a bar: one block a step, told apart by colour and by pattern.
import { button, fresh, h } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";

/** @import { ItemShown, Kind, PlanShown, Work } from "./messages.js" */

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

/** The steps of the session, and over them the items with their names. */
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
  return { items, steps, draw };
}

/** The session as one slim bar over the rows; the exercises by their numbers and what the patterns mean unfold. */
export function timelinePanel() {
  const bars = barsPart();
  const legend = KINDS.map(([kind, name]) => h("li", {}, h("span", { class: `hs-key hs-${kind}` }), name));
  const allow = h("p", { class: "hs-quiet" });
  const more = h(
    "div",
    { class: "hs-time-more", id: `hs-time-${fresh()}`, hidden: true },
    h("ul", { class: "hs-legend", "aria-label": "Legend" }, ...legend),
    allow,
  );
  const toggle = button("", () => open(more.hidden === true), {
    class: "hs-icon hs-open",
    id: `hs-time-more-${fresh()}`,
    "aria-expanded": "false",
    "aria-controls": more.id,
    "aria-label": "The session in detail",
    title: "The session in detail",
  });
  const slim = h("div", { class: "hs-time-slim" }, bars.steps, toggle);
  const node = h("section", { class: "hs-time", "aria-label": "Time of one session" }, bars.items, slim, more);
  /** @param {boolean} is */
  const open = (is) => {
    more.hidden = bars.items.hidden = !is;
    toggle.setAttribute("aria-expanded", String(is));
  };
  open(false);
  const drawBars = whenNew(bars.draw);
  /** @param {Work} view */
  const draw = ({ plan }) => {
    node.hidden = !plan.items.length;
    drawBars(plan);
    allow.textContent = `To keep free, with the warm-up and the ways between the exercises: ${plan.time.allow}.`;
  };
  return { node, slim, toggle, draw };
}
