// Made by "uv run python js/declare.py" of the types in Python; do not edit.

export type Wish =
  | Search
  | FindConditions
  | ShowDetail
  | ShowPicture
  | ShowFrames
  | ShowOwn
  | PreviewOwn
  | OwnPhoto
  | Unfold
  | Export
  | Preview
  | Mends
  | Play
  | Whole
  | Look
  | FromTemplate
  | Open
  | NewVersion
  | NextVersion
  | ForAnother
  | Simply
  | Issue
  | Resolve
  | SamePatient
  | FindPlans
  | FindTemplates
  | RenameTemplate
  | RemoveTemplate
  | BringBackTemplate
  | KeepTemplate
  | UsualDose
  | Favourite
  | KeepOwn
  | RemoveOwn
  | Add
  | AddAll
  | Fill
  | Swap
  | Adjust
  | WriteDose
  | AdjustAll
  | RemoveAll
  | SetArc
  | SetDays
  | Move
  | Order
  | Remove
  | Back
  | Describe
  | NameActivities
  | Report
  | Answer
  | AboutPatient
  | Thing
  | NotThere
  | AddCondition
  | KeepCondition
  | ChangeCondition
  | EndTag
  | RemoveCondition
  | NotMadeFor
  | NoteUnlisted
  | RemoveUnlisted
  | Flag
  | Screened;

/** Find exercises. `fits` keeps to what can be done with the things at home and brings no STOP and no AVOID for this patient, `mine` to what she likes or used last. */
export interface Search {
  n?: number;
  do: "search";
  words: string;
  region: string;
  category: string;
  position: string;
  fits: boolean;
  mine?: "" | "favourites" | "recent";
}

/** The conditions that these words mean. */
export interface FindConditions {
  n?: number;
  do: "find_conditions";
  words: string;
}

export interface ShowDetail {
  n?: number;
  do: "detail";
  exercise_id: string;
}

/** Of an exercise as it is in the library, or as it was `issued`. */
export interface ShowPicture {
  n?: number;
  do: "picture";
  exercise_id: string;
  issued?: Issued;
}

/** A version that is issued: its exercises are its own, whatever the library says of them now. */
export interface Issued {
  code: string;
  version: number;
}

/** The pictures of the movement of an exercise. */
export interface ShowFrames {
  n?: number;
  do: "frames";
  exercise_id: string;
}

/** The form of an exercise: empty without one, of a copy to change, or of one of her own. */
export interface ShowOwn {
  n?: number;
  do: "own";
  exercise_id: string;
  copy: boolean;
}

/** The exercise of the form as its patient reads it; nothing is kept. The answer bears the same `turn`. */
export interface PreviewOwn {
  n?: number;
  do: "own_preview";
  exercise_id: string;
  copy: boolean;
  form: OwnForm;
  turn: number;
}

/** The fields of the form. Several things of one kind stand a line each; numbers are text as it was typed. The three `no_…` say that there is none, which an empty field does not. `tags` are names, with `@other` or `@both` where they are not of the side that works. `drawn_as` is as of the exercise, empty for its own id. `photo` is the picture as base64 text of a JPEG, empty for none. */
export interface OwnForm {
  name: string;
  patient_name: string;
  purpose: string;
  category: string;
  region: string;
  position: string;
  muscles: string;
  equipment: string;
  helps: string;
  no_equipment: boolean;
  sides: string;
  kind: "" | "reps" | "hold" | "time";
  sets: string;
  reps: string;
  hold_s: string;
  tempo_s: string;
  duration_s: string;
  rest_set_s: string;
  days_a_week: string;
  times_a_day: string;
  steps: string;
  feel: string;
  breathing: string;
  mistakes: string;
  safety: string;
  precautions: string;
  no_precautions: boolean;
  tags: string[];
  no_tags: boolean;
  source: string;
  drawn_as: string;
  photo: string;
  photo_alt: string;
}

/** The picture in the file that comes along. */
export interface OwnPhoto {
  n?: number;
  do: "own_photo";
}

/** One item in full, as its patient reads it. */
export interface Unfold {
  n?: number;
  do: "unfold";
  item_id: string;
}

/** Make the handout, and keep it. */
export interface Export {
  n?: number;
  name: string;
  paper: "" | "a4" | "letter";
  palette: string;
  large: boolean;
  language?: string;
  form?: "" | "page" | "leaflet" | "cards" | "pictures";
  diary?: "" | "brief" | "full" | "none";
  do: "export";
}

