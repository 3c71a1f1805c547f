// From the steps to what was done: sets, repetitions and seconds of each side, by the player's clock.

/** @import { Item, Kind, Place } from "./facts.js" */
/** @import { Answers, Step } from "./types.js" */

/** A step that ran for all but this counts in full: a clock is read now and then. */
const NEARLY_S = 0.1;

/** The diary has room for four digits, and for one that says ten thousand. */
const MOST_S = 10_000;

const MOST_KG = 500;

/** @typedef {{ step: Step, spent_s: number }} Spent */

/**
 * The answers of one item and side: status, and how much where anything was done.
 * @param {Item} item
 * @param {Place} side
 * @param {readonly Step[]} steps
 * @param {readonly number[]} spent seconds that each step has run
 * @returns {Answers}
 */
export function worked(item, side, steps, spent) {
  const mine = work(item, side, steps, spent);
  if (mine.every(({ spent_s }) => spent_s === 0)) return { status: "not_done" };
  const counts = fullSets(item, mine);
  if (counts.length === item.sets && counts.every((n) => n === item.reps)) return whole(item);
  const last = counts.at(-1) ?? 0;
  const fewest = counts.length > 1 ? Math.min(...counts.slice(0, -1)) : last;
  /** @type {Answers} */
  const answers = { status: "partial", sets_done: `${counts.length}`, reps_done: `${fewest}` };
  if (item.sets > 1 && counts.length) answers.reps_last_set = `${last}`;
  if (item.hold_s) answers.hold_done_s = `${longest("hold", mine)}`;
  else if (item.duration_s) answers.hold_done_s = inDiary(longest("move", mine));
  return answers;
}

/**
 * All of it, as prescribed.
 * @param {Item} item
 * @returns {Answers}
 */
export function whole(item) {
  /** @type {Answers} */
  const answers = { status: "done", sets_done: `${item.sets}`, reps_done: `${item.reps}` };
  if (item.sets > 1) answers.reps_last_set = `${item.reps}`;
  if (item.hold_s) answers.hold_done_s = `${item.hold_s}`;
  else if (item.duration_s) answers.hold_done_s = inDiary(item.duration_s);
  return answers;
}

/**
 * A load as somebody typed it, in kg with a point; "" where it is none.
 * @param {string} typed
 */
export function kilos(typed) {
  const text = typed.trim().replace(",", ".");
  return /^\d{1,3}(\.\d{1,6})?$/.test(text) && Number(text) <= MOST_KG ? text : "";
}

/**
 * The steps of one item and side in which something is done.
 * @param {Item} item
 * @param {Place} side
 * @param {readonly Step[]} steps
 * @param {readonly number[]} spent
 * @returns {Spent[]}
 */
function work(item, side, steps, spent) {
  return steps
    .map((step, i) => ({ step, spent_s: spent[i] ?? 0 }))
    .filter(({ step }) => step.item === item.item && (step.side ?? "both") === side)
    .filter(({ step }) => step.kind === "move" || step.kind === "hold");
}

/**
 * How many repetitions were done in full, in each set that has any.
 * @param {Item} item
 * @param {readonly Spent[]} mine
 */
function fullSets(item, mine) {
  const counts = [];
  for (let set = 1; set <= item.sets; set += 1) {
    let full = 0;
    for (let rep = 1; rep <= item.reps; rep += 1) {
      const parts = mine.filter(({ step }) => step.set === set && step.rep === rep);
      if (parts.length && parts.every(({ step, spent_s }) => spent_s >= step.end_s - step.start_s - NEARLY_S))
        full += 1;
    }
    if (full) counts.push(full);
  }
  return counts;
}

/**
 * Whole seconds of the longest step of a kind.
 * @param {Kind} kind
 * @param {readonly Spent[]} mine
 */
function longest(kind, mine) {
  const seconds = mine.filter(({ step }) => step.kind === kind).map(({ spent_s }) => Math.floor(spent_s + NEARLY_S));
  return Math.max(0, ...seconds);
}

/** @param {number} seconds */
function inDiary(seconds) {
  return seconds <= MOST_S ? `${seconds}` : "";
}
