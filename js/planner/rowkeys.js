// The keys of the list of exercises, on the name of a row. Inside a field only Alt with an arrow and Esc mean the row.

/**
 * What a key means for the row that it was pressed in.
 * @typedef {object} RowDeeds
 * @property {(by: number) => void} go
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

/**
 * The deed that a key asks for; null where the key is not the list's.
 * @param {Pressed} event
 * @param {boolean} onName
 * @returns {((deeds: RowDeeds) => boolean | void) | null}
 */
export function deedOf({ key, altKey, ctrlKey, metaKey }, onName) {
  const way = { ArrowUp: -1, ArrowDown: 1 }[key] ?? 0;
  if (way && altKey) return (deeds) => deeds.move(way);
  if (key === "Escape") return (deeds) => deeds.close();
  if (!onName || altKey) return null;
  if (ctrlKey || metaKey) return key.toLowerCase() === "a" ? (deeds) => deeds.selectAll() : null;
  if (way) return (deeds) => deeds.go(way);
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
 * @param {(id: string) => RowDeeds} deedsOf
 */
export function watchKeys(list, deedsOf) {
  list.addEventListener("keydown", (event) => {
    const { target } = event;
    const id = target instanceof Element ? target.closest("[data-item]")?.getAttribute("data-item") : null;
    if (!id || !(target instanceof Element) || event.defaultPrevented) return;
    const deed = deedOf(event, target.classList.contains("hs-name"));
    if (!deed || deed(deedsOf(id)) === false) return;
    event.preventDefault();
    event.stopPropagation();
  });
}