/** The pages of the handout as pictures; nothing is kept. The answer bears the same `turn`. Those of a draft are shown as they will be once it is issued `by` this name. */
export interface Preview {
  n?: number;
  name: string;
  paper: "" | "a4" | "letter";
  palette: string;
  large: boolean;
  language?: string;
  form?: "" | "page" | "leaflet" | "cards" | "pictures";
  diary?: "" | "brief" | "full" | "none";
  do: "preview";
  turn: number;
  by?: string;
}

/** What would clear the finding `key`, each mend tried before it is offered. */
export interface Mends {
  n?: number;
  do: "mends";
  key: string;
}

/** The session as the patient plays it. */
export interface Play {
  n?: number;
  do: "play";
}

/** The whole of what is shown, for a page that missed a change of it. */
export interface Whole {
  n?: number;
  do: "whole";
}

/** Whether another window has changed the plan in hand. */
export interface Look {
  n?: number;
  do: "look";
}

export interface FromTemplate {
  n?: number;
  do: "template";
  template: string;
}

export interface Open {
  n?: number;
  do: "open";
  code: string;
  version: number;
}

/** `start` is a day such as 2026-06-01; `reason` says what is corrected, empty where nothing is. */
export interface NewVersion {
  n?: number;
  do: "new_version";
  start: string;
  reason: string;
}

/** The draft after the newest version of a plan, from today on; one that has been begun is opened. */
export interface NextVersion {
  n?: number;
  do: "next_version";
  code: string;
}

/** The plan in hand as a new one for another patient; `keep` are the keys of the texts that go with it. */
export interface ForAnother {
  n?: number;
  do: "for_another";
  patient: string;
  keep: string[];
  sides: boolean;
}

/** A wish that needs no more words. */
export interface Simply {
  n?: number;
  do: "blank" | "undo" | "redo" | "close";
}

/** `by` is the clinician's name. */
export interface Issue {
  n?: number;
  do: "issue";
  by: string;
}

/** Which of two edits of one thing goes on. */
export interface Resolve {
  n?: number;
  do: "resolve";
  choice: "theirs" | "mine" | "copy";
}

export interface SamePatient {
  n?: number;
  do: "same_patient";
  patient_code: string;
}

/** The plans with these words; `all` of them, or the first ones. */
export interface FindPlans {
  n?: number;
  do: "find_plans";
  words: string;
  all?: boolean;
}

export interface FindTemplates {
  n?: number;
  do: "find_templates";
  words: string;
}

export interface RenameTemplate {
  n?: number;
  do: "rename_template";
  template: string;
  name: string;
}

/** Take one of her own away; it can be brought back. */
export interface RemoveTemplate {
  n?: number;
  do: "remove_template";
  template: string;
}

export interface BringBackTemplate {
  n?: number;
  do: "bring_back_template";
  template: string;
}

/** The plan in hand as a template of her own; `keep` as above. */
export interface KeepTemplate {
  n?: number;
  do: "keep_template";
  name: string;
  keep: string[];
  sides: boolean;
}

/** The dose and days of this item are her usual ones from now on, or no longer. */
export interface UsualDose {
  n?: number;
  do: "usual_dose";
  item_id: string;
  on: boolean;
}

export interface Favourite {
  n?: number;
  do: "favourite";
  exercise_id: string;
  on: boolean;
}

/** Write what the form says: a new exercise, a copy, or over her own as it `was` when the form was opened. */
export interface KeepOwn {
  n?: number;
  do: "keep_own";
  exercise_id: string;
  copy: boolean;
  was: string;
  form: OwnForm;
}

export interface RemoveOwn {
  n?: number;
  do: "remove_own";
  exercise_id: string;
}

/** As the last one, or at the place `at`, counted from 0. What is in the plan already comes in `again` alone. */
export interface Add {
  n?: number;
  do: "add";
  exercise_id: string;
  at?: number;
  again?: boolean;
}

/** Several at once, in this order; one step back takes them all away. */
export interface AddAll {
  n?: number;
  do: "add_all";
  exercise_ids: string[];
}

/** The exercises of a template after those of the plan in hand. */
export interface Fill {
  n?: number;
  do: "fill";
  template: string;
}

export interface Swap {
  n?: number;
  do: "swap";
  item_id: string;
  exercise_id: string;
}

