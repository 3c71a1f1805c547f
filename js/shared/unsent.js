// What is typed into a form that a button sends: kept in this tab until it is sent or put away, since a reload of the
// page would lose it.
import { tabNote } from "./tab.js";

/** @import { Shelf } from "./tab.js" */
/** @typedef {{ type: string, value: string, checked?: boolean }} Kept a field for text, or a box to tick */

/**
 * @param {EventTarget} form
 * @param {Readonly<Record<string, Kept>>} fields by the name that each is kept under
 * @param {() => Shelf} [store]
 */
export function unsent(form, fields, store) {
  /** @type {ReturnType<typeof tabNote<Record<string, unknown>>> | null} */
  let note = null;
  form.addEventListener("input", () => {
    const now = Object.entries(fields).map(([name, field]) => [name, isBox(field) ? field.checked : field.value]);
    note?.write(Object.fromEntries(now));
  });
  /**
   * From here on the form is about `name`: what was typed for it stands in the fields again. Gives whether there was
   * anything.
   * @param {string} name
   */
  const about = (name) => {
    note = tabNote(`unsent ${name}`, store);
    const kept = note.read();
    if (kept === null || typeof kept !== "object") return false;
    for (const [name, field] of Object.entries(fields)) {
      if (isBox(field)) field.checked = kept[name] === true;
      else field.value = String(kept[name] ?? "");
    }
    return true;
  };
  return { about, drop: () => note?.drop() };
}

/** @param {Kept} field */
function isBox(field) {
  return field.type === "checkbox";
}
