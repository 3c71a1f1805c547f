// A case of the caseload, as a test asks for it.

/** @import { CaseShown } from "../../caseload/messages.js" */

/**
 * @param {Partial<CaseShown>} [given]
 * @returns {CaseShown}
 */
export function one(given = {}) {
  const week = { said: "nothing was due", done: null, missing: null };
  return {
    code: "BCDFGHJK",
    plan_id: "P-001",
    patient: "P-001",
    version: 1,
    place: 0,
    reasons: [],
    weight: 0,
    signs: 0,
    overdue: false,
    review_due: false,
    draft: null,
    now: week,
    before: week,
    compared: "",
    change: null,
    last_day: "",
    review_on: "",
    last_planned: "2026-06-28",
    ...given,
  };
}

/** @param {string} why */
export function reason(why) {
  return { rule: /** @type {const} */ ("W1"), title: "In a row", why, source: "", weight: 1, rows: [] };
}