/** One field of an item; seconds and counts are whole numbers, loads kilograms. None: nothing is said. */
export interface Adjust {
  n?: number;
  typing?: number;
  do: "adjust";
  item_id: string;
  field: Amount | "load_kg" | "band" | "effort_target" | "sides" | "note" | "surface" | "side_order" | "pain_kind";
  value: number | string | null;
}

/** A dose as it is written: "3x8 h5". None of `sets` is "2x30s", None of `hold_s` keeps the hold. */
export interface WriteDose {
  n?: number;
  do: "dose";
  item_id: string;
  sets: number | null;
  reps: number;
  hold_s: number | null;
  typing?: number;
}

/** The same of several items, as one step. What an item cannot take is told, and the others are set. */
export interface AdjustAll {
  n?: number;
  do: "adjust_all";
  item_ids: string[];
  changes: Changes;
}

/** What several items are set to. `rest_s` is the rest that an item has: between its sets, else its repetitions. */
export interface Changes {
  sides?: Sides;
  sets?: number;
  reps?: number;
  hold_s?: number;
  rest_s?: number;
  weekdays?: Weekday[] | null;
  days_a_week?: number | null;
  dose?: Written;
}

/** A dose as it is written; None as in `WriteDose`. */
export interface Written {
  sets: number | null;
  reps: number;
  hold_s: number | null;
}

export interface RemoveAll {
  n?: number;
  do: "remove_all";
  item_ids: string[];
}

/** The part of its joint's range that an item keeps inside, in degrees; two None take the limit away. */
export interface SetArc {
  n?: number;
  do: "arc";
  item_id: string;
  from_deg: number | null;
  to_deg: number | null;
}

/** Either `weekdays` or `days_a_week`. */
export interface SetDays {
  n?: number;
  do: "schedule";
  item_id: string;
  weekdays: Weekday[] | null;
  days_a_week: number | null;
  times_a_day: number;
}

/** To a place counted from 0. */
export interface Move {
  n?: number;
  do: "move";
  item_id: string;
  to: number;
}

/** All items in the order with the fewest changes of position. */
export interface Order {
  n?: number;
  do: "order";
}

export interface Remove {
  n?: number;
  do: "remove";
  item_id: string;
}

/** An item as the version before had it: changed back, put in again, or taken out where that one did not have it. */
export interface Back {
  n?: number;
  do: "back";
  item_id: string;
}

/** One field of the head of the plan; empty or None is not said. */
export interface Describe {
  n?: number;
  typing?: number;
  do: "describe";
  field: "plan_id" | "patient" | "title" | "start" | "review_on" | "pain_kind" | "rest_ex_s";
  value: number | string | null;
}

/** What matters to the patient, all of it as the fields stand; an empty one is none. */
export interface NameActivities {
  n?: number;
  typing?: number;
  do: "activities";
  names: string[];
}

/** One field of what the plan says about itself; empty means not said. */
export interface Report {
  n?: number;
  typing?: number;
  do: "report";
  field: "provider" | "setting" | "supervision" | "group" | "tailoring" | "tailored_how" | "start_rule" | "progression_rule" | "advice";
  value: string;
}

/** The clinician's answer to the finding `key`: a reason, a confirmation, or a sign-off by name and role. */
export interface Answer {
  n?: number;
  do: "answer";
  key: string;
  by: string;
  reason: string;
  role?: string;
}

export interface AboutPatient {
  n?: number;
  typing?: number;
  do: "patient";
  field: "age" | "side" | "minutes_a_day" | "support" | "goal" | "gets_off_floor";
  value: number | boolean | string | null;
}

/** A thing that is in the list of those at home, or no longer. */
export interface Thing {
  n?: number;
  do: "thing";
  name: string;
  has: boolean;
}

/** A thing that is said not to be at home, such as "band" for all bands, or no longer. */
export interface NotThere {
  n?: number;
  do: "not_there";
  name: string;
  on: boolean;
}

/** By its id, or by its name. `also` are further ones, where it is not known which of them it is. */
export interface AddCondition {
  n?: number;
  do: "add_condition";
  condition: string;
  also?: string[];
}

/** Of several that may be it, the one at place `at` is: the others are taken away. */
export interface KeepCondition {
  n?: number;
  do: "keep_condition";
  at: number;
}

