// What a page was about when its kernel went away: the wishes that nobody answered, and where she was. It is kept in
// this tab alone, until the page is there again.
import { tabNote } from "./tab.js";

/** @import { Shelf } from "./tab.js" */
/** @typedef {{ do: string }} AnyWish */
/**
 * @template Where
 * @typedef {{ where: Where, wishes: AnyWish[] }} Note
 */

/**
 * The wishes on their way that change something, by their number.
 */
export function unanswered() {
  /** @type {Map<number, AnyWish>} */
  const open = new Map();
  return {
    /** @param {number} n @param {AnyWish} wish */
    sent: (n, wish) => {
      open.set(n, wish);
    },
    /** @param {number} n */
    heard: (n) => {
      open.delete(n);
    },
    all: () => [...open.values()],
  };
}

/**
 * @template Where
 * @param {string} page which page the note is of
 * @param {() => Shelf} [store]
 */
export function comeback(page, store) {
  /** @type {ReturnType<typeof tabNote<Note<Where>>>} */
  const { read, write, drop } = tabNote(page, store);
  /** The note, which is gone then. */
  const take = () => {
    const note = read();
    drop();
    return note;
  };
  return { leave: write, drop, take };
}

/**
 * What is told again, and whether something is left that cannot be: said twice it might be done twice.
 * @param {readonly AnyWish[]} wishes
 * @param {ReadonlySet<string>} repeatable wishes that say how something is to be, not what is to be done to it
 */
export function toldAgain(wishes, repeatable) {
  const again = wishes.filter((wish) => repeatable.has(wish.do));
  return { again, left: again.length < wishes.length };
}
