// The steps of a session.

/** @import { Item } from "./facts.js" */
/** @import { Step } from "./types.js" */

/**
 * The session of some items, one after the other; the steps of each come worked out from the plan.
 * @param {readonly Item[]} items
 */
export function stepsOf(items) {
  /** @type {Step[]} */
  const steps = [];
  let at = 0;
  for (const { item, steps: rows } of items) {
    for (const [kind, seconds, set, rep, side] of rows) {
      steps.push({ start_s: at, end_s: at + seconds, kind, item, set, rep, side });
      at += seconds;
    }
  }
  return steps;
}
