// The sessions of a plan: which items come up together.

/** @import { Facts } from "./facts.js" */

/**
 * The items of a session.
 * @param {Facts} facts
 * @param {number} group
 */
export function inGroup(facts, group) {
  const places = facts.groups[group] ?? [];
  return places.map((n) => facts.items[n]).filter((item) => item !== undefined);
}
