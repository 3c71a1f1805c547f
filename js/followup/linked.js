// The plan that a link to this page names: adherence.ipynb?plan=CODE. JupyterLab takes the question out of the address
// while it starts, so that it is read from the address that the document came by.

const ASKED = "plan";

/**
 * @param {string} address by which the document came
 * @returns {string} the code of the plan; empty where none is named
 */
export function planIn(address) {
  return new URL(address).searchParams.get(ASKED) ?? "";
}

/**
 * Takes up the plan that is named, once in the life of the document: a patient who was chosen later stays.
 * @param {(code: string) => void} choose
 */
export function openLinked(choose) {
  const came = performance.getEntriesByType("navigation")[0]?.name;
  const code = planIn(came ?? window.location.href);
  if (!code || document.body.dataset.hsLinked === code) return;
  document.body.dataset.hsLinked = code;
  choose(code);
}
