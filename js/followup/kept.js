// What was typed and is not acknowledged yet, and where: kept for this tab alone, so that a page that is loaded again
// tells it to the kernel once more, and opens where it stood.

/** @import { Wish } from "./messages.js" */
/** @typedef {Extract<Wish, { do: "type" }>} Typing */
/** @typedef {{ code: string, version: number }} Place */

const ANSWERS = "homestretch-typed";
const PLACE = "homestretch-sheet";

/**
 * @template T
 * @param {Storage} storage
 * @param {string} name
 * @returns {T | null} null where nothing is kept, or nothing that can be read
 */
function read(storage, name) {
  try {
    return JSON.parse(storage.getItem(name) ?? "null");
  } catch {
    return null;
  }
}

/**
 * @param {Storage} storage
 * @param {string} name
 * @param {unknown} value
 */
function write(storage, name, value) {
  try {
    storage.setItem(name, JSON.stringify(value));
  } catch {
    // full, or closed to this page: then it is kept on the page alone
  }
}

/**
 * @param {Storage} storage of the tab
 */
export function keptAnswers(storage) {
  /** @type {readonly Typing[]} */
  const before = read(storage, ANSWERS) ?? [];
  /** @type {Map<number, Typing>} */
  const waiting = new Map();
  const store = () => write(storage, ANSWERS, [...waiting.values()]);
  return {
    /** What the page before this one was never answered, in the order of typing; each is to be sent again. */
    left: () => (Array.isArray(before) ? before : []),
    /** @param {number} n the number of the wish @param {Wish} wish */
    sent: (n, wish) => {
      if (wish.do !== "type") return;
      waiting.set(n, wish);
      store();
    },
    /** @param {number} n */
    answered: (n) => {
      if (waiting.delete(n)) store();
    },
  };
}

/**
 * The sheet that is open.
 * @param {Storage} storage of the tab
 */
export function keptPlace(storage) {
  return {
    /** @returns {Place | null} */
    last: () => read(storage, PLACE),
    /** @param {Place} place */
    at: (place) => write(storage, PLACE, place),
    leave: () => storage.removeItem(PLACE),
  };
}
