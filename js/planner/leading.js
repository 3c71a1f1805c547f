// The way to what a correction is to set right: the keyboard goes to the first row that has it.

/** @import { Wrong } from "./messages.js" */

/** @type {Record<Exclude<Wrong, "">, string>} */
const PLACES = {
  dose: "[data-field='sets']",
  side: ".hs-sidepick input:checked",
  exercise: ".hs-name",
  rest: ".hs-name",
};

/**
 * @param {HTMLElement} rows
 * @param {Wrong} wrong
 * @param {() => void} close what stands over them
 */
export function leadTo(rows, wrong, close) {
  if (!wrong) return;
  close();
  const there = [...rows.querySelectorAll(PLACES[wrong])].find((one) => one.checkVisibility());
  const to = there ?? rows.querySelector(".hs-name");
  if (!(to instanceof HTMLElement)) return;
  to.focus();
  to.closest(".hs-item")?.scrollIntoView({ block: "nearest" });
}
