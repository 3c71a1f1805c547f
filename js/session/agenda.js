// What the plan asks for on a day, and what was missed.

/** @import { Facts, Item } from "./facts.js" */
/** @import { Agenda, Sitting } from "./types.js" */
/** @import { Diary } from "./diary.js" */
import { inGroup } from "./sessions.js";

/**
 * What the plan asks for on `day`, given what the diary holds already.
 * @param {Facts} facts
 * @param {Diary} diary
 * @param {string} day
 * @returns {Agenda}
 */
export function agenda(facts, diary, day) {
  const week = facts.days[day] ?? null;
  const state = stateOf(facts, day, week);
  const today = facts.slots.filter(([, date]) => date === day);
  const [slot] = today.filter(([, , number]) => !diary.rows.some((row) => told(row, day) && row.slot === number));
  const items = slot ? inGroup(facts, slot[3]) : [];
  return {
    day,
    week,
    state,
    due: slot !== undefined,
    number:
      slot?.[2] ??
      diary.nextNumber(
        day,
        today.map(([, , number]) => number),
      ),
    times: today.length,
    items,
    free: state === "open" ? facts.items.filter((item) => item.free && !items.includes(item)) : [],
  };
}

/**
 * The last day before `day` that had a session and has no entry; null where nothing is missing. A day that is only
 * proposed is not missed.
 * @param {Facts} facts
 * @param {Diary} diary
 * @param {string} day
 */
export function missedDay(facts, diary, day) {
  const before = facts.slots.filter(
    ([, date, , group]) => date < day && inGroup(facts, group).some((item) => !item.free),
  );
  const last = before.at(-1)?.[1];
  return last && !diary.rows.some((row) => told(row, last)) ? last : null;
}

/**
 * Somebody does `items` on the day of `plan`.
 * @param {Agenda} plan
 * @param {Item[]} items
 * @returns {Sitting}
 */
export function sitting({ day, week, number, items: asked }, items) {
  return { day, week, number, planned: asked.map((item) => item.item), items };
}

/**
 * @param {Facts} facts
 * @param {string} day
 * @param {number | null} week
 * @returns {Agenda["state"]}
 */
function stateOf(facts, day, week) {
  if (day < facts.start) return "early";
  if (day >= facts.until) return "over";
  return week === null ? "paused" : "open";
}

/**
 * @param {import("./types.js").Row} row
 * @param {string} day
 */
function told(row, day) {
  return row.date === day && Boolean(row.status);
}
