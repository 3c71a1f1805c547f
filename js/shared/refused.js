// What stands below a field whose value was not taken. What was typed stays in it, until something is taken or the
// plan's own value is another one.
import { make } from "./dom.js";

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */
/** @typedef {{ what: string, mend: string }} Told a fault, as far as it is told where it arose */

let made = 0;

/** @type {WeakMap<Control, { note: HTMLElement, held: string | undefined }>} */
const told = new WeakMap();
/** @type {WeakMap<Control, string>} */
const shown = new WeakMap();

/**
 * What a person reads of a fault at the place where it arose.
 * @param {Told} fault
 */
export function sentence({ what, mend }) {
  return `${what.charAt(0).toUpperCase()}${what.slice(1)} ${mend}`.trimEnd();
}

/**
 * Where a fault is, without the names and the counting of the data: "patient, unlisted.2" is "patient, unlisted 3".
 * @param {string} where
 */
export function place(where) {
  return where.replace(/\.(\d+)\b/g, (_, n) => ` ${Number(n) + 1}`).replaceAll("_", " ");
}

/**
 * Tells it below the field. Gives whether the field is still there.
 * @param {Control} control
 * @param {readonly Told[]} faults
 */
export function refuse(control, faults) {
  settle(control);
  const box = control.closest(".hs-field, .hs-told-here");
  if (!box?.isConnected) return false;
  made += 1;
  const text = `Not taken. ${faults.map(sentence).join(" ")}`;
  const note = make("p", { class: "hs-fault", role: "alert", id: `hs-fault-${made}` }, text);
  box.append(note);
  told.set(control, { note, held: shown.get(control) });
  control.setAttribute("aria-invalid", "true");
  control.setAttribute("aria-describedby", note.id);
  return true;
}

/**
 * Takes away what was told at a field.
 * @param {Control} control
 */
export function settle(control) {
  told.get(control)?.note.remove();
  if (!told.delete(control)) return;
  control.removeAttribute("aria-invalid");
  control.removeAttribute("aria-describedby");
}

/**
 * The same for all fields of a part of the page: another plan is in them now.
 * @param {HTMLElement} part
 */
export function settleAll(part) {
  for (const control of part.querySelectorAll("[aria-invalid]")) settle(/** @type {Control} */ (control));
}

/**
 * Whether what was typed has to stay, now that the plan holds `value`.
 * @param {Control} control
 * @param {string} value
 */
export function keepsTyped(control, value) {
  shown.set(control, value);
  const refused = told.get(control);
  if (refused && refused.held !== value) settle(control);
  return told.has(control);
}
