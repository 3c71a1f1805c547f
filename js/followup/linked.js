// The plan that the page opens by itself: the one that a link names, adherence.ipynb?plan=CODE, else the visit that was
// open in this tab before a reload. JupyterLab takes the question out of the address while it starts, so that it is read
// from the address that the document came by.
import { tabNote } from "../shared/tab.js";

/** @import { Shelf } from "../shared/tab.js" */
/** @import { Send } from "./hands.js" */

const ASKED = "plan";

/**
 * @param {string} address by which the document came
 * @returns {string} the code of the plan; empty where none is named
 */
export function planIn(address) {
  return new URL(address).searchParams.get(ASKED) ?? "";
}

/**
 * The visit that is open in this tab: a code, and no word of a patient.
 * @param {() => Shelf} [store]
 */
export function openVisit(store) {
  /** @type {ReturnType<typeof tabNote<string>>} */
  const note = tabNote("visit", store);
  return {
    last: () => note.read() ?? "",
    /** @param {string} code empty where no patient is in hand */
    keep: (code) => (code ? note.write(code) : note.drop()),
  };
}

/**
 * Takes up the plan that is named, once in the life of the document: a patient who was chosen later stays.
 * @param {Send} send
 * @param {ReturnType<typeof openVisit>} visit
 * @param {(is: boolean) => void} comes whether the patient of before is on the way
 */
export function openLinked(send, visit, comes) {
  /** @type {(code: string, refused: (faults: readonly { where?: string }[]) => boolean) => void} */
  const choose = (code, refused) => {
    comes(true);
    const put = (/** @type {Parameters<typeof refused>[0]} */ faults) => {
      comes(false);
      return refused(faults);
    };
    send({ do: "choose", code }, { refused: put, taken: () => comes(false) });
  };
  const came = performance.getEntriesByType("navigation")[0]?.name;
  const code = planIn(came ?? window.location.href);
  if (code && document.body.dataset.hsLinked !== code) {
    document.body.dataset.hsLinked = code;
    choose(code, () => false);
    return;
  }
  const last = visit.last();
  if (!last) return;
  choose(last, (faults) => {
    const unknown = faults.every(({ where }) => where === "plan"); // of another workspace: she chooses from the list
    if (unknown) visit.keep("");
    return unknown; // what else is in the way is told, and the next load of the page tries again
  });
}
