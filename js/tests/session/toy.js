// A plan small enough to be checked by hand: two weeks from Monday 1 June, a break on the 10th.
//
// i1, each side: 2 sets of 2 holds of 10 s, on 1, 3 and 8 June, on the 3rd twice.
// i2, both sides: 60 s without a count, on two days of the patient's choice: Tuesday and Friday are proposed.
// i3, both sides: 3 repetitions of 4 s with 5 kg, together with i1.

/** @import { Facts, Item, StepRow } from "../../session/facts.js" */
/** @import { Shelf } from "../../session/types.js" */

/** @type {StepRow[]} */
const STRETCH = [
  ["setup", 5, 1, null, "left"],
  ["hold", 10, 1, 1, "left"],
  ["hold", 10, 1, 2, "left"],
  ["switch", 5, 1, null, "right"],
  ["hold", 10, 1, 1, "right"],
  ["hold", 10, 1, 2, "right"],
  ["rest", 20, 2, null, null],
  ["hold", 10, 2, 1, "left"],
  ["hold", 10, 2, 2, "left"],
  ["switch", 5, 2, null, "right"],
  ["hold", 10, 2, 1, "right"],
  ["hold", 10, 2, 2, "right"],
];

/** @type {Item} */
export const stretch = {
  item: "i1",
  exercise_id: "glute_stretch",
  exercise: "Glute stretch",
  prescribed: "2 x 2, 10 s",
  dose: "Hold 10 seconds. Do it 2 times on each side, 2 rounds.",
  sides: ["left", "right"],
  lines: { left: ["Bend your left knee."], right: ["Bend your right knee."] },
  free: false,
  a_week: 3,
  equipment: ["mat"],
  optional: [],
  pain: "strength",
  sets: 2,
  reps: 2,
  hold_s: 10,
  duration_s: null,
  load_kg: null,
  steps: STRETCH,
  alts: [],
  motion: "",
};

/** @type {Item} */
export const walk = {
  ...stretch,
  item: "i2",
  exercise_id: "march",
  exercise: "March",
  prescribed: "60 s",
  sides: ["both"],
  lines: { both: ["Lift your knees."] },
  free: true,
  a_week: 2,
  equipment: [],
  optional: ["mat"],
  pain: "stretch",
  sets: 1,
  reps: 1,
  hold_s: 0,
  duration_s: 60,
  steps: [
    ["setup", 5, 1, null, null],
    ["move", 60, 1, 1, null],
  ],
};

/** @type {Item} */
export const lift = {
  ...stretch,
  item: "i3",
  exercise_id: "lift",
  exercise: "=Lift, both",
  prescribed: "3 x",
  sides: ["both"],
  lines: { both: ["Lift."] },
  sets: 1,
  reps: 3,
  hold_s: 0,
  load_kg: 5,
  steps: [
    ["setup", 5, 1, null, null],
    ["move", 4, 1, 1, null],
    ["move", 4, 1, 2, null],
    ["move", 4, 1, 3, null],
  ],
};

const DAYS = Array.from({ length: 14 }, (_, n) => `2026-06-${String(n + 1).padStart(2, "0")}`);

/** @type {Facts} */
export const facts = {
  plan_code: "BCDFGHJK",
  fingerprint: "0123456789ab",
  plan_id: "P-001",
  plan_version: 1,
  lang: "en-GB",
  caution: [],
  asks: "full",
  start: "2026-06-01",
  until: "2026-06-15",
  ready_s: 0,
  days: Object.fromEntries(DAYS.filter((day) => day !== "2026-06-10").map((day, n) => [day, n < 7 ? 1 : 2])),
  items: [stretch, walk, lift],
  rest_ex_s: 0,
  ways_s: [
    [0, 30, 30],
    [20, 0, 5],
    [20, 5, 0],
  ],
  activities: ["Walking to the shop", "Stairs"],
  asking: [1],
  groups: [[0, 2], [1]],
  slots: [
    [1, "2026-06-01", 1, 0],
    [1, "2026-06-02", 1, 1],
    [1, "2026-06-03", 1, 0],
    [1, "2026-06-03", 2, 0],
    [1, "2026-06-05", 1, 1],
    [2, "2026-06-08", 1, 0],
    [2, "2026-06-09", 1, 1],
    [2, "2026-06-12", 1, 1],
  ],
  columns: [
    ..."plan_code plan_id plan_version item_id week date slot exercise_id exercise side prescribed".split(" "),
    ..."status sets_done reps_done reps_last_set hold_done_s load_kg pain_before pain_worst pain_after".split(" "),
    ..."pain_next_morning effort reason help_sign started_at logged_at note activity_1 activity_2 activity_3".split(
      " ",
    ),
  ],
  answers: [
    "status",
    "sets_done",
    "reps_done",
    "reps_last_set",
    "hold_done_s",
    "load_kg",
    "pain_before",
    "pain_worst",
    "pain_after",
    "pain_next_morning",
    "effort",
    "reason",
    "help_sign",
    "started_at",
    "logged_at",
    "note",
    "activity_1",
    "activity_2",
    "activity_3",
  ],
  formula_starts: ["=", "+", "-", "@", "\t", "\r"],
  status_words: { done: "done", yes: "done", "✓": "done", partial: "partial", "not done": "not_done", x: "not_done" },
  words: {},
};

/**
 * A shelf in memory.
 * @param {string | null} [text] what lies on it
 * @returns {Shelf & { text: string | null }}
 */
export function memory(text = null) {
  /** @type {string[]} */
  let beside = [];
  const place = {
    name: "toy",
    kept: true,
    text,
    read: () => place.text,
    /** @param {string} given */
    write(given) {
      place.text = given;
      return true;
    },
    clear() {
      place.text = null;
      beside = [];
    },
    asides: () => beside,
    /** @param {string} given */
    setAside: (given) => void beside.push(given),
  };
  return place;
}
