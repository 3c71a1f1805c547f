// Whether somebody is typing in a field: from the first letter until the field is left. Its value may be told before: a
// field for a date tells each part of it.

/** @type {WeakMap<EventTarget, boolean>} */
const typing = new WeakMap();

/** The field that somebody types in at the moment. */
export function fieldInUse() {
  const field = document.activeElement;
  return field && typing.get(field) ? field : null;
}

/**
 * It is watched from the first time that this is asked.
 * @param {EventTarget} control
 */
export function typesIn(control) {
  if (!typing.has(control)) {
    typing.set(control, false);
    control.addEventListener("input", () => typing.set(control, true));
    control.addEventListener("blur", () => typing.set(control, false));
  }
  return Boolean(typing.get(control));
}

/**
 * It was set by a key that types nothing.
 * @param {EventTarget} control
 */
export function typedHere(control) {
  typing.set(control, true);
}

/**
 * What was typed is taken back, though the keyboard is still there: the field shows what is kept.
 * @param {EventTarget} control
 */
export function typedNoMore(control) {
  typing.set(control, false);
}

/** Fields whose text was typed and went out to nobody yet: there is no older one that could be put in its place. */
export const untoldFields = /** @type {Set<EventTarget>} */ (new Set());

/**
 * What was sent of a field at this moment: gives whether it still stands there, as only what was taken may be emptied.
 * @param {{ value: string }} control
 */
export function sentOf(control) {
  const sent = control.value;
  return { stands: () => control.value === sent };
}
