// A sheet of the follow-up, as large as a test asks for: every exercise on both sides, every day.

/** @import { Sheet, SheetRow, TypedAnswer } from "../../followup/messages.js" */
import { boxAt, paper } from "../../followup/boxes.js";
import { writer } from "../../followup/writer.js";

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/**
 * @param {{ weeks?: number, items?: number, closed?: Record<string, string>, rest?: (line: number, day: number) => boolean }} [given]
 * @returns {Sheet}
 */
export function sheet({ weeks = 1, items = 2, closed = {}, rest = () => false } = {}) {
  const rows = Array.from({ length: items }, (_, n) => ["left", "right"].map((side) => row(`i${n + 1}`, side))).flat();
  /** @param {number} week */
  const table = (week) => ({
    title: `Week ${week + 1}`,
    days: WEEKDAYS.map((weekday, day) => {
      const date = new Date(Date.UTC(2026, 5, 1 + week * 7 + day)).toISOString().slice(0, 10);
      return { date, weekday, label: date.slice(5), closed: closed[date] ?? "" };
    }),
    due: rows.map((_, line) => WEEKDAYS.map((_, day) => !rest(line, day))),
  });
  return {
    code: "BCDFGHJK",
    version: 1,
    versions: [["1", "Version 1"]],
    rows,
    weeks: Array.from({ length: weeks }, (_, week) => table(week)),
    of_day: [
      ["pain_before", "Pain before"],
      ["pain_worst", "Worst pain"],
      ["pain_next_morning", "Next morning"],
      ["effort", "Effort"],
      ["note", "Note"],
    ],
    beside: "",
  };
}

/** @param {string} item_id @param {string} side @returns {SheetRow} */
function row(item_id, side) {
  return { item_id, side, slot: 1, name: item_id, label: side, spoken: `${item_id}, ${side}` };
}

/**
 * Somebody at the keyboard: what was kept, message by message, what was said, and how many keys it took.
 * @param {Sheet} of
 */
export function atWork(of) {
  const on = paper();
  /** @type {TypedAnswer[][]} */
  const kept = [];
  /** @type {string[]} */
  const said = [];
  /** @type {string[]} */
  const notes = [];
  const hand = writer(of, on, {
    keep: (typed) => kept.push([...typed]),
    typing: () => {},
    note: (text) => notes.push(text),
    say: (text) => said.push(text),
  });
  let presses = 0;
  /** @param {...string} keys */
  const press = (...keys) => {
    for (const key of keys) {
      presses += 1;
      hand.key(key);
    }
  };
  return { on, hand, kept, said, notes, press, presses: () => presses, of, boxAt };
}
