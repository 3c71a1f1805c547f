/** The shapes that the modules of the page share; `facts.d.ts` has those that come from Python. */

import type { Answer, Item, Kind, Place, Side, Status } from "./facts.js";

/** A step of a session, in seconds from its start. Steps touch, and the first one starts at second 0. */
export interface Step {
  readonly start_s: number;
  readonly end_s: number;
  readonly kind: Kind;
  readonly item: string;
  readonly set: number;
  readonly rep: number | null;
  readonly side: Side | null;
}

/** What a patient says of one item and side, as text; "0" is an answer, and only "" is none. */
export type Answers = Partial<Record<Exclude<Answer, "status">, string>> & { status?: Status | "" };

/** A row of the diary as the browser keeps it. */
export type Row = Answers & {
  item: string;
  side: Place;
  date: string;
  week: number | null;
  slot: number;
  /** The next morning was asked for, and nobody knew. */
  asked?: boolean;
  /** The sign of danger that was reported has been dealt with, as the patient says. */
  dealt?: boolean;
};

/** One item and side, with what is said of it. */
export type Part = [item: Item, side: Place, answers: Answers];

/** Where a session stands in the plan. */
export interface Occasion {
  day: string;
  week: number | null;
  /** The number of the session within its day. */
  number: number;
}

/** What the plan asks for on a day. */
export interface Agenda extends Occasion {
  state: "early" | "open" | "paused" | "over";
  /** Whether one of the day's sessions is still to come. */
  due: boolean;
  /** How many sessions the day has. */
  times: number;
  items: Item[];
  free: Item[];
}

/** A session that somebody does: what the day asks for, and what was chosen. */
export interface Sitting extends Occasion {
  /** The ids of what the day asks for. */
  planned: string[];
  items: Item[];
}

/** A run of the player: how long each step went in one go, and why an item was skipped. */
export interface Run {
  steps: Step[];
  spent: number[];
  started: Date;
  reasons: Record<string, string>;
}

/** A session that was begun and is not written down yet, as the browser keeps it. */
export interface Held {
  day: string;
  sitting: Omit<Sitting, "items">;
  items: string[];
  before: string;
  started: string;
  spent: number[];
  index: number;
  reasons: Record<string, string>;
  /** Nobody played it: it is told without the clock. */
  by_hand?: boolean;
  /** What the last screen has filled in so far. */
  form?: string[];
}

export type Switch = "sound" | "voice" | "wait";

/** All that the browser keeps of a plan. */
export interface Kept {
  rows: Row[];
  open: Held | null;
  choices: Partial<Record<Switch, boolean>>;
  /** The moment of the last export; "" before there was one. */
  saved: string;
}

/** One place in the browser's storage. `kept` turns false for good once the browser refuses. */
export interface Shelf {
  readonly name: string;
  readonly kept: boolean;
  read(): string | null;
  write(text: string): boolean;
  /** With all that was set aside. */
  clear(): void;
  /** Texts that could not be read, as they were. */
  asides(): string[];
  setAside(text: string): void;
}

/** The part of a browser's storage that a shelf needs. */
export type Store = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;
