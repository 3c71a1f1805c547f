// The keys of the list of exercises: all of them on the name of a row, the arrows on its buttons and choices too. Inside
// a field only Alt with an arrow and Esc mean the row.

/**
 * What a key means for the row that it was pressed in.
 * @typedef {object} RowDeeds
 * @property {(by: number) => void} go to the same control of another row
 * @property {(by: number) => void} along to another control of the row
 * @property {(by: number) => void} move
 * @property {() => void} end
 * @property {() => void} home
 * @property {() => void} select
 * @property {() => void} selectAll
 * @property {() => void} toggle
 * @property {() => void} remove
 * @property {() => boolean} close whether there was something to close
 */
/** @typedef {Pick<KeyboardEvent, "key" | "altKey" | "ctrlKey" | "metaKey">} Pressed */

/** @typedef {"name" | "button" | "choice" | "field"} On what of the row has the keyboard; a tick is a button here */

/**
 * The deed that a key asks for; null where the key is not the list's.
 * @param {Pressed} event
 * @param {On} on
 * @returns {((deeds: RowDeeds) => boolean | void) | null}
 */
export function deedOf({ key, altKey, ctrlKey, metaKey }, on) {
  const onName = on === "name";
  const way = { ArrowUp: -1, ArrowDown: 1 }[key] ?? 0;
  if (way && altKey) return (deeds) => deeds.move(way);
  if (key === "Escape") return (deeds) => deeds.close();
  if (on === "field" || altKey) return null;
  const along = ctrlKey || metaKey ? 0 : ({ ArrowLeft: -1, ArrowRight: 1 }[key] ?? 0);
  if (along) return (deeds) => deeds.along(along);
  if (on === "choice") return null;
  if (way && !ctrlKey && !metaKey) return (deeds) => deeds.go(way);
  if (!onName) return null;
  if (ctrlKey || metaKey) return key.toLowerCase() === "a" ? (deeds) => deeds.selectAll() : null;
  switch (key) {
    case "Home":
      return (deeds) => deeds.home();
    case "End":
      return (deeds) => deeds.end();
    case "x":
    case "X":
      return (deeds) => deeds.select();
    case "e":
    case "E":
      return (deeds) => deeds.toggle();
    case "Delete":
      return (deeds) => deeds.remove();
    default:
      return null;
  }
}

/**
 * @param {HTMLElement} list
 * @param {(id: string, at: Element) => RowDeeds} deedsOf
 */
export function watchKeys(list, deedsOf) {
  list.addEventListener("keydown", (event) => {
    const { target } = event;
    const id = target instanceof Element ? target.closest("[data-item]")?.getAttribute("data-item") : null;
    if (!id || !(target instanceof Element) || event.defaultPrevented) return;
    const deed = deedOf(event, onOf(target));
    if (!deed || deed(deedsOf(id, target)) === false) return;
    event.preventDefault();
    event.stopPropagation();
  });
}

/** @param {Element} target @returns {On} */
function onOf(target) {
  if (target.classList.contains("hs-name")) return "name";
  if (!target.closest(".hs-item-line")) return "field"; // the open row goes by Tab
  if (target instanceof HTMLSelectElement) return "choice";
  if (target instanceof HTMLInputElement && target.type !== "checkbox") return "field";
  return "button";
}
