// The steps of a session.

/** @import { Facts, Item } from "./facts.js" */
/** @import { Step } from "./types.js" */

/**
 * The session of some items, one after the other; the steps of each come worked out from the plan.
 * @param {readonly Item[]} items
 * @param {Pick<Facts, "rest_ex_s">} facts the rest between two of them
 */
export function stepsOf(items, { rest_ex_s }) {
  /** @type {Step[]} */
  const steps = [];
  let at = 0;
  for (const { item, steps: rows } of items) {
    if (rest_ex_s && steps.length) {
      steps.push({ start_s: at, end_s: at + rest_ex_s, kind: "between", item, set: 1, rep: null, side: null });
      at += rest_ex_s;
    }
    for (const [kind, seconds, set, rep, side] of rows) {
      steps.push({ start_s: at, end_s: at + seconds, kind, item, set, rep, side });
      at += seconds;
    }
  }
  return steps;
}

/**
 * Whole seconds to keep free for some items: their session, and the ways from the place of one to that of the next.
 * @param {readonly Item[]} items
 * @param {Pick<Facts, "items" | "rest_ex_s" | "ways_s">} facts
 */
export function toAllow(items, facts) {
  const places = items.map((item) => facts.items.indexOf(item));
  const ways = places.slice(1).map((place, n) => facts.ways_s[places[n] ?? -1]?.[place] ?? 0);
  return ways.reduce((sum, way) => sum + way, stepsOf(items, facts).at(-1)?.end_s ?? 0);
}
