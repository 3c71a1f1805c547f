// One place in the browser's storage, where the browser has one and lets a page use it.

/** @import { Shelf, Store } from "./types.js" */

/**
 * The place of this name. `store` gives the browser's storage, and may refuse to.
 * @param {string} name
 * @param {() => Store} [store]
 * @returns {Shelf}
 */
export function shelf(name, store = () => localStorage) {
  const place = {
    name,
    kept: true,
    read: () => attempt((there) => there.getItem(name)),
    /** @param {string} text */
    write(text) {
      attempt((there) => there.setItem(name, text));
      return place.kept;
    },
    clear: () => void attempt((there) => there.removeItem(name)),
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
