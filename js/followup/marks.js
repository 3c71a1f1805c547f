// The signs of the sheet, as the patient writes them, and the words for them.

/** @import { Box } from "./hands.js" */

/** @type {Readonly<Record<string, readonly [sign: string, words: string]>>} */
const MARKS = { done: ["✓", "done"], partial: ["P", "partly done"], not_done: ["✕", "not done"] };

/**
 * What a box shows.
 * @param {Box} box
 * @param {string} text
 */
export function signOf(box, text) {
  return box.kind === "mark" ? (MARKS[text]?.[0] ?? "") : text;
}

/**
 * What a box says to who does not see it.
 * @param {Box} box
 * @param {string} text
 * @param {string} before what stood there before it was corrected
 */
export function spoken(box, text, before) {
  const plain = (box.kind === "mark" ? MARKS[text]?.[1] : text) || (box.due ? "blank" : "nothing planned");
  const corrected = before ? `, corrected, was ${before}` : "";
  return `${box.spoken}: ${plain}${corrected}${box.closed ? `, ${box.closed}` : ""}`;
}
