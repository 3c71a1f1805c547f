// What a page was about when its kernel went away: the wishes that nobody answered, and where she was. It is kept in
// this window alone (sessionStorage), until the page is there again.

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
 * @param {Pick<Storage, "getItem" | "setItem" | "removeItem">} [storage]
 */
export function comeback(page, storage = window.sessionStorage) {
  const key = `homestretch ${page}`;
  const drop = () => attempt(() => storage.removeItem(key));
  return {
    /** @param {Note<Where>} note */
    leave: (note) => attempt(() => storage.setItem(key, JSON.stringify(note))),
    drop,
    /** @returns {Note<Where> | null} the note, which is gone then */
    take: () => {
      const text = attempt(() => storage.getItem(key)) ?? null;
      drop();
      return text === null ? null : /** @type {Note<Where>} */ (JSON.parse(text));
    },
  };
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

/**
 * A browser may keep nothing at all; the page works without.
 * @template Gives
 * @param {() => Gives} act
 * @returns {Gives | undefined}
 */
function attempt(act) {
  try {
    return act();
  } catch {
    return undefined;
  }
}
