// What a search says of itself.
import { numbered } from "./numbers.js";

/**
 * How many exercises were found, of how many, and how many of them are shown.
 * @param {number} n
 * @param {number} all
 * @param {number} shown
 */
export function counted(n, all, shown) {
  const found = n === all ? numbered(n, "exercise") : `${n} of ${numbered(all, "exercise")}`;
  return n > shown ? `${found}, the first ${shown} shown` : found;
}
