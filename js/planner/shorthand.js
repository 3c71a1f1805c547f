// Doses as people write them: 3x10, 3x8 h5, 2x30s, 10 x 5 s; and times: 90 s, 10 min, 1:30.

/** @import { DoseShown } from "./messages.js" */
/**
 * A written dose. Without `sets` it is so many holds of so many seconds; without `hold_s` the hold stays.
 * @typedef {{ sets: number | null, reps: number, hold_s: number | null }} Written
 */

const TIMES = "\\s*[x×*]\\s*";
const COUNTED = new RegExp(
  `^(\\d{1,5})${TIMES}(\\d{1,5})(?:(?:\\s*,?\\s*h(?:old)?\\s*|${TIMES})(\\d{1,5})\\s*s?)?$`,
  "i",
);
const TIMED = new RegExp(`^(\\d{1,5})${TIMES}(\\d{1,5})\\s*(s|sec|min)$`, "i");
const SECONDS = /^(\d{1,5})\s*(s|sec|min|m)?$/i;
const CLOCK = /^(\d{1,3}):(\d{2})$/;

/**
 * @param {string} text
 * @returns {Written | null}
 */
export function writtenDose(text) {
  const timed = TIMED.exec(text.trim());
  if (timed) return { sets: null, reps: Number(timed[1]), hold_s: inSeconds(Number(timed[2]), timed[3] ?? "") };
  const counted = COUNTED.exec(text.trim());
  if (!counted) return null;
  const [, sets, reps, hold] = counted;
  return { sets: Number(sets), reps: Number(reps), hold_s: hold === undefined ? null : Number(hold) };
}

/**
 * A whole number as it stands in a field of a dose; a dash is none.
 * @param {string} text
 */
export function writtenNumber(text) {
  const bare = text.trim();
  if (/^[-–—]$/.test(bare)) return 0;
  return /^-?\d{1,9}$/.test(bare) ? Number(bare) : null;
}

/**
 * Seconds as people write them; a bare number is in `unit`.
 * @param {string} text
 * @param {"s" | "min"} unit
 */
export function writtenSeconds(text, unit) {
  const clock = CLOCK.exec(text.trim());
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const found = SECONDS.exec(text.trim());
  return found ? inSeconds(Number(found[1]), found[2] ?? unit) : writtenNumber(text) === 0 ? 0 : null;
}

/** @param {number} n @param {string} unit */
function inSeconds(n, unit) {
  return unit.toLowerCase().startsWith("m") ? n * 60 : n;
}

/**
 * A time as its field shows it: whole minutes from two on, else seconds.
 * @param {number} seconds
 */
export function timeText(seconds) {
  return seconds >= 120 && seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}

/**
 * A dose that stands, as one would write it.
 * @param {Pick<DoseShown, "sets" | "reps" | "hold_s" | "duration_s">} dose
 * @returns {Written}
 */
export function asWritten({ sets, reps, hold_s, duration_s }) {
  return duration_s ? { sets: null, reps: sets, hold_s: duration_s } : { sets, reps, hold_s };
}
