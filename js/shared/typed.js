// Text is kept while it is typed: a moment after the last letter, and at once when the field is left or the page goes.

import { untoldFields } from "./fingers.js";

export const PAUSE_MS = 600;

/** @type {Set<() => void>} */
const untold = new Set();
let visits = Date.now(); // also after a reload no number comes again

/** The number of a new visit to a field: what is typed in one visit is one step back. */
export function visit() {
  visits += 1;
  return visits;
}

/**
 * `tell` gets the value and the number of this visit to the field.
 * @template {EventTarget & { value: string }} Control
 * @param {Control} control
 * @param {(value: string, typing: number) => void} tell
 * @returns {Control}
 */
export function typed(control, tell) {
  /** @type {ReturnType<typeof setTimeout> | null} */
  let timer = null;
  let now = 0;
  const send = () => {
    if (timer === null) return;
    clearTimeout(timer);
    timer = null;
    untold.delete(send);
    untoldFields.delete(control);
    tell(control.value, now);
  };
  control.addEventListener("focus", () => {
    now = visit();
  });
  control.addEventListener("input", () => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(send, PAUSE_MS);
    untold.add(send);
    untoldFields.add(control);
    control.dispatchEvent(new CustomEvent("hs-typing", { bubbles: true }));
  });
  control.addEventListener("change", send);
  return control;
}

/** Whether something waits for a pause in the typing. */
export function isTold() {
  return untold.size === 0;
}

/** What waits for a pause in the typing is told now. */
export function tellAll() {
  for (const send of [...untold]) send();
}
