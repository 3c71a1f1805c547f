// Made by "uv run python js/declare.py" of the types in Python; do not edit.

export type Wish = Search | Show | Begin | ReadAgain;

/** Find exercises. `things` are the equipment at hand; null asks for all, whatever they need. */
export interface Search {
  n?: number;
  do: "search";
  words: string;
  region: string;
  category: string;
  position: string;
  whose: Whose;
  things: string[] | null;
}

/** One exercise in full, for these sides; for its own where they are empty or not said. */
export interface Show {
  n?: number;
  do: "show";
  id: string;
  sides?: "" | "each" | "left" | "right";
}

/** Write a new file of her own: a copy of the exercise `base`, or without one a blank form. */
export interface Begin {
  n?: number;
  do: "start";
  name: string;
  base?: string;
}

export interface ReadAgain {
  n?: number;
  do: "read_again";
}

export type Whose = "" | "kit" | "hers" | "open";

/** What the filters offer. */
export interface Lists {
  regions: (["hip" | "knee" | "ankle_foot" | "low_back" | "thoracic" | "shoulder" | "elbow" | "wrist_hand" | "neck", string])[];
  categories: (["stretch" | "strength" | "mobility" | "balance" | "aerobic", string])[];
  positions: [string, string][];
  palettes: string[];
  things: string[];
  whose: [Whose, string][];
}

/** How many exercises pass, of how many, and the best of them. */
export interface Hits {
  count: number;
  all: number;
  rows: Row[];
}

/** A row of the list: a card, whose it is, and whether it is signed off. */
export interface Row {
  id: string;
  name: string;
  patient_name: string;
  about: string[];
  position: string;
  draft: boolean;
  open: string[];
  origin: "kit" | "own" | "overridden";
  whose: string;
  review: string;
}

/** One exercise in full. */
export interface One {
  id: string;
  name: string;
  patient_name: string;
  about: string[];
  position: string;
  draft: boolean;
  open: string[];
  origin: "kit" | "own" | "overridden";
  whose: string;
  review: string;
  sheet: Sheet;
  background: Background;
  check: Inspection;
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

/** What the library knows of an exercise beyond the sheet; facts and licence are pairs of term and value. */
export interface Background {
  facts: [string, string][];
  tags: TagTold[];
  precautions: string[];
  easier: VariantTold[];
  harder: VariantTold[];
  sources: SourceTold[];
  licence: [string, string][];
}

export interface TagTold {
  name: string;
  limb: string;
  means: string;
}

/** A way to change it; `id` and `name` where it is an exercise of the library, empty else. */
export interface VariantTold {
  id: string;
  name: string;
  text: string;
  why: string;
}

export interface SourceTold {
  mark: "V" | "S" | "G" | "D";
  means: string;
  cites: string;
  says: string;
}

/** An exercise under review by itself; `open_tags` where no condition can be matched yet. */
export interface Inspection {
  reading: Reading;
  dose: FindingTold[];
  open_dose: boolean;
  open_tags: boolean;
  region: string;
  conditions: Conditions;
  nothing: string;
  banner: string;
}

/** How hard the exercise's own words are, and what makes them hard; jargon comes with its plain word. `stated` are a dose or an address that they say themselves. */
export interface Reading {
  grade: string;
  level: "STOP" | "ERROR" | "AVOID" | "CAUTION" | "INFO" | "OK";
  judged: string;
  counts: string;
  most_words: number;
  long_sentences: string[];
  jargon: [string, string][];
  long_words: string[];
  stated: string[];
}

export interface FindingTold {
  level: "STOP" | "ERROR" | "AVOID" | "CAUTION" | "INFO";
  what: string;
  why: string;
  source: string;
  mend: string;
  swaps: Named[];
}

/** An exercise to go to or to swap for. */
export interface Named {
  id: string;
  name: string;
}

/** Each condition as if it held now: those that flag, those that stop every plan, those that match no rule. */
export interface Conditions {
  flags: FlagTold[];
  holds: string[];
  rest: string[];
  all: number;
}

/** A condition that flags the exercise. `alone` is its level without fixed support, where that is a higher one. */
export interface FlagTold {
  level: "STOP" | "ERROR" | "AVOID" | "CAUTION" | "INFO";
  what: string;
  why: string;
  source: string;
  mend: string;
  swaps: Named[];
  name: string;
  alone: "STOP" | "ERROR" | "AVOID" | "CAUTION" | "INFO" | "";
}

/** Her folder, how many of her exercises are in force, and the faults of her files. */
export interface Own {
  folder: string;
  own: number;
  overridden: number;
  files: BrokenFile[];
}

/** A file of hers with its faults; `stays` where an exercise of the kit is in force meanwhile. */
export interface BrokenFile {
  file: string;
  stays: boolean;
  faults: FaultTold[];
}

export interface FaultTold {
  field: string;
  what: string;
  mend: string;
}

/** The file written last, and what to edit in it. */
export interface Started {
  id: string;
  name: string;
  file: string;
  edit: string[];
  note: string;
}

/** What was done, in a few words. */
export interface Done {
  done: string;
}

/** A fault, and `of` which wish it is; empty where it is of none. `n` numbers the wish whose content is at fault. */
export interface Notice {
  where: string;
  what: string;
  mend: string;
  of: string;
  n: number | null;
}

export type Sides = "left" | "right" | "both" | "each";
