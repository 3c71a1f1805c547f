// Made by "uv run python js/declare.py" of the types in Python; do not edit.

export type Wish =
  | Demo
  | Find
  | Choose
  | Leave
  | Show
  | BringIn
  | Undo
  | Type
  | NoteScore
  | UndoScore
  | Look
  | Refresh
  | Behind
  | Deal
  | Read
  | Unread
  | GiveBack
  | Take
  | NextPlan
  | Picture
  | Report;

/** Make a clinic of synthetic patients that is kept, and go on there. */
export interface Demo {
  n?: number;
  do: "demo";
}

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

/** Look at this period, as of this day, at this version alone: days as ISO text; empty for all, and for today. */
export interface Look {
  n?: number;
  do: "look";
  since: string;
  as_of: string;
  version: string;
}

/** Count anew: rows came since. */
export interface Refresh {
  n?: number;
  do: "refresh";
}

/** The rows behind a number. */
export interface Behind {
  n?: number;
  do: "rows";
  figure: string;
}

/** Somebody dealt with a sign for help, and signs so. */
export interface Deal {
  n?: number;
  do: "deal";
  sign: string;
  by: string;
  role: string;
  what: string;
}

/** Mark these notes of the patient as read. */
export interface Read {
  n?: number;
  do: "read";
  notes: string[];
}

/** Let a note stand as unread again. */
export interface Unread {
  n?: number;
  do: "unread";
  note: string;
}

/** Take what was taken for an item out of the draft again. */
export interface GiveBack {
  n?: number;
  do: "give_back";
  item_id: string;
}

/** Take what is proposed for an item into the draft of the next version. */
export interface Take {
  n?: number;
  do: "take";
  item_id: string;
}

/** Take what is proposed for these items into the draft of the next version, and say where it is to be opened. */
export interface NextPlan {
  n?: number;
  do: "next_plan";
  items: string[];
}

/** The small picture of an exercise. */
export interface Picture {
  n?: number;
  do: "picture";
  exercise_id: string;
}

