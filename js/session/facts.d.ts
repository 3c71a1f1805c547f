// Made by "uv run python js/declare.py" of the types in Python; do not edit.

/** A plan as its page knows it. `days` gives the week of each open day; `groups` are places in `items`. `activities` are what matters to the patient, asked about in the weeks `asking`, once in each. `ready_s` are the whole seconds of the warm-up, `rest_ex_s` those of the rest between two items, and `ways_s` those from the place of one item to that of another: a row for the item before, a column for the item after. */
export interface Facts {
  plan_code: string;
  fingerprint: string;
  plan_id: string;
  plan_version: number;
  lang: string;
  caution: string[];
  asks: Asks;
  start: string;
  until: string;
  ready_s: number;
  days: Record<string, number>;
  items: Item[];
  activities: string[];
  asking: number[];
  groups: number[][];
  slots: SlotRow[];
  columns: string[];
  answers: Answer[];
  formula_starts: string[];
  rest_ex_s: number;
  ways_s: number[][];
  status_words: Record<string, Status>;
  words: Record<string, string>;
}

/** One item of the plan; its sides stand in the order in which they are done, `lines` are its steps for each. `motion` is a packed `Movement`, or empty. */
export interface Item {
  item: string;
  exercise_id: string;
  exercise: string;
  prescribed: string;
  dose: string;
  sides: Place[];
  lines: Partial<Record<Place, string[]>>;
  free: boolean;
  a_week: number;
  equipment: string[];
  optional: string[];
  pain: "stretch" | "mobility" | "balance" | "strength" | "walking" | "tendon" | "osteoarthritis";
  sets: number;
  reps: number;
  hold_s: number;
  duration_s: number | null;
  load_kg: number | null;
  steps: StepRow[];
  alts: string[];
  motion: string;
}

/** The pictures of a movement from start to end: each shape once, as attributes of a path, and those of each frame. `placed` is where all of it stands in the `box`, as a transform. */
export interface Movement {
  box: string;
  placed: string;
  shapes: Record<string, string>[];
  frames: number[][];
}

export type StepRow = [Kind, number, number, number | null, Side | null];

export type SlotRow = [number, string, number, number];

export type Place = Side | "both";

export type Asks = "brief" | "full";

export type Side = "left" | "right";

export type Kind = "setup" | "move" | "hold" | "rest" | "switch" | "between";

export type Answer =
  | "status"
  | "sets_done"
  | "reps_done"
  | "reps_last_set"
  | "hold_done_s"
  | "load_kg"
  | "pain_before"
  | "pain_worst"
  | "pain_after"
  | "pain_next_morning"
  | "effort"
  | "reason"
  | "help_sign"
  | "started_at"
  | "logged_at"
  | "note"
  | "activity_1"
  | "activity_2"
  | "activity_3";

export type Status = "done" | "partial" | "not_done";
