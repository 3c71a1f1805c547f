// What a search says of itself.

/**
 * How many exercises were found, of how many, and how many of them are shown.
 * @param {number} n
 * @param {number} all
 * @param {number} shown
 */
export function counted(n, all, shown) {
  const found = n === all ? `${n} exercises` : `${n} of ${all} exercises`;
  return n > shown ? `${found}, the first ${shown} shown` : found;
}