/** Make the report of what is looked at, as files to print and to keep. */
export interface Report {
  n?: number;
  do: "report";
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

/** `measures` are the one screen; None without a patient and for a plan that was never issued. `sample` is what is said of synthetic patients, empty for real ones; in a `demo` nothing is kept. */
export interface View {
  chosen: Chosen | null;
  measures: Measures | null;
  sample: string;
  demo: boolean;
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

/** `stale` counts the rows that came since: the page asks for the screen anew after a pause. `faults` say why there is no screen. */
export interface Measures {
  code: string;
  period: PeriodShown;
  screen: Screen | null;
  faults: Told[];
  stale: number;
}

/** What is looked at: days as ISO text, `since` empty for all; `version` empty for all. */
export interface PeriodShown {
  since: string;
  as_of: string;
  version: string;
  first: string;
  today: string;
  weeks_ago: string;
  versions: [string, string][];
  said: string;
}

/** The whole follow-up of one plan. */
export interface Screen {
  aside: AsideShown;
  headline: HeadlineShown;
  weeks: WeeksShown;
  calendar: CalendarShown;
  exercises: ExercisesShown;
  pain: PainShown;
  habits: HabitsShown;
  voice: VoiceShown;
  next: NextShown;
  late: string;
}

/** What asks for attention before the numbers. `role` is that in which somebody signed last. `unread` are the patient's notes that nobody has marked as read, `read` the others. */
export interface AsideShown {
  signs: SignShown[];
  unread: NoteShown[];
  read: NoteShown[];
  alerts: AlertShown[];
  note: string;
  by: string;
  role: string;
}

/** A sign for help that nobody has dealt with. `key` is what it is known by, `urgency` what its tier asks for. */
export interface SignShown {
  key: string;
  said: string;
  urgency: string;
  figure: string;
}

/** A note of the patient. `mark` says that it may name a red flag; empty where it does not. */
export interface NoteShown {
  key: string;
  when: string;
  text: string;
  mark: string;
  figure: string;
}

export interface AlertShown {
  rule: string;
  title: string;
  why: string;
  source: string;
  figure: string;
}

/** Shares from 0 to 1, None where nothing was due; `low` to `high` is the interval, None for too few sessions. */
export interface HeadlineShown {
  sentences: string[];
  badge: string;
  counts: CountShown[];
  recorded: number | null;
  upper: number | null;
  low: number | null;
  high: number | null;
  completeness: string;
  rule: string;
  caveat: string;
  comparison: string;
}

/** A number of sessions, in words. */
export interface CountShown {
  name: string;
  said: string;
  figure: string;
}

export interface WeeksShown {
  lines: WeekShown[];
  trend: string;
  about: string;
  changes: ChangeShown[];
  code: string;
}

/** A week of a version: sessions, which may be fractions. `begins` says that the plan changed with it. */
export interface WeekShown {
  title: string;
  label: string;
  version: number;
  begins: boolean;
  expected: number;
  done: number;
  not_done: number;
  missing: number;
  over: string;
  share: string;
  percent: number | null;
  short: boolean;
  figure: string;
}

/** Before and after a version began. */
export interface ChangeShown {
  title: string;
  before: string;
  after: string;
  said: string;
  statistics: string[];
  before_figure: string;
  after_figure: string;
}

export interface CalendarShown {
  weeks: CalendarWeek[];
  code: string;
}

/** Monday to Sunday; None for days outside the plan and the period. */
export interface CalendarWeek {
  title: string;
  days: (CalendarDay | null)[];
}

/** A day: what it was, its number in the month, and the same in words. `begins` is the version that does. `extra`: something was done though nothing was due. */
export interface CalendarDay {
  day: string;
  number: string;
  day_is: "done" | "partial" | "not_done" | "missing" | "rest" | "pause" | "ahead";
  extra: boolean;
  spoken: string;
  begins: number | null;
  figure: string;
}

export interface ExercisesShown {
  lines: ExerciseShown[];
  code: string;
}

/** A line of the table: each number in words, beside it the number to sort by (None where nobody told it). `figure` are its own rows, `sessions_figure` all rows of its sessions, which tell the pain. */
export interface ExerciseShown {
  item_id: string;
  exercise_id: string;
  name: string;
  place: number;
  share: string;
  sort_share: number | null;
  interval: string;
  sides: CountShown[];
  is_gap: boolean;
  dose: string;
  sort_dose: number | null;
  volume: string;
  is_over: boolean;
  sort_volume: number | null;
  reasons: string;
  sort_reasons: number;
  pain: string;
  sort_pain: number | null;
  figure: string;
  sessions_figure: string;
}

/** `days` is the length of the chart; `ticks` name days of it. */
export interface PainShown {
  points: PainPointShown[];
  days: number;
  ticks: [number, string][];
  marks: MarkShown[];
  guides: number[];
  facts: CountShown[];
  code: string;
}

/** Scores of one session, 0 to 10. `at` are days from the first of the chart, None without a day. */
export interface PainPointShown {
  at: number | null;
  said: string;
  before: number | null;
  worst: number | null;
  after: number | null;
  morning: number | null;
  effort: number | null;
  advice: string;
  figure: string;
}

/** A day on which a version began. */
export interface MarkShown {
  at: number;
  label: string;
}

export interface HabitsShown {
  facts: CountShown[];
  clock: BarShown[];
  code: string;
}

/** Sessions in a part of the day. */
export interface BarShown {
  name: string;
  sessions: number;
  said: string;
  figure: string;
}

/** The patient's own words, the reasons given, and what can be said to her. */
export interface VoiceShown {
  own: WordsShown[];
  reasons: ReasonShown[];
  talking: WordsShown[];
}

/** A sentence, and the rows that it is about. */
export interface WordsShown {
  when: string;
  text: string;
  figure: string;
}

/** A reason, in how many sessions it was given, and of which exercises how often. */
export interface ReasonShown {
  name: string;
  said: string;
  exercises: string;
  figure: string;
}

/** The proposals, and in words the draft that they go to, with its `version`, 0 without one. `opens` says whether the planner beside this page has the draft. */
export interface NextShown {
  proposals: ProposalShown[];
  draft: string;
  note: string;
  version: number;
  opens: boolean;
}

/** What is proposed for one item. `state` says whether it is in the draft of the next version already. */
export interface ProposalShown {
  item_id: string;
  exercise_id: string;
  name: string;
  kind: string;
  words: string;
  why: string;
  source: string;
  state: "open" | "taken" | "edited" | "past" | "nothing";
  figure: string;
}

/** One fault for a person. */
export interface Told {
  where: string;
  what: string;
  mend: string;
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

/** The answer to a number that was opened. */
export interface RowsSent {
  rows: RowsMessage;
}

/** The rows behind a number; `more` are left out. `blank` are sessions that were due and are in no row. */
export interface RowsMessage {
  figure: string;
  rows: RowShown[];
  more: number;
  blank: string[];
}

/** A diary row as it stands: each cell in words. */
export interface RowShown {
  when: string;
  exercise: string;
  side: string;
  status: string;
  amounts: string;
  pain: string;
  note: string;
  source: string;
}

export interface DraftSent {
  draft: DraftAt;
}

/** The draft that the planner is to open. */
export interface DraftAt {
  code: string;
  version: number;
}

export interface PictureSent {
  picture: SmallPicture;
}

/** SVG text of an exercise; empty where none is drawn. */
export interface SmallPicture {
  id: string;
  svg: string;
}

export interface ReportSent {
  report: ReportMade;
}

/** The names of the report's files of the plan `code`, whose bytes come beside; where there are none, `faults` say why. */
export interface ReportMade {
  code: string;
  said: string;
  files: string[];
  faults: Told[];
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
