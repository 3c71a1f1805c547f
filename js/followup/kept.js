// What was typed and is not acknowledged yet, and where: kept for this tab alone, so that a page that is loaded again
// tells it to the kernel once more, and opens where it stood.
import { tabNote } from "../shared/tab.js";

/** @import { Shelf } from "../shared/tab.js" */
/** @import { Wish } from "./messages.js" */
/** @typedef {Extract<Wish, { do: "type" }>} Typing */
/** @typedef {{ code: string, version: number }} Place */

/**
 * @param {() => Shelf} [store]
 */
export function keptAnswers(store) {
  /** @type {ReturnType<typeof tabNote<readonly Typing[]>>} */
  const note = tabNote("typed", store);
  const before = note.read() ?? [];
  /** @type {Map<number, Typing>} */
  const waiting = new Map();
  const keep = () => note.write([...waiting.values()]);
  return {
    /** What the page before this one was never answered, in the order of typing; each is to be sent again. */
    left: () => (Array.isArray(before) ? before : []),
    /** @param {number} n the number of the wish @param {Wish} wish */
    sent: (n, wish) => {
      if (wish.do !== "type") return;
      waiting.set(n, wish);
      keep();
    },
    /** @param {number} n */
    answered: (n) => {
      if (waiting.delete(n)) keep();
    },
  };
}

/**
 * The sheet that is open.
 * @param {() => Shelf} [store]
 */
export function keptPlace(store) {
  /** @type {ReturnType<typeof tabNote<Place>>} */
  const note = tabNote("sheet", store);
  return { last: note.read, at: note.write, leave: note.drop };
}
