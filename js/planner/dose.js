// A whole number with − and +. The buttons are for the mouse; the arrow keys of the field do the same.
import { button, h, show } from "../shared/controls.js";
import { keepsTyped, refuse, settle } from "../shared/refused.js";
import { visit } from "../shared/typed.js";

/** @import { Asker } from "../shared/asked.js" */
/** @import { Amount, DoseShown } from "./messages.js" */
/** @typedef {{ min: number, max: number, step?: number, unit?: string }} Range */

/** @type {readonly { name: Amount, text: string, range: Range, fits: (dose: DoseShown) => boolean }[]} */
export const AMOUNTS = [
  { name: "sets", text: "Sets", range: { min: 1, max: 10 }, fits: () => true },
  { name: "reps", text: "Times", range: { min: 1, max: 100 }, fits: (d) => !d.duration_s },
  { name: "hold_s", text: "Hold", range: { min: 0, max: 300, step: 5, unit: "s" }, fits: (d) => !d.duration_s },
  {
    name: "tempo_s",
    text: "Move",
    range: { min: 0, max: 60, unit: "s" },
    fits: (d) => !d.duration_s && (d.tempo_s > 0 || !d.hold_s),
  },
  {
    name: "duration_s",
    text: "For",
    range: { min: 1, max: 10800, step: 30, unit: "s" },
    fits: (d) => Boolean(d.duration_s),
  },
  { name: "rest_rep_s", text: "Rest", range: { min: 0, max: 600, step: 5, unit: "s" }, fits: (d) => d.reps > 1 },
  { name: "rest_set_s", text: "Set rest", range: { min: 0, max: 600, step: 5, unit: "s" }, fits: (d) => d.sets > 1 },
];

/**
 * The number after one press of − or +; a field without a number counts from 0.
 * @param {number} value
 * @param {number} by
 * @param {Range} range
 */
export function nudged(value, by, { min, max }) {
  return Math.min(max, Math.max(min, (value || 0) + by));
}

/**
 * @param {string} name
 * @param {string} whose
 * @param {Range} range
 * @param {(n: number, typing?: number, asker?: Asker) => void} change is given an asker that takes back what was told
 *   before in this visit, so that no half of a number stays
 */
export function stepper(name, whose, range, change) {
  const { min, max, step = 1, unit = "" } = range;
  const label = `${name}${unit && `, ${unit}`}, ${whose}`;
  const input = h("input", { type: "number", inputmode: "numeric", min, max, step, "aria-label": label });
  /** @param {number} [typing] */
  const tell = (typing) => {
    if (input.value === "" || !Number.isInteger(input.valueAsNumber)) return;
    change(input.valueAsNumber, typing, asker);
    told = typing !== undefined;
  };
  let held = "";
  let first = "";
  let told = false; // something of this visit has been told
  /** @type {Asker} */
  const asker = {
    refused: (faults) => {
      if (told && first !== "") {
        change(Number(first), now);
        keepsTyped(input, first); // what the plan holds again when it has answered
      }
      told = false;
      return refuse(input, faults);
    },
    taken: () => settle(input),
  };
  let now = 0; // digits typed in one visit are one step back; each press of − and + is one
  /** @param {number} n */
  const by = (n) => () => {
    input.value = String(nudged(input.valueAsNumber, n, range));
    tell();
  };
  /** @param {string} sign @param {number} n */
  const nudge = (sign, n) => button(sign, by(n), { class: "hs-nudge", tabindex: "-1", "aria-hidden": "true" });
  input.addEventListener("focus", () => {
    now = visit();
    first = held;
    told = false;
  });
  input.addEventListener("blur", () => {
    if (input.value === "" || input.hasAttribute("aria-invalid")) input.value = held;
  });
  input.addEventListener("input", () => tell(now));
  const caption = h("span", { class: "hs-caption", "aria-hidden": "true" }, unit ? `${name} (${unit})` : name);
  const less = nudge("−", -step);
  const more = nudge("+", step);
  const node = h("div", { class: "hs-field hs-stepper" }, caption, h("div", {}, less, input, more));
  /**
   * @param {number | null} value
   * @param {boolean} shown
   * @param {boolean} locked
   */
  const draw = (value, shown, locked) => {
    held = `${value ?? ""}`;
    show(input, held);
    node.hidden = !shown;
    for (const part of [less, input, more]) part.disabled = locked;
  };
  return { node, draw, input };
}