/** The condition at place `at`; an empty value means not said. */
export interface ChangeCondition {
  n?: number;
  do: "change_condition";
  at: number;
  field: "side" | "region" | "since" | "until";
  value: string;
}

/** The first day on which the condition at `at` no longer concerns a movement; empty takes the end away. */
export interface EndTag {
  n?: number;
  do: "end_tag";
  at: number;
  tag: string;
  until: string;
}

export interface RemoveCondition {
  n?: number;
  do: "remove_condition";
  at: number;
}

/** The conditions that a ready-made plan brought, and of which nothing is said yet, are not the patient's. */
export interface NotMadeFor {
  n?: number;
  do: "not_made_for";
  conditions: string[];
}

/** What the patient has that no rule covers, in the clinician's words. */
export interface NoteUnlisted {
  n?: number;
  do: "note_unlisted";
  words: string;
}

export interface RemoveUnlisted {
  n?: number;
  do: "remove_unlisted";
  at: number;
}

/** A red flag that is present, or is not. */
export interface Flag {
  n?: number;
  do: "flag";
  name: string;
  present: boolean;
}

export interface Screened {
  n?: number;
  do: "screened";
  done: boolean;
}

export type Amount = "sets" | "reps" | "hold_s" | "tempo_s" | "duration_s" | "rest_rep_s" | "rest_set_s";

/** What a clinician picks an exercise by. `open` are the fields that a clinician has still to fill in. */
export interface Card {
  id: string;
  name: string;
  patient_name: string;
  about: string[];
  position: string;
  draft: boolean;
  open: string[];
}

export type PainKind = "stretch" | "mobility" | "balance" | "strength" | "walking" | "tendon" | "osteoarthritis";

export type SideOrder = "sides_in_turn" | "alternate";

export type Surface = "floor" | "bed";

export type GetsOffFloor = "yes" | "with_help" | "no" | "unknown";

export type Affected = "left" | "right" | "both";

export type View = Start | Work;

/** The page without a plan: ways to start, the draft worked on last, and the plans that were asked for. Of `plans` in all, `found` have the `words`, and `kept` are the first of them; templates are `sought` by theirs. */
export interface Start {
  plan: null;
  conflict: null;
  words: string;
  sought: string;
  offers: Offer[];
  ready: number;
  removed: RemovedShown | null;
  go_on: GoOn | null;
  kept: KeptShown[];
  found: number;
  plans: number;
}

/** A ready-made plan; `mine` is one of her own. `picture` is the exercise that it begins with. */
export interface Offer {
  id: string;
  name: string;
  summary: string;
  about: string;
  mine: boolean;
  picture: string;
}

/** A template of her own that was taken away just now. */
export interface RemovedShown {
  id: string;
  name: string;
}

/** The draft worked on last. */
export interface GoOn {
  code: string;
  plan_id: string;
  patient: string;
  version: number;
  what: string;
  about: string;
  picture: string;
}

/** A plan in the list of patients: who, for what, and what is due, all of it in words. `last` is the last visit or diary, `review` the next review, `waiting` that a diary is still to be looked at. What was `issued_today` is corrected rather than followed. */
export interface KeptShown {
  code: string;
  plan_id: string;
  patient: string;
  issued: number[];
  draft: number | null;
  area: string;
  conditions: string;
  last: string;
  review: string;
  due: "overdue" | "today" | "coming" | "past" | "";
  waiting: boolean;
  issued_today: boolean;
}

/** The page with a plan in hand. `next` replaces it, `correct_from` is the first day that a correction may have. `usual` are the items that have her usual dose, `texts` those that are asked about before they go elsewhere; `alike` is the label of somebody else that looks like one of this plan, `goes_before` what a draft does to the version before, and `wrong` what it is still to set right. `ready` are templates for a plan without exercises, `made_for` what the one that was used is for. */
export interface Work {
  plan: PlanShown;
  patient: PatientShown;
  screen: ScreenShown;
  review: ReviewShown;
  undo: boolean;
  redo: boolean;
  next: Following | null;
  namesake: Namesake | null;
  alike: string;
  goes_before: string;
  wrong: Wrong;
  siblings: string;
  correct_from: string;
  to_issue: ToIssue;
  me: MeShown;
  conflict: ConflictShown | null;
  usual: string[];
  texts: TextShown[];
  ready: Offer[];
  made_for: MadeForShown | null;
}

