// What matters to the patient: how well each activity goes, asked once in each week that asks.

/** @import { Answer, Facts } from "./facts.js" */
/** @import { Diary } from "./diary.js" */
/** @import { Occasion } from "./types.js" */

/** @type {readonly Extract<Answer, `activity_${number}`>[]} */
export const ACTIVITIES = ["activity_1", "activity_2", "activity_3"];

/**
 * Whether the end of a session asks: it is of such a week, and no other session of the week has told.
 * @param {Facts} facts
 * @param {Diary} diary
 * @param {Occasion} occasion
 */
export function isAsking(facts, diary, { day, week, number }) {
  if (week === null || !facts.activities.length || !facts.asking.includes(week)) return false;
  const others = diary.rows.filter((row) => row.week === week && !(row.date === day && row.slot === number));
  return !others.some((row) => ACTIVITIES.some((name) => row[name]));
}
