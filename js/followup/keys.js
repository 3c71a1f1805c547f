// What the keys do on the sheet: where they lead, and what they write. One key is one mark.

/** @import { At, Box, Deed, Shape } from "./hands.js" */

/** @type {Readonly<Record<string, string>>} */
const MARKS = { d: "done", " ": "done", p: "partial", x: "not_done", Delete: "", Backspace: "" };
/** @type {Readonly<Record<string, "done" | "not_done" | "before">>} */
const FILLS = { a: "done", n: "not_done", s: "before" };
const DAYS = 7;

/**
 * The box that a key leads to; null where it leads nowhere, or is no key of moving. Weeks follow each other without an
 * end of the line between them.
 * @param {At} at
 * @param {string} key
 * @param {Shape} shape
 * @returns {At | null}
 */
export function moved({ week, line, day }, key, { weeks, lines }) {
  const across = week * DAYS + day;
  const down = week * lines + line;
  /** @param {number} n */
  const byDay = (n) => (n < 0 || n >= weeks * DAYS ? null : { week: Math.floor(n / DAYS), line, day: n % DAYS });
  /** @param {number} n */
  const byLine = (n) => (n < 0 || n >= weeks * lines ? null : { week: Math.floor(n / lines), line: n % lines, day });
  /** @type {Record<string, At | null>} */
  const places = {
    ArrowRight: byDay(across + 1),
    ArrowLeft: byDay(across - 1),
    ArrowDown: byLine(down + 1),
    ArrowUp: byLine(down - 1),
    Home: { week, line, day: 0 },
    End: { week, line, day: DAYS - 1 },
    PageDown: byDay(across + DAYS),
    PageUp: byDay(across - DAYS),
  };
  return places[key] ?? null;
}

/**
 * The box after this one, as a day is filled in: down the day, then the first one of the next day. Lines without a box
 * are passed over.
 * @param {At} at
 * @param {Shape} shape
 * @param {(at: At) => boolean} isBox
 * @returns {At | null}
 */
export function after(at, shape, isBox) {
  /** @type {At | null} */
  let next = at;
  do {
    /** @type {boolean} */
    const last = next.line + 1 >= shape.lines;
    next = last ? moved({ ...next, line: 0 }, "ArrowRight", shape) : { ...next, line: next.line + 1 };
  } while (next && !isBox(next));
  return next;
}

/**
 * What a key writes, in a box of this kind; null for a key that writes nothing.
 * @param {string} key
 * @param {Box["kind"]} kind
 * @returns {Deed | null}
 */
export function deedOf(key, kind) {
  const plain = key.length === 1 ? key.toLowerCase() : key;
  if (kind === "note") {
    if (key === "Delete" || key === "Backspace") return { do: "mark", text: "" };
    if (key === "F2") return { do: "write", text: "" };
    return key.length === 1 ? { do: "write", text: key.trim() } : null;
  }
  const fill = FILLS[plain];
  if (fill) return { do: "fill", with: fill };
  if (kind === "score" && /^\d$/.test(key)) return { do: "digit", text: key };
  const mark = MARKS[plain];
  if (mark === undefined || (kind === "score" && mark)) return null;
  return { do: "mark", text: mark };
}

/**
 * A score while it is typed: a digit takes the place of the one before, but 1 and 0 are 10.
 * @param {string} text
 * @param {string} digit
 */
export function scored(text, digit) {
  return text === "1" && digit === "0" ? "10" : digit;
}