/** The same with the time of its days and its week. */
export interface PlanShown {
  code: string;
  plan_id: string;
  version: number;
  patient: string;
  title: string;
  activities: string[];
  start: string;
  review_on: string;
  review_written: string;
  until: string;
  pain_kind: PainKind | null;
  rest_ex_s: number | null;
  draft: boolean;
  issued: string;
  most: number;
  items: ItemShown[];
  total_s: number;
  total: string;
  time: TimeShown;
}

/** One exercise of the plan. `name` is its own in the plan; it takes `seconds` of a session. `rest_s` are the seconds of rest before it, which are the first of its `steps` where there are any. `loaded` says that a load, a band or an effort mean something for it; `presets` are doses that fit its kind of work, as written. */
export interface ItemShown {
  item_id: string;
  exercise_id: string;
  name: string;
  patient_name: string;
  sides: Sides;
  way: WayShown;
  dose: DoseShown;
  loaded: boolean;
  presets: string[];
  short: string;
  sentences: string;
  schedule: DaysShown;
  note: string;
  rest_s: number;
  seconds: number;
  time: string;
  steps: StepShown[];
}

/** How an exercise is done: what can be chosen, and what is; None of a choice is what holds where nothing is said. `sides` can be prescribed, and `instead` is the one-sided form of work that takes both. `surfaces` is empty for what is not done on the floor, and `surface_now` the one that holds for this patient. `arc` is that of the exercise. */
export interface WayShown {
  sides: Sides[];
  instead: Named | null;
  surfaces: Surface[];
  surface: Surface | null;
  surface_now: Surface | null;
  may_alternate: boolean;
  side_order: SideOrder | null;
  arc: ArcShown | null;
  rom_limit: ArcShown | null;
  pain_kind: PainKind | null;
}

/** An exercise to go to or to swap for. */
export interface Named {
  id: string;
  name: string;
}

/** A part of a joint's range, in degrees. */
export interface ArcShown {
  from_deg: number;
  to_deg: number;
}

/** The numbers of a dose that the page has a field for; seconds, counts and kilograms. */
export interface DoseShown {
  sets: number;
  reps: number;
  hold_s: number;
  tempo_s: number;
  duration_s: number | null;
  rest_rep_s: number;
  rest_set_s: number;
  load_kg: number | null;
  band: string;
  effort_target: number | null;
}

/** Either `weekdays` or `days_a_week`. */
export interface DaysShown {
  weekdays: Weekday[] | null;
  days_a_week: number | null;
  times_a_day: number;
}

/** A block of the session, whole seconds long; the steps of an item touch. */
export interface StepShown {
  seconds: number;
  kind: Kind;
  text: string;
}

/** Whole minutes are rounded up: `day` is the fullest, of `limit` that the patient has, where that is said. `week` and `allow` are in words; `saves` is what the order by position would save, empty where nothing. */
export interface TimeShown {
  day: number;
  limit: number | null;
  over: boolean;
  week: string;
  allow: string;
  saves: string;
  days: DayShown[];
  due: DueShown[];
}

/** A weekday: its minutes, rounded up, and whether they are more than the patient has. */
export interface DayShown {
  weekday: Weekday;
  minutes: number;
  over: boolean;
}

/** The days of an item in a week. `choice` is empty where they are fixed, else they are only proposed. */
export interface DueShown {
  item_id: string;
  days: Weekday[];
  choice: string;
}

/** The patient panel, and its one line while it is folded. */
export interface PatientShown {
  age: number | null;
  side: Affected | null;
  minutes_a_day: number | null;
  support: boolean | null;
  goal: string;
  gets_off_floor: GetsOffFloor | null;
  equipment: string[];
  not_at_home: string[];
  conditions: ConditionShown[];
  unlisted: string[];
  summary: string;
}

/** A condition in force; what is not said is empty. A `stop` ends by no date. `began` is `since` in words, and how long before the plan that was: a browser may write the month first. */
export interface ConditionShown {
  condition: string;
  name: string;
  message: string;
  window: string;
  side: string;
  region: string;
  since: string;
  began: string;
  until: string;
  ends: EndShown[];
  tags: TagShown[];
  stop: boolean;
  asks: AskShown[];
}

/** `until` is the day as people write it. */
export interface EndShown {
  tag: string;
  name: string;
  until: string;
}

export interface TagShown {
  tag: string;
  name: string;
}

