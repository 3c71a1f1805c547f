// Made by "uv run python js/declare.py" of the types in Python; do not edit.

export type Wish = Find | Choose | Leave | Show | BringIn | Undo | Type | NoteScore | UndoScore;

/** Find patients; `waiting` asks for those alone whose diary is waited for. */
export interface Find {
  n?: number;
  do: "find";
  words: string;
  waiting: boolean;
}

/** Take up the patient of this plan. */
export interface Choose {
  n?: number;
  do: "choose";
  code: string;
}

/** Go back to the list of patients. */
export interface Leave {
  n?: number;
  do: "leave";
}

/** The sheet of this version of the plan in hand. */
export interface Show {
  n?: number;
  do: "show";
  version: number;
}

/** Take diary files in. Their bytes come beside the message, in the order of `names`. */
export interface BringIn {
  n?: number;
  do: "bring_in";
  names: string[];
}

/** Take an import, or what was typed on a day, back. */
export interface Undo {
  n?: number;
  do: "undo";
  number: number;
}

/** Keep what was typed into the sheet of this plan and version, in the name of `by`. */
export interface Type {
  n?: number;
  do: "type";
  code: string;
  version: number;
  by: string;
  typed: TypedAnswer[];
}

/** One box of the sheet: `text` as it is typed, `was` as it stood there. Of the whole day without `item_id`. */
export interface TypedAnswer {
  day: string;
  column: string;
  text: string;
  was: string;
  item_id: string;
  side: string;
  slot: number;
}

/** Note a total of a score: a key of the kit's list or any other name, the day as ISO text, the total as typed. */
export interface NoteScore {
  n?: number;
  do: "note_score";
  code: string;
  score: string;
  day: string;
  total: string;
}

/** Take an entry back; it stays to be seen. */
export interface UndoScore {
  n?: number;
  do: "undo_score";
  number: number;
}

/** The patients found, of `all` plans; `waiting` of all have a diary that is waited for. */
export interface Patients {
  rows: PatientShown[];
  all: number;
  waiting: number;
}

/** A plan of a patient. `waits` says since when its diary is waited for; empty where it is not. */
export interface PatientShown {
  code: string;
  plan_id: string;
  patient: string;
  state: string;
  seen: string;
  diary: string;
  waits: string;
}

/** `measures` are for the one screen of the follow-up, which is drawn in the page's section of that name. */
export interface View {
  chosen: Chosen | null;
  measures: null;
}

/** The patient in hand. `by` is who is taken to type. */
export interface Chosen {
  code: string;
  plan_id: string;
  patient: string;
  state: string;
  diary: string;
  waits: string;
  files: FileShown[];
  by: string;
}

/** What came in at once: a file, or what one person typed on a day. `undone` is when; empty where it stands. */
export interface FileShown {
  number: number;
  name: string;
  at: string;
  said: string;
  undone: string;
}

/** The printed sheet of a version. `of_day` are the lines below the boxes: the column, and what a person reads. `beside` tells of rows that have no place on it. */
export interface Sheet {
  code: string;
  version: number;
  versions: [string, string][];
  rows: SheetRow[];
  weeks: SheetWeek[];
  of_day: [string, string][];
  beside: string;
}

/** A line of boxes: an exercise on one side, in one session of the day. `name` as it is printed. */
export interface SheetRow {
  item_id: string;
  side: string;
  slot: number;
  name: string;
  label: string;
  spoken: string;
}

/** A table of the sheet. `due` says for each row and day whether a box is printed there. */
export interface SheetWeek {
  title: string;
  days: SheetDay[];
  due: boolean[][];
}

/** A day of the sheet; `closed` says why nothing can be written on it, empty where it can. */
export interface SheetDay {
  date: string;
  weekday: string;
  label: string;
  closed: string;
}

/** What stands in the boxes, and what stood there before where it was corrected. A box is named by its day and its place: "2026-06-01 i1 left 1", or of a day "2026-06-01 pain_worst". */
export interface Cells {
  said: Record<string, string>;
  was: Record<string, string>;
}

/** What came of the files brought in last. `alarms` are what asks for a call, of all of them. */
export interface Brought {
  alarms: Told[];
  more_alarms: number;
  files: BroughtFile[];
}

/** One fault for a person. */
export interface Told {
  where: string;
  what: string;
  mend: string;
}

/** What came of a file: in words, and by row. `number` is that of the import; null where nothing was taken. The lists hold the first few; `more` says how many each leaves out. */
export interface BroughtFile {
  name: string;
  number: number | null;
  said: string[];
  rejects: RefusedRow[];
  corrections: string[];
  faults: Told[];
  more: Record<string, number>;
}

export interface RefusedRow {
  row: number;
  why: string;
  cells: string[];
}

/** What matters to the patient of a plan. `told` is said where there is nothing to show, or it cannot be shown. */
export interface Matters {
  code: string;
  by: string;
  today: string;
  told: string;
  activities: Line[];
  visit: Visit;
  totals: Total[];
  offered: Offered[];
}

/** A score over its days. `said` is the change in words, `about` what the score is. `low` and `high` are its ends and `band` the change that matters, in points; None where nobody knows them. */
export interface Line {
  name: string;
  about: string;
  said: string;
  low: number | null;
  high: number | null;
  band: number | null;
  points: Point[];
}

/** A score of a day: the day as ISO text, and as a person reads it. */
export interface Point {
  day: string;
  label: string;
  value: number;
}

/** The activities as they can be asked today: rows of the diary of this version. `closed` says why that cannot be; empty where it can. */
export interface Visit {
  day: string;
  label: string;
  version: number;
  asked: Asked[];
  closed: string;
}

/** A score that can be typed for the day of the visit: its column in the diary, and what stands there (`was`). */
export interface Asked {
  column: string;
  name: string;
  was: string;
}

/** A score by its name, with everything that was ever noted of it, the newest day first. */
export interface Total {
  line: Line;
  entries: Entry[];
}

/** A total that was noted: who and when. `gone` says what became of one that counts no longer; empty for others. */
export interface Entry {
  number: number;
  label: string;
  total: string;
  noted: string;
  gone: string;
}

/** A score that the kit knows, with its range and what may be written down of it. */
export interface Offered {
  key: string;
  name: string;
  about: string;
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

/** Something was refused; `notices` say what. */
export interface Refused {
  refused: boolean;
}
