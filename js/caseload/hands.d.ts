// What the parts of the caseload's page are given.
import type { CaseShown, Notice, View } from "./messages.js";

/** What the caseload's kernel shows the page. */
export interface Caseload {
  view: View;
  notices: Notice[];
}

/** A column by which the table is ordered: `keyOf` gives what is compared; what is null comes last, whichever way. */
export interface Column {
  name: string;
  title: string;
  keyOf: (one: CaseShown) => string | number | null;
  /** Whether the first press orders from large to small. */
  falls: boolean;
  /** What the title does not say. */
  about: string;
}

export interface Order {
  column: string;
  falls: boolean;
}

/** Which of the cases are shown: words that are looked for, and the chips that are pressed. */
export interface Wanted {
  words: string;
  chips: ReadonlySet<string>;
}
