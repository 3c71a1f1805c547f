// What the parts of the page are given, and what they give.
import type { Asker } from "../shared/asked.js";
import type { Brought, Cells, Matters, Notice, Patients, Sheet, View, Wish } from "./messages.js";

/** A wish on its way; the page numbers it. Whoever asked is told what was refused; without one, all the page is. */
export type Send = (wish: Wish, asker?: Asker, buffers?: readonly ArrayBuffer[]) => void;

/** Says a few words to who listens in place of looking. */
export type Say = (words: string) => void;

/** A number as an element; with a `figure`, a button that opens the rows behind it. `label` says what it is of. */
export type Opens = (figure: string, text: string, label: string) => HTMLElement;

export interface Hands {
  send: Send;
  say: Say;
}

/** A box of the sheet by its place: the week, the line within it, the day of the week; all from 0. */
export interface At {
  week: number;
  line: number;
  day: number;
}

/** How large the sheet is. */
export interface Shape {
  weeks: number;
  lines: number;
}

/** What a box is about: `key` as in the cells; `kind` says what is written in it. */
export interface Box {
  key: string;
  kind: "mark" | "score" | "note";
  day: string;
  column: string;
  item_id: string;
  side: string;
  slot: number;
  due: boolean;
  closed: string;
  spoken: string;
}

/** What a key asks for in a box. */
export type Deed =
  | { do: "mark"; text: string }
  | { do: "digit"; text: string }
  | { do: "write"; text: string }
  | { do: "fill"; with: "done" | "not_done" | "before" };

/** What the follow-up's kernel shows the page. */
export interface FollowUp {
  patients: Patients;
  view: View;
  sheet: Sheet;
  cells: Cells;
  matters: Matters;
  brought: Brought;
  notices: Notice[];
  done: string;
}
