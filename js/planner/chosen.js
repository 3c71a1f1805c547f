// Which rows are selected: one by one, or all from the last one pressed to this one.

/**
 * The rows selected after one press. With `range` all from `last` to `id` become as this one is.
 * @param {ReadonlySet<string>} chosen
 * @param {readonly string[]} order
 * @param {{ id: string, on: boolean, range: boolean, last: string | null }} press
 * @returns {Set<string>}
 */
export function pressed(chosen, order, { id, on, range, last }) {
  const next = new Set(chosen);
  const from = range && last !== null ? order.indexOf(last) : -1;
  const to = order.indexOf(id);
  const those = from < 0 ? [id] : order.slice(Math.min(from, to), Math.max(from, to) + 1);
  for (const one of those) {
    if (on) next.add(one);
    else next.delete(one);
  }
  return next;
}

/**
 * Those that are still there.
 * @param {ReadonlySet<string>} chosen
 * @param {readonly string[]} order
 */
export function still(chosen, order) {
  return new Set(order.filter((id) => chosen.has(id)));
}