/** What is still to be said of a condition, and why; `offers` is what it may be. */
export interface AskShown {
  field: "which" | "side" | "region" | "since";
  said: string;
  offers: string;
}

/** The red-flag screen in one line, how old it is and until when it holds, and what is ticked. `cleared` says that the one of the version before was too old to keep. `first` are the signs, by name, that concern what the patient has and what the plan works on, in this order, and `last` those of another age. `known` is what is noted of the patient that some signs ask about. */
export interface ScreenShown {
  summary: string;
  age: string;
  cleared: string;
  standing: "open" | "old" | "clear" | "flagged";
  present: string[];
  first: string[];
  last: string[];
  known: string;
  done: boolean;
}

/** All findings, highest level first, how many of each with their word, and how completely the plan says what it is. */
export interface ReviewShown {
  findings: FindingShown[];
  counts: (["STOP" | "ERROR" | "AVOID" | "CAUTION" | "INFO", number, string])[];
  summary: string;
  holding: string;
  banner: string;
  cert: ScoreShown;
  fitt_vp: ScoreShown;
  reporting: ReportingShown;
}

/** A finding of the review. `item` is None where it is of the whole plan; `asks` is what the clinician can give. `opens` is where it is mended: the patient's panel, or what of the rows a correction is to set right; else empty. */
export interface FindingShown {
  key: string;
  level: "STOP" | "ERROR" | "AVOID" | "CAUTION" | "INFO";
  item: string | null;
  where: string;
  what: string;
  why: string;
  source: string;
  mend: string;
  holds: boolean;
  opens: "patient" | Wrong;
  asks: "" | "reason" | "sign-off" | "confirmation";
  answer: AnswerShown | null;
}

/** `role` is of who signed off, empty else; `carried_from` the version that the answer was given in, if not here. */
export interface AnswerShown {
  said: string;
  by: string;
  on: string;
  role: string;
  carried_from: number | null;
}

/** How many entries of a checklist the plan says, such as "12 of 19", and which are missing. */
export interface ScoreShown {
  name: string;
  said: string;
  missing: MissingShown[];
}

export interface MissingShown {
  name: string;
  mend: string;
}

/** What the plan says about itself; empty means not said. */
export interface ReportingShown {
  provider: string;
  setting: string;
  supervision: string;
  group: string;
  tailoring: string | null;
  tailored_how: string;
  start_rule: string;
  progression_rule: string;
  advice: string;
}

/** The newest version of an issued plan. */
export interface Following {
  code: string;
  version: number;
  draft: boolean;
}

/** Another patient with the same label, and the plans that he has. */
export interface Namesake {
  patient_code: string;
  said: string;
}

/** `waits` says what is to be done before it can be issued, empty where nothing is. `held` are the findings that hold it, by key, and `screen_due` whether the red-flag question is to be answered. `by` is the clinician who issued last, `next_from` the first day for the next version of an issued one. `since` is the version before, None for a first one. `languages`, `forms` and `diaries` are what the handout can be made in, the clinic's own first under an empty key, `paper` is the clinic's. `last` is how this patient's handout was made the last time, None for a first one. */
export interface ToIssue {
  waits: string;
  held: string[];
  screen_due: boolean;
  by: string;
  reviews: ReviewOffered[];
  next_from: string;
  since: number | null;
  changes: ChangeShown[];
  languages: [string, string][];
  forms: [string, string][];
  diaries: [string, string][];
  paper: string;
  last: LastForm | null;
}

/** A day for the review, `after` so many weeks from the start; `written` as people write it. */
export interface ReviewOffered {
  on: string;
  after: string;
  written: string;
}

/** Something that the version before did not have so; `item_id` where it can be taken `back`, both empty else. */
export interface ChangeShown {
  text: string;
  item_id: string;
  back: string;
}

/** How a patient's handout was made last; what is empty is the clinic's. */
export interface LastForm {
  paper: string;
  palette: string;
  large: boolean;
  language: string;
  form: string;
  diary: string;
}

/** Who answered or issued last; empty where that is not known. */
export interface MeShown {
  name: string;
  role: string;
}

/** Two edits of one thing: `who` came between, what is different in each, and whether mine may go over it. */
export interface ConflictShown {
  who: string;
  yours: string[];
  theirs: string[];
  mine: boolean;
}

/** A text of the plan that may go to another patient, or into a template: ask. One that `names` him never goes; one that is `known` is that of a template. */
export interface TextShown {
  key: string;
  where: string;
  text: string;
  names: boolean;
  known: boolean;
}

