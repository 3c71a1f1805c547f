// One place in the browser's storage, where the browser has one and lets a page use it.

/** @import { Shelf, Store } from "./types.js" */

/**
 * The place of this name. `store` gives the browser's storage, and may refuse to.
 * @param {string} name
 * @param {() => Store} [store]
 * @returns {Shelf}
 */
export function shelf(name, store = () => localStorage) {
  /** @param {number} n */
  const besides = (n) => `${name} aside ${n}`;
  const place = {
    name,
    kept: true,
    read: () => attempt((there) => there.getItem(name)),
    /** @param {string} text */
    write(text) {
      // What could not be set aside still lies there, and is not to be written over.
      if (place.kept) attempt((there) => there.setItem(name, text));
      return place.kept;
    },
    clear() {
      attempt((there) => there.removeItem(name));
      place.asides().forEach((_, n) => void attempt((there) => there.removeItem(besides(n + 1))));
    },
    asides() {
      /** @type {string[]} */
      const texts = [];
      const next = () => attempt((there) => there.getItem(besides(texts.length + 1)));
      for (let text = next(); text !== null; text = next()) texts.push(text);
      return texts;
    },
    /** @param {string} text */
    setAside(text) {
      const there = place.asides();
      if (!there.includes(text)) attempt((store) => store.setItem(besides(there.length + 1), text));
    },
  };
  /**
   * @template Given
   * @param {(there: Store) => Given} act
   * @returns {Given | null}
   */
  const attempt = (act) => {
    try {
      return act(store());
    } catch {
      place.kept = false;
      return null;
    }
  };
  return place;
}
