// Made by "uv run python js/declare.py" of the types in Python; do not edit.

export type Wish = AsOf | Today;

/** Look through all plans as of `day`, as in 2026-06-01. */
export interface AsOf {
  n?: number;
  do: "as_of";
  day: string;
}

/** Look through all plans again, as of today. */
export interface Today {
  n?: number;
  do: "today";
}

/** The caseload as of a day. `band` is what has to be said above it, empty where there is nothing. */
export interface View {
  as_of: string;
  today: string;
  cases: CaseShown[];
  note: string;
  band: string;
}

/** A plan. `place` is its place in the order of who needs a call; `change` compares the weeks where that can be. */
export interface CaseShown {
  code: string;
  plan_id: string;
  patient: string;
  version: number;
  place: number;
  reasons: ReasonShown[];
  weight: number;
  signs: number;
  overdue: boolean;
  review_due: boolean;
  draft: number | null;
  now: WeekShown;
  before: WeekShown;
  compared: string;
  change: number | null;
  last_day: string;
  review_on: string;
  last_planned: string;
}

/** Why somebody may need a call, with what it rests on. */
export interface ReasonShown {
  rule: "W1" | "W2" | "W3" | "W4" | "W5" | "W6" | "W7" | "W8" | "overdue" | "review_soon" | "review_passed" | "ended" | "draft" | "unread" | "unread_red_flag" | "unsure";
  title: string;
  why: string;
  source: string;
  weight: number;
  rows: RowShown[];
}

/** A session behind a reason: its day, its number of the day, and whether anything of it was logged. */
export interface RowShown {
  day: string;
  slot: number | null;
  logged: boolean;
}

/** Seven days in words, and the shares of what was due that were done and that nobody logged, 0 to 1. The shares are null where nothing was due. */
export interface WeekShown {
  said: string;
  done: number | null;
  missing: number | null;
}

/** A fault, and `of` which wish it is; empty where it is of none. `n` numbers the wish whose content is at fault. */
export interface Notice {
  where: string;
  what: string;
  mend: string;
  of: string;
  n: number | null;
}

/** Wish `n` was carried out and is on the disk, or was refused and told. */
export interface Answered {
  answered: number | null;
}

/** A wish of the name `of` was refused; `notices` say what. `about` is the plan and version that something was made of beside the page, which may have another one in hand by then; empty where it is the one in hand. */
export interface Refused {
  refused: boolean;
  of: string;
  about: string;
}