/** The conditions that a ready-made plan brought, of which nothing is said yet; `name` is in a few words. */
export interface MadeForShown {
  name: string;
  conditions: string[];
}

export type Wrong = "" | "dose" | "side" | "exercise" | "rest";

/** What the page offers to choose from; it stays the same. */
export interface Lists {
  regions: (["hip" | "knee" | "ankle_foot" | "low_back" | "thoracic" | "shoulder" | "elbow" | "wrist_hand" | "neck", string])[];
  categories: (["stretch" | "strength" | "mobility" | "balance" | "aerobic", string])[];
  positions: [string, string][];
  palettes: string[];
  things: string[];
  conditions: ConditionOffered[];
  red_flags: RedFlag[];
  mistakes: string[];
}

export interface ConditionOffered {
  id: string;
  name: string;
  about: string;
}

/** A sign to look for, what to do where it is present, and where that is from. `anywhere`: of no region alone. */
export interface RedFlag {
  name: string;
  signs: string;
  action: string;
  source: string;
  anywhere: boolean;
}

/** The answer to a search: how many, of how many, how many of them drafts, and the best of them. `instead` says what else the `words` mean where no exercise has them. */
export interface Found {
  words: string;
  count: number;
  all: number;
  drafts: number;
  cards: PanelCard[];
  instead: string[];
}

/** An exercise as the library panel shows it. `in_plan` are the numbers of its rows in the plan in hand. `brings` is the highest level that it would bring to this plan, `why` in a few words; None for no finding. */
export interface PanelCard {
  id: string;
  name: string;
  patient_name: string;
  about: string[];
  position: string;
  draft: boolean;
  open: string[];
  kind: string;
  favourite: boolean;
  in_plan: number[];
  brings: "STOP" | "ERROR" | "AVOID" | "CAUTION" | "INFO" | null;
  why: string;
}

export interface ConditionsMessage {
  conditions: ConditionsFound;
}

/** The keys of the conditions that `words` mean, best first, and one choice for those that cannot be told apart. Words that mean none may still be what ready-made plans are for: a problem such as knee pain. */
export interface ConditionsFound {
  words: string;
  ids: string[];
  unknown: UnknownOffered | null;
  plans: PlanOffered[];
}

/** Conditions of which the patient has one, and nobody knows which. */
export interface UnknownOffered {
  name: string;
  ids: string[];
}

export interface PlanOffered {
  id: string;
  name: string;
}

export interface DetailMessage {
  detail: Detail;
}

/** All that the library says about an exercise, its sides named by the example side; `own_dose` is the clinician's usual one, empty where she has none. `own` where it is her file. */
export interface Detail {
  id: string;
  name: string;
  patient_name: string;
  about: string[];
  position: string;
  draft: boolean;
  open: string[];
  kind: string;
  favourite: boolean;
  in_plan: number[];
  brings: "STOP" | "ERROR" | "AVOID" | "CAUTION" | "INFO" | null;
  why: string;
  own: boolean;
  pictures: PanelPicture[];
  frames: string[];
  purpose: string;
  dose: string;
  own_dose: string;
  muscles: string;
  equipment: string;
  steps: string[];
  feel: string;
  breathing: string;
  mistakes: string[];
  precautions: string[];
  easier: VariantShown[];
  harder: VariantShown[];
  sources: SourceShown[];
}

export interface PanelPicture {
  svg: string;
  alt: string;
}

/** A way to change an exercise; `id` where it is one of the library, empty else. */
export interface VariantShown {
  brings: "STOP" | "ERROR" | "AVOID" | "CAUTION" | "INFO" | null;
  warns: string;
  id: string;
  text: string;
  why: string;
}

export interface SourceShown {
  cited: string;
  says: string;
}

export interface PictureMessage {
  picture: Picture;
}

/** SVG text of a small picture; empty where none is drawn. `issued` is the version that it was asked for as of. */
export interface Picture {
  id: string;
  issued?: Issued;
  svg: string;
}

export interface FramesMessage {
  frames: Frames;
}

/** The pictures of a movement, as SVG text. */
export interface Frames {
  id: string;
  svgs: string[];
}

export interface UnfoldedMessage {
  unfolded: Unfolded;
}

