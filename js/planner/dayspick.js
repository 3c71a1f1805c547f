// The days of an exercise in one native choice; set days are named in it, and chosen in the open row.
import { choices, h } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { begun, modeOf, named, WEEK } from "./days.js";

/** @import { Choice } from "../shared/controls.js" */
/** @import { DaysShown } from "./messages.js" */
/** @typedef {Pick<DaysShown, "weekdays" | "days_a_week">} Days */

/**
 * What a schedule is as a choice.
 * @param {Days} days
 */
export function pickOf({ weekdays, days_a_week }) {
  if (days_a_week) return `${days_a_week}`;
  return modeOf({ weekdays, days_a_week, times_a_day: 1 }, null) === "every" ? "7" : "fixed";
}

/**
 * The days that a choice means.
 * @param {string} pick
 * @returns {Days}
 */
export function daysOf(pick) {
  if (pick === "fixed") return begun("fixed");
  return pick === "7" ? { weekdays: [...WEEK], days_a_week: null } : { weekdays: null, days_a_week: Number(pick) };
}

/**
 * @param {Days} days
 * @returns {Choice[]}
 */
export function picks(days) {
  const fixed = pickOf(days) === "fixed" ? named(days.weekdays ?? []) : "Set days…";
  const counts = [6, 5, 4, 3, 2, 1].map((n) => /** @type {Choice} */ ([`${n}`, `${n} a week`]));
  return [["7", "Every day"], ...counts, ["fixed", fixed]];
}

/**
 * @param {string} whose
 * @param {(days: Days, fixed: boolean, control: HTMLSelectElement) => void} change
 */
export function daysPick(whose, change) {
  const act = () => change(daysOf(select.value), select.value === "fixed", select);
  const select = h("select", { class: "hs-row-days", "aria-label": `Days, ${whose}`, onchange: act });
  const fill = whenNew((/** @type {readonly Choice[]} */ pairs) => select.replaceChildren(...choices(pairs)));
  /** @param {DaysShown} days @param {boolean} locked */
  const draw = (days, locked) => {
    fill(picks(days));
    select.value = pickOf(days);
    select.title = days.times_a_day > 1 ? `${days.times_a_day} times a day` : "";
    select.disabled = locked;
  };
  return { node: select, draw };
}
