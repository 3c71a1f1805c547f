// What is filled in on a screen and not saved yet: a text for each of its fields, in their order.

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Field */

/** @param {Element} screen */
function fieldsOf(screen) {
  /** @type {NodeListOf<Field>} */
  const fields = screen.querySelectorAll("input, select, textarea");
  return [...fields];
}

/**
 * @param {Field} field
 * @returns {field is HTMLInputElement}
 */
function isTick(field) {
  return field instanceof HTMLInputElement && ["checkbox", "radio"].includes(field.type);
}

/** @param {Element} screen */
export function filledIn(screen) {
  return fieldsOf(screen).map((field) => (isTick(field) ? (field.checked ? "x" : "") : field.value));
}

/**
 * Fill in what was filled in before; nothing where the screen has other fields now.
 * @param {Element} screen
 * @param {readonly string[]} texts
 */
export function fillIn(screen, texts) {
  const fields = fieldsOf(screen);
  if (fields.length !== texts.length) return;
  for (const [n, field] of fields.entries()) {
    const text = texts[n] ?? "";
    if (isTick(field) && !text) continue;
    if (isTick(field)) field.checked = true;
    else field.value = text;
    field.dispatchEvent(new Event("change"));
  }
}
