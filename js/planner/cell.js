// A number of a dose in its row. It is told with each key; where a number is refused, the plan goes back to what it
// held before this visit to the field, so that "400" leaves no "40".
import { h } from "../shared/controls.js";
import { typedHere, typesIn } from "../shared/fingers.js";
import { keepsTyped, refuse, settle } from "../shared/refused.js";
import { visit } from "../shared/typed.js";
import { writtenDose } from "./shorthand.js";

/** @import { Asker } from "../shared/asked.js" */
/** @import { Told } from "../shared/refused.js" */
/** @import { Written } from "./shorthand.js" */

/**
 * What one field is: its name, how a number stands in it and is read from it, and how far an arrow key goes.
 * @typedef {object} CellKind
 * @property {string} name
 * @property {string} label
 * @property {(n: number) => string} text
 * @property {(text: string, now: number) => number | null} read
 * @property {(now: number) => number} step
 * @property {readonly [least: number, most: number]} limits
 */
/**
 * @typedef {object} CellActs
 * @property {(n: number, typing: number, asker: Asker) => void} tell
 * @property {(dose: Written, typing: number, asker?: Asker) => void} write
 * @property {() => Written} whole the dose as the plan holds it
 * @property {(by: number) => void} next
 */

const NO_DOSE = { what: "is no dose.", mend: "Write a number, or a dose such as 3x10, 2x30s or 3x8 h5." };

/**
 * @param {CellKind} kind
 * @param {CellActs} acts
 */
export function cell({ name, label, text, read, step, limits: [least, most] }, acts) {
  const input = numberInput(name, label, least, most);
  typesIn(input); // it is watched from here on
  let held = 0;
  let before = 0;
  let typing = 0;
  let sent = false;
  /** @type {Written | null} */
  let first = null; // the whole dose as it was when this visit began
  /** @param {readonly Told[]} faults */
  const back = (faults) => {
    if (sent && first) acts.write(first, typing);
    if (sent) keepsTyped(input, text(before)); // what the plan holds again when it has answered
    sent = false;
    return refuse(input, faults);
  };
  /** @type {Asker} */
  const asker = { refused: (faults) => back(faults), taken: () => settle(input) };
  const tell = () => {
    settle(input);
    const dose = writtenDose(input.value);
    const n = dose ? null : read(input.value, held);
    if (dose) acts.write(dose, typing, asker);
    else if (n !== null) acts.tell(n, typing, asker);
    else return;
    sent = true;
    typedHere(input); // by an arrow too
  };
  const leave = () => {
    const typed = input.value.trim();
    const n = read(typed, held);
    const dose = writtenDose(typed);
    if (typed && !dose && n === null) back([{ what: `“${typed.slice(0, 20)}” ${NO_DOSE.what}`, mend: NO_DOSE.mend }]);
    const taken = sent && !input.hasAttribute("aria-invalid");
    input.value = text(taken && n !== null ? n : held);
  };
  selectsAtClick(input);
  input.addEventListener("focus", () => {
    typing = visit();
    sent = false;
    first = acts.whole();
    before = held;
    input.select();
  });
  input.addEventListener("input", tell);
  input.addEventListener("blur", leave);
  onKeys(input, {
    next: acts.next,
    step: (by) => {
      input.value = text(Math.min(most, Math.max(least, (read(input.value, held) ?? held) + by * step(held))));
      tell();
    },
  });
  /** @param {number} n @param {boolean} locked */
  const draw = (n, locked) => {
    held = n;
    input.disabled = locked;
    input.setAttribute("aria-valuenow", String(n));
    input.setAttribute("aria-valuetext", n ? text(n) : "none");
    keepsTyped(input, text(n)); // what was refused is told until the plan holds another number
    if (typesIn(input)) return;
    // The keyboard may be here already, from the field before, whose number comes now.
    [before, first] = [n, acts.whole()];
    if (input.value === text(n)) return;
    input.value = text(n);
    if (input === document.activeElement) input.select();
  };
  return { node: input, draw };
}

/**
 * A click that brings the keyboard selects all, as Tab does.
 * @param {HTMLInputElement} input
 */
function selectsAtClick(input) {
  let came = false;
  input.addEventListener("pointerdown", () => {
    came = document.activeElement !== input;
  });
  input.addEventListener("click", () => {
    if (came) input.select();
    came = false;
  });
}

/**
 * The arrow keys go one step, with Shift five; Enter goes to the same field of the next row, with Shift of the one
 * before.
 * @param {HTMLInputElement} input
 * @param {{ step: (by: number) => void, next: (by: number) => void }} acts
 */
function onKeys(input, { step, next }) {
  input.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const way = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (way) step(way * (event.shiftKey ? 5 : 1));
    else if (event.key === "Enter") next(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

/** @param {string} name @param {string} label @param {number} least @param {number} most */
function numberInput(name, label, least, most) {
  return h("input", {
    type: "text",
    inputmode: "numeric",
    autocomplete: "off",
    role: "spinbutton",
    class: "hs-cell",
    "aria-label": label,
    "aria-valuemin": least,
    "aria-valuemax": most,
    "data-field": name,
  });
}
