// On which days, and how often on a day.
import { button, choices, h } from "../shared/controls.js";
import { stepper } from "./dose.js";

/** @import { Asker } from "../shared/asked.js" */
/** @import { DaysShown, Weekday } from "./messages.js" */
/** @typedef {"every" | "count" | "fixed"} Mode */

/** @type {readonly (readonly [Weekday, string])[]} */
const DAYS = [
  ["mon", "Mon"],
  ["tue", "Tue"],
  ["wed", "Wed"],
  ["thu", "Thu"],
  ["fri", "Fri"],
  ["sat", "Sat"],
  ["sun", "Sun"],
];
export const WEEK = DAYS.map(([day]) => day);

/** @type {readonly (readonly [Mode, string])[]} */
const MODES = [
  ["every", "Every day"],
  ["count", "Some days"],
  ["fixed", "Set days"],
];

/**
 * How the days of a schedule are shown. “Set days” with all seven looks like “every day”, so what was `chosen` counts.
 * @param {DaysShown} schedule
 * @param {Mode | null} chosen
 * @returns {Mode}
 */
export function modeOf({ weekdays, days_a_week }, chosen) {
  if (days_a_week) return "count";
  return weekdays?.length === WEEK.length && chosen !== "fixed" ? "every" : "fixed";
}

/**
 * The days that a mode begins with.
 * @param {Mode} mode
 * @returns {Pick<DaysShown, "weekdays" | "days_a_week">}
 */
export function begun(mode) {
  if (mode === "count") return { weekdays: null, days_a_week: 3 };
  return { weekdays: mode === "every" ? [...WEEK] : ["mon", "wed", "fri"], days_a_week: null };
}

/**
 * The week's days with one put in or taken out, in their order.
 * @param {readonly Weekday[]} weekdays
 * @param {Weekday} day
 */
export function toggled(weekdays, day) {
  const set = new Set(weekdays);
  if (!set.delete(day)) set.add(day);
  return WEEK.filter((one) => set.has(one));
}

/**
 * Weekdays as a row names them.
 * @param {readonly Weekday[]} weekdays
 */
export function named(weekdays) {
  const set = new Set(weekdays);
  return DAYS.flatMap(([day, name]) => (set.has(day) ? [name] : [])).join(", ");
}

/**
 * @param {string} whose
 * @param {(days: DaysShown, asker?: Asker) => void} change
 */
export function daysField(whose, change) {
  /** @type {DaysShown} */
  let now = { weekdays: null, days_a_week: null, times_a_day: 1 };
  /** @type {Mode | null} */
  let chosen = null;
  const mode = h("select", { "aria-label": `How the days are set, ${whose}` }, ...choices(MODES));
  /** @param {Partial<DaysShown>} days @param {Asker} [asker] */
  const tell = (days, asker) =>
    change({ weekdays: now.weekdays, days_a_week: now.days_a_week, times_a_day: now.times_a_day, ...days }, asker);
  const count = stepper("Days a week", whose, { min: 1, max: 6 }, (n, _, asker) =>
    tell({ weekdays: null, days_a_week: n }, asker),
  );
  const times = stepper("Times a day", whose, { min: 1, max: 10 }, (n, _, asker) => tell({ times_a_day: n }, asker));
  const chips = DAYS.map(([day, name]) => {
    const press = () => tell({ weekdays: toggled(now.weekdays ?? [], day), days_a_week: null });
    return { day, node: button(name, press, { class: "hs-chip", "aria-label": `${name}, ${whose}` }) };
  });
  const named = { class: "hs-chips", role: "group", "aria-label": `Weekdays, ${whose}` };
  const chipRow = h("div", named, ...chips.map((chip) => chip.node));
  mode.addEventListener("change", () => {
    const [picked] = MODES.find(([value]) => value === mode.value) ?? [];
    if (!picked) return;
    chosen = picked;
    tell(begun(picked));
  });
  /**
   * @param {DaysShown} schedule
   * @param {boolean} locked
   */
  const draw = (schedule, locked) => {
    now = schedule;
    mode.value = modeOf(schedule, chosen);
    mode.disabled = locked;
    count.draw(schedule.days_a_week, mode.value === "count", locked);
    times.draw(schedule.times_a_day, true, locked);
    chipRow.hidden = mode.value !== "fixed";
    for (const { day, node: chip } of chips) {
      chip.setAttribute("aria-pressed", String(Boolean(schedule.weekdays?.includes(day))));
      chip.disabled = locked;
    }
  };
  const caption = h("span", { class: "hs-caption", "aria-hidden": "true" }, "Days");
  const choice = h("div", { class: "hs-field" }, caption, mode);
  const node = h("div", { class: "hs-days" }, choice, count.node, times.node, chipRow);
  return { node, draw, focus: () => chips[0]?.node.focus() };
}
