// The exercises of the plan, in their order; they are dragged, moved and removed here.
import { h } from "../shared/controls.js";
import { grouped } from "../shared/draw.js";
import { itemRow } from "./item.js";

/** @import { Hands } from "./hands.js" */
/** @import { ItemShown, Work } from "./messages.js" */
/** @typedef {ReturnType<typeof itemRow>} ItemRow */

/** @param {Hands} hands */
export function itemList(hands) {
  const list = h("ol", { class: "hs-items", "aria-label": "Exercises of the plan" });
  const none = h("p", { class: "hs-none" }, "No exercises yet. Add one from the list.");
  /** @type {readonly ItemShown[]} */
  let items = [];
  let order = "";
  /** @type {(() => void) | null} */
  let after = null; // where the keyboard goes when the new order stands
  const drag = movesOf(
    hands,
    () => items,
    (id, ...places) => {
      after = () => focusIn(rows.get(id)?.node, ...places);
    },
  );
  const { rows, arrange } = itemRows(list, (item) => itemRow(item, hands, drag));
  /** @param {Work} view */
  const draw = ({ plan, review }) => {
    items = plan.items;
    const known = new Set(rows.keys());
    const now = items.map((item) => `${item.item_id}:${item.name}`).join();
    const lost = now === order ? null : arrange(items);
    order = now;
    const told = grouped(review.findings, (finding) => finding.item);
    for (const [at, item] of items.entries()) {
      rows.get(item.item_id)?.draw(item, { at, all: items.length }, !plan.draft, told.get(item.item_id) ?? []);
    }
    none.hidden = items.length > 0;
    const added = items.filter((item) => !known.has(item.item_id));
    if (known.size && added.length && added.length < items.length) rows.get(added[0]?.item_id ?? "")?.flash();
    (after ?? lost)?.();
    after = null;
  };
  return { node: h("div", {}, none, list), draw, open: (/** @type {string} */ id) => rows.get(id)?.open() };
}

/**
 * What a row asks for: to be moved, removed, dragged.
 * @param {Hands} hands
 * @param {() => readonly ItemShown[]} now
 * @param {(id: string, ...places: string[]) => void} thenFocus
 * @returns {import("./item.js").Drag}
 */
function movesOf({ send, say }, now, thenFocus) {
  /** @param {string} id */
  const place = (id) => now().findIndex((item) => item.item_id === id);
  return {
    move: (id, by, focus) => {
      const from = place(id);
      const to = from + by;
      thenFocus(id, `${focus}:not(:disabled)`, ".hs-up:not(:disabled), .hs-down:not(:disabled)", "h3");
      send({ do: "move", item_id: id, to });
      say(`${now()[from]?.name} is now number ${to + 1} of ${now().length}`);
    },
    remove: (id, name) => {
      const next = now()[place(id) + 1] ?? now()[place(id) - 1];
      thenFocus(next?.item_id ?? "", "[aria-label^='Remove']");
      send({ do: "remove", item_id: id });
      say(`${name} removed`);
    },
    watch: dragHands((held, onto) => send({ do: "move", item_id: held, to: place(onto) })),
  };
}

/**
 * The rows by the id of their item; one whose exercise was swapped is made anew.
 * @param {HTMLElement} list
 * @param {(item: ItemShown) => ItemRow} make
 */
function itemRows(list, make) {
  /** @type {Map<string, ItemRow>} */
  const rows = new Map();
  /**
   * Puts the rows in order. Where the card under the keyboard was swapped for another, gives the way that the keyboard
   * stays in its place.
   * @param {readonly ItemShown[]} items
   */
  const arrange = (items) => {
    const names = new Map(items.map((item) => [item.item_id, item.name]));
    const at = [...list.children].findIndex((row) => row.contains(document.activeElement));
    for (const [id, row] of [...rows]) if (names.get(id) !== row.name) rows.delete(id);
    const standing = items.map((item) => {
      const row = rows.get(item.item_id) ?? make(item);
      rows.set(item.item_id, row);
      return row;
    });
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
function focusIn(row, ...places) {
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
 * @returns {import("./item.js").Drag["watch"]}
 */
function dragHands(drop) {
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
