// Who types: holds the box in hand and the score that is being typed, and gives what is to be kept. It draws nothing.
import { boxAt, filling, shapeOf } from "./boxes.js";
import { after, deedOf, moved, scored } from "./keys.js";

/** @import { Paper } from "./boxes.js" */
/** @import { At, Box, Deed } from "./hands.js" */
/** @import { Sheet, TypedAnswer } from "./messages.js" */
/**
 * `keep` what is new; `typing`: a score is not finished yet; `note`: the note in hand is to be written.
 * @typedef {{
 *   keep: (typed: readonly TypedAnswer[]) => void,
 *   typing: () => void,
 *   note: (text: string) => void,
 *   say: (words: string) => void,
 * }} Acts
 */
/** @typedef {(box: Box, text: string) => void} Write */

const FIRST_SCORE = "pain_worst"; // where a day goes on after its boxes, until she has written another score first

/**
 * A score while its digits are typed.
 * @param {Write} write
 */
function halfTyped(write) {
  /** @type {{ box: Box, text: string } | null} */
  let half = null;
  /** It is kept as far as it is; a 1 may still become a 10. */
  const flush = () => {
    if (half) write(half.box, half.text);
  };
  return {
    flush,
    finish: () => {
      flush();
      half = null;
    },
    drop: () => {
      half = null;
    },
    /** @param {Box} box @param {string} digit */
    digit: (box, digit) => {
      half = { box, text: scored(half?.text ?? "", digit) };
    },
    /** @param {Box} box */
    of: (box) => (half?.box.key === box.key ? half.text : null),
  };
}

/**
 * What is written, and where it goes on.
 * @param {Sheet} sheet
 * @param {Paper} on
 * @param {Acts} acts
 * @param {ReturnType<typeof halfTyped>} half
 */
function pen(sheet, on, { keep, typing, note, say }, half) {
  let score = FIRST_SCORE;
  /** @type {Write} */
  const mark = (box, text) => {
    half.drop();
    if (box.kind === "score") score = box.column;
    keep(on.write(box, text));
  };
  /** @param {At} at @param {"done" | "not_done" | "before"} how @returns {At} */
  const fill = (at, how) => {
    const found = filling(sheet, on, at, how);
    keep(found.flatMap(([box, text]) => on.write(box, text)));
    say(found.length ? `${found.length} boxes filled.` : "No blank box to fill on this day.");
    const line = sheet.of_day.findIndex(([column]) => column === score);
    return at.line < sheet.rows.length && line >= 0 ? { ...at, line: sheet.rows.length + line } : at;
  };
  /** @param {Deed} deed @param {Box} box @param {At} at @param {() => void} next @returns {At | null} where it goes on */
  return (deed, box, at, next) => {
    if (box.closed) say(`Nothing can be written here: ${box.closed}.`);
    else if (deed.do === "fill") return fill(at, deed.with);
    else if (deed.do === "write") note(deed.text);
    else if (deed.do === "digit") {
      score = box.column;
      half.digit(box, deed.text);
      typing();
    } else {
      mark(box, deed.text);
      if (box.kind === "mark" && deed.text) next();
    }
    return null;
  };
}

/**
 * @param {Sheet} sheet
 * @param {Paper} on
 * @param {Acts} given
 */
export function writer(sheet, on, given) {
  const shape = shapeOf(sheet);
  /** @type {At} */
  let at = { week: 0, line: 0, day: 0 };
  /** @type {Acts} */
  const acts = { ...given, keep: (typed) => typed.length && given.keep(typed) };
  const half = halfTyped((box, text) => acts.keep(on.write(box, text)));
  const write = pen(sheet, on, acts, half);
  const box = () => boxAt(sheet, at);
  /** @param {At | null} place */
  const go = (place) => {
    half.finish();
    if (place) at = place;
  };
  const next = () => go(after(at, shape, (place) => boxAt(sheet, place)?.due ?? false));
  /** @param {Deed} deed */
  const act = (deed) => {
    const here = box();
    const to = here && write(deed, here, at, next);
    if (to) go(to);
  };
  /** @param {string} key @returns {boolean} whether the key was for the sheet */
  const key = (key) => {
    const to = moved(at, key, shape);
    const here = box();
    const deed = here && deedOf(key, here.kind);
    if (key === "Enter") next();
    else if (to) go(to);
    else if (deed) act(deed);
    else return false;
    return true;
  };
  return {
    at: () => at,
    box,
    go,
    next,
    act,
    key,
    flush: half.flush,
    finish: half.finish,
    /** What stands in a box, the half typed score too. @param {Box} one */
    text: (one) => half.of(one) ?? on.at(one),
    /** @param {string} text the whole note of the box in hand */
    noted: (text) => {
      const here = box();
      if (here) acts.keep(on.write(here, text));
    },
  };
}
