// Which cases are shown: a search and chips, all of which a case has to fit.

/** @import { Wanted } from "./hands.js" */
/** @import { CaseShown } from "./messages.js" */

/** @type {readonly { name: string, title: string, fits: (one: CaseShown) => boolean }[]} */
export const CHIPS = [
  { name: "reasons", title: "With a reason", fits: (one) => one.reasons.length > 0 },
  { name: "signs", title: "Reported a sign for help", fits: (one) => one.signs > 0 },
  { name: "overdue", title: "Diary waited for", fits: (one) => one.overdue },
  { name: "review", title: "Review due", fits: (one) => one.review_due },
  { name: "draft", title: "Draft waits", fits: (one) => one.draft !== null },
];

/**
 * A plan by its patient, and by its label where that is another word.
 * @param {Pick<CaseShown, "plan_id" | "patient" | "code">} plan
 */
export function whose({ plan_id, patient, code }) {
  return [...new Set([patient, plan_id])].filter(Boolean).join(" · ") || code;
}

/**
 * Whether a case fits: each word stands in its names or its reasons, and each chip holds.
 * @param {CaseShown} one
 * @param {Wanted} wanted
 */
export function fits(one, { words, chips }) {
  const text = [whose(one), one.code, ...one.reasons.map(({ title, why }) => `${title} ${why}`)]
    .join(" ")
    .toLowerCase();
  return (
    words
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word)) && CHIPS.every((chip) => !chips.has(chip.name) || chip.fits(one))
  );
}

/**
 * What the table says of itself.
 * @param {number} found
 * @param {number} all
 * @param {number} most that are shown at once
 */
export function shownSaid(found, all, most) {
  if (!all) return "No plan is in force.";
  if (!found) return `None of ${all} fits. Take a filter away.`;
  const plans = all === 1 ? "1 plan" : `${all} plans`;
  const said = found === all ? `${plans} in force or over for less than four weeks` : `${found} of ${plans}`;
  return found > most ? `${said}, the first ${most} shown` : said;
}
