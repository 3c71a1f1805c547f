// `diary.csv`: written exactly as the kit writes a blank one, and read back from an earlier export.

/** @import { Answer, Facts, Item, Place, Status } from "./facts.js" */
/** @import { Diary } from "./diary.js" */
/** @import { Answers, Row } from "./types.js" */
import { ACTIVITIES } from "./activities.js";
import { csvLine, csvRecords, safeCell, unsafeCell } from "./csv.js";
import { isDay } from "./days.js";
import { keyOf } from "./diary.js";
import { inGroup } from "./sessions.js";
import { plainText } from "./text.js";

/** @type {readonly Answer[]} */
const RATED = ["pain_before", "pain_worst", "pain_after", "pain_next_morning", "effort", ...ACTIVITIES];

/** @typedef {{ side: Place, week: number | null, date: string, slot: number }} Printed where a line stands */

/**
 * The diary as a file: all that was planned, filled in as far as it was told, and what went beyond it.
 * @param {Facts} facts
 * @param {Diary} diary
 * @param {boolean} [told] only what was told, without the lines that are still empty
 */
export function diaryCsv(facts, diary, told = false) {
  const held = new Map(diary.rows.map((row) => [keyOf(row), row]));
  const lines = [csvLine(facts.columns)];
  for (const [week, date, slot, group] of facts.slots) {
    for (const item of inGroup(facts, group)) {
      for (const side of item.sides) {
        const key = keyOf({ date, slot, item: item.item, side });
        const row = held.get(key);
        if (row || !told) lines.push(line(facts, item, { side, week, date, slot }, row));
        held.delete(key);
      }
    }
  }
  for (const row of held.values()) {
    const item = facts.items.find((one) => one.item === row.item);
    if (item) lines.push(line(facts, item, row, row));
  }
  return `\ufeff${lines.join("")}`;
}

/**
 * Take in the rows of an earlier export; what is here already stays. Says how many rows went which way.
 * @param {Facts} facts
 * @param {Diary} diary
 * @param {string} text
 */
export function mergeCsv(facts, diary, text) {
  const [names = [], ...records] = csvRecords(text);
  const here = new Set(diary.rows.map(keyOf));
  const told = { taken: 0, kept: 0, refused: 0 };
  for (const record of records) {
    const cells = new Map(names.map((name, i) => [name, typed(facts, record[i] ?? "")]));
    const status = statusOf(facts, cells.get("status") ?? "");
    if (status === "" && !facts.answers.some((name) => name !== "status" && cells.get(name))) continue;
    const row = rowOf(facts, cells, status);
    if (!row) told.refused += 1;
    else if (here.has(keyOf(row))) told.kept += 1;
    else {
      here.add(keyOf(row));
      diary.rows.push(row);
      told.taken += 1;
    }
  }
  diary.save();
  return told;
}

/**
 * @param {Facts} facts
 * @param {Item} item
 * @param {Printed} printed
 * @param {Row} [row]
 */
function line(facts, item, { side, week, date, slot }, row) {
  /** @type {Record<string, string | undefined>} */
  const told = {
    plan_code: facts.plan_code,
    plan_id: facts.plan_id,
    plan_version: `${facts.plan_version}`,
    item_id: item.item,
    week: week ? `${week}` : "",
    date,
    slot: `${slot}`,
    exercise_id: item.exercise_id,
    exercise: item.exercise,
    side,
    prescribed: item.prescribed,
  };
  for (const name of facts.answers) told[name] = row?.[name];
  return csvLine(facts.columns.map((name) => safeCell(`${told[name] ?? ""}`, facts.formula_starts)));
}

/**
 * @param {Facts} facts
 * @param {string} cell
 */
function typed(facts, cell) {
  return unsafeCell(cell.trim(), facts.formula_starts).trim();
}

/**
 * A status in any spelling that the kit reads; null where it is none.
 * @param {Facts} facts
 * @param {string} cell
 * @returns {Status | "" | null}
 */
function statusOf(facts, cell) {
  const plain = cell
    .toLowerCase()
    .replace(/(?:[\s_-]|\ufe0e|\ufe0f)+/g, " ")
    .trim();
  if (!plain) return "";
  return Object.hasOwn(facts.status_words, plain) ? (facts.status_words[plain] ?? null) : null;
}

/**
 * The row that a record tells of; null where it is not of this plan, or says what no diary says.
 * @param {Facts} facts
 * @param {ReadonlyMap<string, string>} cells
 * @param {Status | "" | null} status
 * @returns {Row | null}
 */
function rowOf(facts, cells, status) {
  /** @param {string} name */
  const cell = (name) => cells.get(name) ?? "";
  const item = facts.items.find((one) => one.item === cell("item_id"));
  const side = item?.sides.find((one) => one === cell("side"));
  const ours = cell("plan_code") === facts.plan_code && Number(cell("plan_version")) === facts.plan_version;
  const dated = isDay(cell("date")) && /^[1-9]\d?$/.test(cell("slot"));
  const rated = RATED.every((name) => /^(|\d|10)$/.test(cell(name)));
  if (!item || !side || !ours || !dated || !rated || status === null) return null;
  /** @type {Answers} */
  const answers = status ? { status } : {};
  for (const name of facts.answers) {
    const text = name === "status" ? "" : plainText(cell(name));
    if (text) Object.assign(answers, { [name]: text });
  }
  const [date, week, slot] = [cell("date"), Number(cell("week")) || null, Number(cell("slot"))];
  return { item: item.item, side, date, week, slot, ...answers };
}
