// Whether somebody is typing in a field: from the first letter until it is told or the field is left.

/** @type {WeakMap<EventTarget, boolean>} */
const typing = new WeakMap();

/**
 * It is watched from the first time that this is asked.
 * @param {EventTarget} control
 */
export function typesIn(control) {
  if (!typing.has(control)) {
    typing.set(control, false);
    control.addEventListener("input", () => typing.set(control, true));
    for (const end of ["change", "blur"]) control.addEventListener(end, () => typing.set(control, false));
  }
  return Boolean(typing.get(control));
}