/** An item of the plan in full: pictures, steps and mistakes for its side, what is easier, harder or like it. */
export interface Unfolded {
  item_id: string;
  pictures: PanelPicture[];
  frames: string[];
  steps: string[];
  mistakes: string[];
  easier: VariantShown[];
  harder: VariantShown[];
  others: OtherShown[];
}

/** Another exercise of its kind. */
export interface OtherShown {
  brings: "STOP" | "ERROR" | "AVOID" | "CAUTION" | "INFO" | null;
  warns: string;
  id: string;
  name: string;
}

export interface MendsMessage {
  mends: MendsShown;
}

/** What clears the finding `key` of the plan `code`: other exercises in `swaps`, or else the word that there is `none`; `mends` of the exercise itself. */
export interface MendsShown {
  code: string;
  key: string;
  mends: MendShown[];
  swaps: MendShown[];
  none: string;
}

/** One change that clears a finding: what it does, what else is to be said of it, and the wish that does it. */
export interface MendShown {
  said: string;
  about: string;
  wish: Add | AddAll | Fill | Swap | Adjust | WriteDose | AdjustAll | RemoveAll | SetArc | SetDays | Move | Order | Remove | Back | Describe | NameActivities | Report | Answer | AboutPatient | Thing | NotThere | AddCondition | KeepCondition | ChangeCondition | EndTag | RemoveCondition | NotMadeFor | NoteUnlisted | RemoveUnlisted | Flag | Screened;
}

export interface PlayMessage {
  played: Played;
}

/** The page of the session of the plan `code` as one text, or why there is none. */
export interface Played {
  code: string;
  html: string;
  fault: string;
}

/** The handout's files by name, their bytes beside it in this order, what to say, and of which plan they are: she may have gone on to another patient meanwhile. */
export interface Made {
  made: string[];
  said: string;
  code: string;
  version: number;
}

export interface PagesMessage {
  pages: Pages;
}

/** The pages of the handout, their drawings beside it in this order, or why there are none, of the asking `turn`. */
export interface Pages {
  turn: number;
  said: string;
  count: number;
  fault: string;
}

export interface OwnMessage {
  own: OwnShown;
}

/** The form as it is filled in. `held` says which plans hold the exercise, `keeps` why it cannot be removed. `was` is the exercise as it lies in her folder, in one word; empty where it does not. `tags` are the movement tags with their meanings, `whole` those that have no side. `pictures` are the drawn ones that it may have, by exercise. */
export interface OwnShown {
  exercise_id: string;
  copy: boolean;
  was: string;
  name: string;
  form: OwnForm;
  held: string;
  keeps: string;
  tags: [string, string][];
  whole: string[];
  pictures: [string, string][];
}

export interface OwnPreviewMessage {
  preview: OwnPreview;
}

/** The sheet of the form, or none while `faults` are in it, told as for whoever keeps it. `notes` are for her. `drawn` is the last of the drawn pictures that the form names, as SVG text, though a photo hides it; empty for none. */
export interface OwnPreview {
  turn: number;
  sheet: Sheet | null;
  faults: Told[];
  notes: string[];
  drawn: string;
}

/** The exercise as the patient reads it, and the sides that it may be shown for. */
export interface Sheet {
  name: string;
  sides: Sides;
  choices: [Sides, string][];
  time: string;
  dose: string[];
  dose_title: string;
  table: [string, string][];
  steps_title: string;
  steps: string[];
  asides: Aside[];
  pictures: SheetPicture[];
  licence: string;
}

export interface Aside {
  title: string;
  lines: string[];
}

/** A picture as the source of an image. */
export interface SheetPicture {
  src: string;
  alt: string;
}

/** One fault for a person. */
export interface Told {
  where: string;
  what: string;
  mend: string;
}

export interface PhotoMessage {
  photo: PhotoTaken;
}

/** A picture as it is kept: base64 text of a JPEG, and how large it is. */
export interface PhotoTaken {
  jpeg: string;
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

/** A wish of the name `of` was refused; `notices` say what. `about` is the plan and version that something was made of beside the page, which may have another one in hand by then; empty where it is the one in hand. */
export interface Refused {
  refused: boolean;
  of: string;
  about: string;
}

export type Sign = "STOP" | "ERROR" | "AVOID" | "CAUTION" | "INFO" | "OK";

export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";

export type Kind = "setup" | "move" | "hold" | "rest" | "switch" | "between";

export type Sides = "left" | "right" | "both" | "each";
