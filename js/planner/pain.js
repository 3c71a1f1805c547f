// By which kind of work pain is judged: that of the item, else that of the plan, else that of the exercise.

/** @import { PainKind } from "./messages.js" */
/** @typedef {readonly (readonly [value: PainKind | "", text: string])[]} PainChoices */

/** @type {PainChoices} */
const KINDS = [
  ["stretch", "Stretch"],
  ["mobility", "Mobility"],
  ["balance", "Balance"],
  ["strength", "Strength"],
  ["walking", "Walking"],
  ["tendon", "Tendon"],
  ["osteoarthritis", "Osteoarthritis"],
];

/** @type {PainChoices} */
export const PAIN_OF_PLAN = [["", "Each exercise’s own kind"], ...KINDS];

/** @type {PainChoices} */
export const PAIN_OF_ITEM = [["", "As the plan"], ...KINDS];
