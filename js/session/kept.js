// What the browser kept, read with care: whatever is not a diary of this plan is told apart, and breaks nothing.

/** @import { Facts } from "./facts.js" */
/** @import { Held, Kept, Row, Switch } from "./types.js" */
import { isDay } from "./days.js";
import { isRecord, isText, parsed } from "./shapes.js";
import { stepsOf } from "./steps.js";

const FORMAT = 1;
/** @type {readonly Switch[]} */
const SWITCHES = ["sound", "voice", "wait"];
const STATUS = ["", "done", "partial", "not_done"];

/**
 * The text of a diary, as the browser keeps it.
 * @param {Kept} kept
 */
export function keptText({ rows, open, choices, saved }) {
  return JSON.stringify({ format: FORMAT, rows, open, choices, saved });
}

/**
 * What a kept text says as far as it can be used, and whether that is all of it.
 * @param {string | null} text
 * @param {Facts} facts
 * @returns {Kept & { sound: boolean }}
 */
export function keptIn(text, facts) {
  const none = { rows: [], open: null, choices: {}, saved: "" };
  const held = text ? parsed(text) : { format: FORMAT, ...none };
  if (!isRecord(held) || held.format !== FORMAT) return { ...none, sound: false };
  const given = Array.isArray(held.rows) ? held.rows : [];
  const rows = given.filter((row) => isRow(row, facts));
  const open = isHeld(held.open, facts) ? held.open : null;
  const { choices, whole } = choicesIn(held.choices);
  const saved = isText(held.saved) ? held.saved : "";
  const sound = Array.isArray(held.rows) && rows.length === given.length && open === (held.open ?? null) && whole;
  return { rows, open, choices, saved, sound };
}

/**
 * @param {unknown} value
 * @param {Facts} facts
 * @returns {value is Row}
 */
function isRow(value, { items, answers }) {
  if (!isRecord(value)) return false;
  const { item, side, date, week, slot, status = "", asked = false, dealt = false } = value;
  const sides = items.find((one) => one.item === item)?.sides ?? [];
  const placed = sides.some((one) => one === side) && isDay(date) && isWeek(week) && isCount(slot, 1);
  const said = answers.every((name) => value[name] === undefined || typeof value[name] === "string");
  return placed && said && STATUS.some((one) => one === status) && isTruth(asked) && isTruth(dealt);
}

/**
 * @param {unknown} value
 * @param {Facts} facts
 * @returns {value is Held}
 */
function isHeld(value, facts) {
  if (!isRecord(value) || !isRecord(value.sitting) || !isRecord(value.reasons)) return false;
  const { day, sitting, items, before, started, spent, index, reasons, by_hand = false, form = [] } = value;
  const known = facts.items.map((one) => one.item);
  if (!isListOf(items, (id) => known.some((one) => one === id)) || !items.length) return false;
  const steps = stepsOf(
    facts.items.filter((one) => items.includes(one.item)),
    facts,
  );
  const stands = isDay(sitting.day) && isWeek(sitting.week) && isCount(sitting.number, 1) && isDay(day);
  const planned = isListOf(sitting.planned, isText) && isText(before) && Object.values(reasons).every(isText);
  const began = isText(started) && !Number.isNaN(Date.parse(started));
  const ran = isListOf(spent, (seconds) => Number.isFinite(seconds)) && spent.length <= steps.length;
  const written = isTruth(by_hand) && isListOf(form, isText);
  return stands && planned && began && ran && written && isCount(index, 0) && index < steps.length;
}

/** @param {unknown} value */
function choicesIn(value) {
  const given = isRecord(value) ? value : {};
  const chosen = SWITCHES.filter((name) => isTruth(given[name]));
  /** @type {Kept["choices"]} */
  const choices = Object.fromEntries(chosen.map((name) => [name, given[name]]));
  return { choices, whole: isRecord(value) && chosen.length === Object.keys(given).length };
}

/**
 * @param {unknown} value
 * @param {(one: unknown) => boolean} is
 * @returns {value is unknown[]}
 */
function isListOf(value, is) {
  return Array.isArray(value) && value.every(is);
}

/** @param {unknown} value */
function isTruth(value) {
  return typeof value === "boolean";
}

/** @param {unknown} value */
function isWeek(value) {
  return value === null || isCount(value, 1);
}

/**
 * @param {unknown} value
 * @param {number} least
 * @returns {value is number}
 */
function isCount(value, least) {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= least;
}
