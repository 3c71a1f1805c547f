// What the parts of the page are given, and what they give.
import type { Asker } from "../shared/asked.js";
import type { Found, Issued, Lists, MendsShown, Notice, View, Wish, Work, Wrong } from "./messages.js";

/** A wish on its way; the page numbers it. Whoever asked is told what was refused; without one, all the page is. */
export type Send = (wish: Wish, asker?: Asker, content?: readonly ArrayBuffer[]) => void;

/** Says a few words to who listens in place of looking. */
export type Say = (words: string) => void;

/** The clinician's name and role, once typed, are offered again; they are kept nowhere else. */
export interface Me {
  name: string;
  role: string;
}

/** A small picture of an exercise as it is now or was issued, which says nothing that the name beside it does not say. */
export type Small = (exerciseId: string, issued?: Issued | null) => HTMLElement;

/** Asks what would clear a finding, and is told. */
export interface Mending {
  ask(key: string, tell: (told: MendsShown) => void): void;
}

export interface Hands {
  mends: Mending;
  /** Opens the panel of the patient. */
  patient(): void;
  /** Leads to where in the rows that is set which a correction is to set right. */
  lead(wrong: Wrong): void;
  send: Send;
  say: Say;
  me: Me;
  small: Small;
  /** The code of the plan in hand; empty where there is none. */
  code(): string;
}

/** A part of the page that draws the plan in hand. */
export interface Part {
  node: HTMLElement;
  draw(view: Work): void;
}

/** What the planner's kernel shows the page. */
export interface Planner {
  view: View;
  lists: Lists;
  found: Found;
  notices: Notice[];
  done: string;
}

/** What stands in its place where the store cannot be opened. */
export interface Closed {
  faults: { where: string; what: string; mend: string }[];
}
