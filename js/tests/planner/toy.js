// Findings, items and schedules with no more in them than a test is about.

/** @import { DaysShown, DoseShown, FindingShown, ItemShown, WayShown } from "../../planner/messages.js" */

/** @type {FindingShown} */
const FINDING = {
  key: "CAUTION screen plan",
  level: "CAUTION",
  item: null,
  where: "plan",
  what: "The red-flag screen is not done.",
  why: "",
  source: "",
  mend: "",
  holds: false,
  opens: "",
  asks: "",
  answer: null,
};

/** @param {Partial<FindingShown>} [parts] */
export const finding = (parts = {}) => ({ ...FINDING, ...parts });

/** @type {DoseShown} */
const DOSE = {
  sets: 1,
  reps: 2,
  hold_s: 30,
  tempo_s: 0,
  duration_s: null,
  rest_rep_s: 15,
  load_kg: null,
  band: "",
  effort_target: null,
  rest_set_s: 0,
};

/** @param {Partial<DoseShown>} [parts] */
export const dose = (parts = {}) => ({ ...DOSE, ...parts });

/** @param {Partial<DaysShown>} parts @returns {DaysShown} */
export const days = (parts) => ({ weekdays: null, days_a_week: null, times_a_day: 1, ...parts });

/** @type {WayShown} */
const WAY = {
  sides: ["each", "left", "right", "both"],
  instead: null,
  surfaces: [],
  surface: null,
  surface_now: null,
  may_alternate: false,
  side_order: null,
  arc: null,
  rom_limit: null,
  pain_kind: null,
};

/** @param {Partial<WayShown>} [parts] */
export const way = (parts = {}) => ({ ...WAY, ...parts });

/** @param {Partial<ItemShown>} parts @returns {ItemShown} */
export const item = (parts) => ({
  item_id: "i1",
  exercise_id: "bridge",
  name: "Bridge",
  patient_name: "Bridge",
  sides: "each",
  way: WAY,
  dose: dose(),
  presets: ["3 × 10"],
  loaded: false,
  short: "2 x 30 s",
  sentences: "Hold 30 seconds.",
  schedule: days({ days_a_week: 3 }),
  note: "",
  rest_s: 0,
  seconds: 170,
  time: "2 min 50 s",
  steps: [],
  ...parts,
});
