// The plan that the page opens by itself: the one that a link names, adherence.ipynb?plan=CODE, else the visit that was
// open in this tab before a reload. JupyterLab takes the question out of the address while it starts, so that it is read
// from the address that the document came by.

/** @import { Asker } from "../shared/asked.js" */

const ASKED = "plan";
const VISIT = "hs-visit"; // a code, and no word of a patient; it goes with the tab

/**
 * @param {string} address by which the document came
 * @returns {string} the code of the plan; empty where none is named
 */
export function planIn(address) {
  return new URL(address).searchParams.get(ASKED) ?? "";
}

/**
 * The visit that is open in this tab. A browser may refuse to keep anything: then none is.
 * @param {() => Pick<Storage, "getItem" | "setItem" | "removeItem">} [store]
 */
export function openVisit(store = () => sessionStorage) {
  /** @template T @param {() => T} act */
  const tried = (act) => {
    try {
      return act();
    } catch {
      return null;
    }
  };
  return {
    last: () => tried(() => store().getItem(VISIT)) ?? "",
    /** @param {string} code empty where no patient is in hand */
    keep: (code) => {
      tried(() => (code ? store().setItem(VISIT, code) : store().removeItem(VISIT)));
    },
  };
}

/**
 * Takes up the plan that is named, once in the life of the document: a patient who was chosen later stays.
 * @param {(code: string, asker?: Asker) => void} choose
 * @param {ReturnType<typeof openVisit>} visit
 */
export function openLinked(choose, visit) {
  const came = performance.getEntriesByType("navigation")[0]?.name;
  const code = planIn(came ?? window.location.href);
  if (code && document.body.dataset.hsLinked !== code) {
    document.body.dataset.hsLinked = code;
    choose(code);
    return;
  }
  const last = visit.last();
  const refused = () => {
    visit.keep(""); // of another workspace: she chooses from the list
    return true;
  };
  if (last) choose(last, { refused, taken: () => {} });
}
