// What the parts of the page are given.
import type { Hits, Lists, Notice, One, Own, Started, Wish } from "./messages.js";

export type Send = (wish: Wish) => void;

/** Goes to another exercise of the page. */
export type Go = (exerciseId: string) => void;

/** What the library's kernel shows the page. */
export interface Shelf {
  lists: Lists;
  found: Hits;
  one: One;
  own: Own;
  started: Started;
  notices: Notice[];
  editor: boolean;
}
