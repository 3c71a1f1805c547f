// The rows where they stand: kept by the id of their item, put in order, dragged.

/** @import { ItemShown } from "./messages.js" */
/** @typedef {import("./items.js").ItemRow} ItemRow */

/**
 * The rows by the id of their item; one whose exercise was swapped is made anew.
 * @param {HTMLElement} list
 * @param {(item: ItemShown) => ItemRow} make
 */
export function itemRows(list, make) {
  /** @type {Map<string, ItemRow>} */
  const rows = new Map();
  /** @type {readonly ItemShown[]} */
  let before = [];
  let whose = "";
  /**
   * Puts the rows in order. Where the row under the keyboard was swapped for another, gives the way that the keyboard
   * stays in its place; what stands in the place of an open row is open. Rows of another plan are all made anew: its
   * items may have the same ids, and none of them is open or half typed.
   * @param {readonly ItemShown[]} items
   * @param {string} plan
   */
  const arrange = (items, plan) => {
    if (plan !== whose) {
      rows.clear();
      before = [];
    }
    whose = plan;
    const names = new Map(items.map((item) => [item.item_id, item.name]));
    const at = [...list.children].findIndex((row) => row.contains(document.activeElement));
    const gone = before.map((item) => (names.get(item.item_id) === item.name ? null : rows.get(item.item_id)));
    for (const [id, row] of [...rows]) if (names.get(id) !== row.name) rows.delete(id);
    const standing = items.map((item, i) => {
      const row = rows.get(item.item_id) ?? make(item);
      if (!rows.has(item.item_id) && items.length === before.length && gone[i]?.isOpen()) row.open(true);
      rows.set(item.item_id, row);
      return row;
    });
    before = items;
    list.replaceChildren(...standing.map((row) => row.node));
    const lost = at >= 0 && !list.contains(document.activeElement);
    return lost ? () => standing[Math.min(at, standing.length - 1)]?.focus() : null;
  };
  return { rows, arrange };
}

/**
 * The keyboard goes to the first of these that is there.
 * @param {HTMLElement | undefined} row
 * @param {...string} places
 */
export function focusIn(row, ...places) {
  for (const place of places) {
    const found = row?.querySelector(place);
    if (found instanceof HTMLElement) {
      found.focus();
      return;
    }
  }
}

/**
 * Rows that are dragged by their grip onto one another.
 * @param {(held: string, onto: string) => void} drop
 * @returns {import("./row.js").ListActs["watch"]}
 */
export function dragHands(drop) {
  /** @type {string | null} */
  let held = null;
  return (row, grip, id) => {
    grip.addEventListener("dragstart", (e) => {
      held = id;
      e.stopPropagation(); // JupyterLab would drag the cell
      if (!e.dataTransfer) return;
      e.dataTransfer.effectAllowed = "move";
      e.dataTransfer.setData("text/plain", id);
      e.dataTransfer.setDragImage(row, 12, 12);
    });
    grip.addEventListener("dragend", () => {
      held = null;
    });
    row.addEventListener("dragover", (e) => {
      if (!held) return;
      e.preventDefault();
      e.stopPropagation();
      row.classList.add("hs-over");
    });
    row.addEventListener("dragleave", () => row.classList.remove("hs-over"));
    row.addEventListener("drop", (e) => {
      row.classList.remove("hs-over");
      if (!held) return;
      e.preventDefault();
      e.stopPropagation();
      if (held !== id) drop(held, id);
    });
  };
}
