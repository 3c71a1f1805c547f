// By which columns the table can be ordered, and the order.

/** @import { Column, Order } from "./hands.js" */
/** @import { CaseShown } from "./messages.js" */

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** Who needs a call first: as the kernel ranks them. */
export const RANK = "why";

/** @type {readonly Column[]} */
export const COLUMNS = [
  { name: "patient", title: "Patient", keyOf: (one) => one.patient || one.plan_id, falls: false, about: "" },
  {
    name: RANK,
    title: "Why a call",
    keyOf: (one) => one.place,
    falls: false,
    about: "signs for help first, then by what their reasons weigh",
  },
  { name: "now", title: "Last 7 days", keyOf: (one) => one.now.done, falls: false, about: "the recorded share" },
  { name: "before", title: "The 7 before", keyOf: (one) => one.before.done, falls: false, about: "the recorded share" },
  {
    name: "change",
    title: "Week over week",
    keyOf: (one) => one.change,
    falls: false,
    about: "the change of the share",
  },
  { name: "diary", title: "Diary up to", keyOf: (one) => one.last_day || "0", falls: false, about: "" },
  { name: "review", title: "Review", keyOf: (one) => one.review_on || null, falls: false, about: "" },
  {
    name: "weight",
    title: "Order",
    keyOf: (one) => one.weight,
    falls: true,
    about: "what the reasons weigh together, a design choice",
  },
];

/** @type {Order} */
export const FIRST = { column: RANK, falls: false };

/**
 * The order after a column's title was pressed: by it, and the other way round when pressed again.
 * @param {Order} order
 * @param {string} name
 * @returns {Order}
 */
export function pressed(order, name) {
  if (order.column === name) return { column: name, falls: !order.falls };
  return { column: name, falls: columnOf(name).falls };
}

/**
 * The cases in order; those that are alike stay as the kernel ranks them.
 * @param {readonly CaseShown[]} cases
 * @param {Order} order
 */
export function ordered(cases, { column, falls }) {
  const { keyOf } = columnOf(column);
  const sign = falls ? -1 : 1;
  return [...cases].sort((one, two) => {
    const [a, b] = [keyOf(one), keyOf(two)];
    if (a === null || b === null) return Number(a === null) - Number(b === null) || one.place - two.place;
    return sign * compared(a, b) || one.place - two.place;
  });
}

/** @param {string | number} a @param {string | number} b */
function compared(a, b) {
  return typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
}

/** @param {string} name @returns {Column} */
function columnOf(name) {
  const found = COLUMNS.find((column) => column.name === name);
  if (!found) throw new Error(`No column ${name}.`);
  return found;
}
