// Numbers with their nouns.

/**
 * A number with its noun: 1 set, 2 sets.
 * @param {number} n
 * @param {string} one
 * @param {string} [many] where it is not `one` with an s
 */
export function numbered(n, one, many = `${one}s`) {
  return `${n} ${n === 1 ? one : many}`;
}
