// The session as a bar: one block a step, told apart by colour and by pattern; of a long one, one block an exercise.
import { button, fresh, h } from "../shared/controls.js";
import { words } from "../shared/dom.js";
import { whenNew } from "../shared/draw.js";

/** @import { ItemShown, Kind, PlanShown, StepShown, Work } from "./messages.js" */

/** @type {readonly (readonly [Kind, string])[]} */
const KINDS = [
  ["setup", "Get ready"],
  ["move", "Move"],
  ["hold", "Hold"],
  ["rest", "Rest"],
  ["switch", "Change sides"],
  ["between", "Rest before the next one"],
];

const FINE = 300; // steps: of more, one would be too narrow to be seen

/**
 * The blocks of an item: its steps, or, where those are too many to be told apart, its rest and its work.
 * @param {Pick<ItemShown, "steps" | "seconds" | "time">} item
 * @param {boolean} isFine
 * @returns {readonly StepShown[]}
 */
export function blocksOf({ steps, seconds, time }, isFine) {
  if (isFine) return steps;
  const rests = steps.filter(({ kind }) => kind === "between");
  const kind = steps.some((step) => step.kind === "hold") ? "hold" : "move";
  return [...rests, { kind, seconds, text: time }];
}

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
 * The items one after the other, each from its first second to its last, without the rest before it.
 * @param {readonly Pick<ItemShown, "rest_s" | "seconds">[]} items
 */
export function spans(items) {
  let now = 0;
  return items.map(({ rest_s, seconds }) => {
    const start = now + rest_s;
    now = start + seconds;
    return { start, end: now };
  });
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
function block(name, span, all, text) {
  const part = h("div", { class: name, title: text });
  place(part, span, all);
  return part;
}

/**
 * @param {HTMLElement} part
 * @param {{ start: number, end: number }} span
 * @param {number} all
 */
function place(part, { start, end }, all) {
  const { left, width } = share(start, end, all);
  part.style.left = `${left}%`;
  part.style.width = `${width}%`;
}

/**
 * @param {readonly { start: number, end: number }[]} places
 * @param {number} i
 */
function spanOf(places, i) {
  return places[i] ?? { start: 0, end: 0 };
}

/** The steps of one item, with the rest before it: they change with the item alone, and only move with the others. */
function stepsPart() {
  const node = h("div", { class: "hs-bar-part" });
  const fill = whenNew((/** @type {ItemShown} */ item, /** @type {boolean} */ isFine) => {
    const { name } = item;
    const steps = blocksOf(item, isFine);
    const all = steps.reduce((sum, { seconds }) => sum + seconds, 0);
    let now = 0;
    const blocks = steps.map(({ kind, seconds, text }) => {
      const start = now;
      now += seconds;
      return block(`hs-step hs-${kind}`, { start, end: now }, all, `${name} · ${text}`);
    });
    node.replaceChildren(...blocks);
  });
  /** @param {ItemShown} item @param {{ start: number, end: number }} span @param {number} all @param {boolean} isFine */
  const draw = (item, { start, end }, all, isFine) => {
    fill(item, isFine);
    place(node, { start: start - item.rest_s, end }, all);
  };
  return { node, draw };
}

/** The steps of the session, and over them the items with their names. */
function barsPart() {
  const items = h("div", { class: "hs-band", "aria-hidden": "true" });
  const steps = h("div", { class: "hs-bar", role: "img" });
  /** @type {ReturnType<typeof stepsPart>[]} */
  const parts = [];
  /** @type {PlanShown | null} */
  let now = null;
  /** @param {PlanShown} plan */
  const draw = (plan) => {
    const places = spans(plan.items);
    const isFine = plan.items.reduce((sum, item) => sum + item.steps.length, 0) <= FINE;
    for (const part of parts.splice(plan.items.length)) part.node.remove();
    while (parts.length < plan.items.length) {
      const part = stepsPart();
      parts.push(part);
      steps.append(part.node);
    }
    for (const [i, item] of plan.items.entries()) parts[i]?.draw(item, spanOf(places, i), plan.total_s, isFine);
    steps.setAttribute("aria-label", inWords(plan));
    steps.dataset.total = String(plan.total_s);
    now = plan;
    if (!items.hidden) drawNames();
  };
  const drawNames = () => {
    if (!now) return;
    const { items: all, total_s } = now;
    const places = spans(all);
    const named = all.map(({ name, time }, i) => {
      const part = block("hs-band-item", spanOf(places, i), total_s, `${name}: ${time}`);
      part.append(h("b", {}, `${i + 1}`), h("span", {}, ` ${time}`));
      return part;
    });
    items.replaceChildren(...named);
  };
  /** @param {boolean} is */
  const open = (is) => {
    items.hidden = !is;
    if (is) drawNames();
  };
  return { items, steps, draw, open };
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
    more.hidden = !is;
    bars.open(is);
    toggle.setAttribute("aria-expanded", String(is));
  };
  open(false);
  const drawBars = whenNew(bars.draw);
  /** @param {Work} view */
  const draw = ({ plan }) => {
    node.hidden = !plan.items.length;
    drawBars(plan);
    words(
      allow,
      `“Time to allow” on the sheet, for all exercises with the warm-up and changing position between them: ${plan.time.allow}.`,
    );
  };
  return { node, slim, toggle, draw };
}
