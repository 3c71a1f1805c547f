// One thing that this tab keeps while its page is loaded again, and no longer than the tab. A browser may refuse to keep
// anything, and anybody may have written there: then there is nothing, and the page works without.

/** @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem">} Shelf */

/**
 * @template Kept
 * @param {string} name
 * @param {() => Shelf} [store] asked at each turn: some browsers refuse already the look at it
 */
export function tabNote(name, store = () => window.sessionStorage) {
  const key = `homestretch ${name}`;
  return {
    /** @returns {Kept | null} */
    read: () => {
      try {
        return JSON.parse(store().getItem(key) ?? "null");
      } catch {
        return null;
      }
    },
    /** @param {Kept} value */
    write: (value) => {
      try {
        store().setItem(key, JSON.stringify(value));
      } catch {
        // full, or closed to this page
      }
    },
    drop: () => {
      try {
        store().removeItem(key);
      } catch {
        // closed to this page
      }
    },
  };
}
