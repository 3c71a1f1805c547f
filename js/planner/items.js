// The exercises of the plan, in their order; they are gone through, selected, moved and removed here. To the keyboard the
// list is one thing: Tab comes to the row in hand, the arrows go from row to row.
import { h } from "../shared/controls.js";
import { grouped } from "../shared/draw.js";
import { bulkBar } from "./bulk.js";
import { pressed, still } from "./chosen.js";
import { itemRow } from "./item.js";
import { inCommon } from "./presets.js";
import { watchKeys } from "./rowkeys.js";
import { beside } from "./rowstops.js";
import { dragHands, focusIn, itemRows } from "./standing.js";

/** @import { Hands } from "./hands.js" */
/** @import { ItemShown, Unfolded, Work } from "./messages.js" */
/** @import { ListActs, Standing } from "./row.js" */
/** @import { RowDeeds } from "./rowkeys.js" */
/** @typedef {ReturnType<typeof itemRow>} ItemRow */

const HOW =
  "Up and down go from row to row, right into the fields of a row, where Tab goes on. Alt with up and down moves the row. X selects, Enter opens, Delete removes.";

/** @param {Hands} hands */
export function itemList(hands) {
  const list = h("ol", { class: "hs-items", "aria-label": "Exercises of the plan", "aria-description": HOW });
  const none = h("p", { class: "hs-none" }, "No exercises yet. Add one from the list.");
  /** @type {Work | null} */
  let view = null;
  let order = "";
  /** @type {(() => void) | null} */
  let after = null; // where the keyboard goes when the new order stands
  const items = () => view?.plan.items ?? [];
  const hand = inHand((id) => rows.get(id));
  const folds = foldsOf(() => rows);
  const ids = () => items().map((item) => item.item_id);
  const chosen = chosenOf(ids, () => drawRows());
  const moves = movesOf(hands, items, (id, ...places) => {
    after = () => focusIn(rows.get(id)?.node, ...places);
  });
  /** @type {ListActs} */
  const acts = {
    ...moves,
    choose: chosen.press,
    toggle: folds.toggle,
    next: (id, field, by) => {
      const to = items()[items().findIndex((item) => item.item_id === id) + by];
      toField(rows.get(to?.item_id ?? "")?.node, field);
    },
    setDays: (id) => {
      if (!rows.get(id)?.isOpen()) folds.toggle(id);
      rows.get(id)?.setDays();
    },
  };
  const { rows, arrange } = itemRows(list, (item) => itemRow(item, hands, acts));
  const bulk = bulkBar(hands.send, {
    chosen: chosen.all,
    choose: chosen.every,
    back: () => rows.get(hand.now())?.focus(),
  });
  const drawRows = () => {
    if (!view) return;
    const now = new Set(chosen.all());
    for (const [item, standing] of standings(view, now)) rows.get(item.item_id)?.draw(item, standing);
    bulk.draw(now.size, view.plan.items.length, !view.plan.draft, dosesOf(view.plan.items, now));
  };
  list.addEventListener("focusin", ({ target }) => hand.take(rowOf(target)));
  watchKeys(list, (id, at) => deedsOf(id, at, { rows, items, acts, chosen, folds }));
  /** @param {Work} now */
  const draw = (now) => {
    if (now.plan.code !== view?.plan.code) chosen.forget(); // ids of items stand in many plans
    view = now;
    const known = new Set(rows.keys());
    const standing = [now.plan.code, ...now.plan.items.map((item) => `${item.item_id}:${item.name}`)].join();
    const lost = standing === order ? null : arrange(now.plan.items, now.plan.code);
    order = standing;
    drawRows();
    hand.settle(now.plan.items.map((item) => item.item_id));
    none.hidden = now.plan.items.length > 0;
    const added = now.plan.items.filter((item) => known.size && !known.has(item.item_id));
    if (added.length < now.plan.items.length) rows.get(added[0]?.item_id ?? "")?.flash();
    (after ?? lost)?.();
    after = null;
  };
  /** @param {string} id */
  const open = (id) => {
    if (!rows.get(id)?.isOpen()) folds.toggle(id);
    rows.get(id)?.toFindings();
  };
  /** @param {Unfolded} told */
  const heard = (told) => rows.get(told.item_id)?.heard(told);
  return { node: h("div", { class: "hs-list" }, none, list), draw, open, heard, bulk };
}

/**
 * The keyboard goes to this field of a row; to the first one where the row has no such field.
 * @param {HTMLElement | undefined} row
 * @param {string} field
 */
function toField(row, field) {
  const there = row?.querySelector(`[data-field="${field}"]`);
  focusIn(row, there?.checkVisibility() ? `[data-field="${field}"]` : "[data-field='sets']");
}

/**
 * The usual doses that fit all that are chosen.
 * @param {readonly ItemShown[]} items
 * @param {ReadonlySet<string>} chosen
 */
function dosesOf(items, chosen) {
  return inCommon(items.filter(({ item_id }) => chosen.has(item_id)).map(({ presets }) => presets));
}

/**
 * Each exercise, and where it stands.
 * @param {Work} view
 * @param {ReadonlySet<string>} chosen
 * @returns {[ItemShown, Standing][]}
 */
function standings({ plan: { items, draft, code, version, start }, patient, review, usual }, chosen) {
  const about = JSON.stringify([patient.conditions, patient.side, patient.equipment, patient.not_at_home, start]);
  const told = grouped(review.findings, (finding) => finding.item);
  const hers = new Set(usual);
  const issued = draft ? null : { code, version };
  return items.map((item, at) => {
    const [is, findings] = [chosen.has(item.item_id), told.get(item.item_id) ?? []];
    const of = { at, all: items.length, locked: !draft, issued, chosen: is };
    return [item, { ...of, about, usual: hers.has(item.item_id), findings }];
  });
}

/** @param {EventTarget | null} target */
function rowOf(target) {
  return target instanceof Element ? (target.closest("[data-item]")?.getAttribute("data-item") ?? "") : "";
}

/**
 * The row in hand: the one that Tab comes to.
 * @param {(id: string) => ItemRow | undefined} row
 */
function inHand(row) {
  let now = "";
  /** @param {string} id */
  const take = (id) => {
    if (id === now || !id) return;
    row(now)?.inHand(false);
    now = id;
    row(now)?.inHand(true);
  };
  /** One of those that are there is in hand. @param {readonly string[]} ids */
  const settle = (ids) => {
    if (ids.includes(now)) row(now)?.inHand(true);
    else {
      now = "";
      take(ids[0] ?? "");
    }
  };
  return { take, settle, now: () => now };
}

/**
 * Which rows are open: one, unless more are asked for besides.
 * @param {() => ReadonlyMap<string, ItemRow>} rows
 */
function foldsOf(rows) {
  /** @type {ListActs["toggle"]} */
  const toggle = (id, { besides = false } = {}) => {
    const row = rows().get(id);
    const is = !row?.isOpen();
    if (is && !besides) for (const other of rows().values()) if (other !== row && other.isOpen()) other.open(false);
    row?.open(is);
    if (is) row?.node.scrollIntoView({ block: "nearest" });
  };
  return { toggle };
}

/**
 * The selected rows.
 * @param {() => readonly string[]} order
 * @param {() => void} changed
 */
function chosenOf(order, changed) {
  /** @type {Set<string>} */
  let chosen = new Set();
  /** @type {string | null} */
  let last = null;
  const all = () => [...still(chosen, order())];
  /** @type {ListActs["choose"]} */
  const press = (id, on, range) => {
    chosen = pressed(chosen, order(), { id, on, range, last });
    last = id;
    changed();
  };
  /** @param {boolean} is */
  const every = (is) => {
    chosen = new Set(is ? order() : []);
    changed();
  };
  const forget = () => {
    chosen = new Set();
    last = null;
  };
  return { all, press, every, forget, has: (/** @type {string} */ id) => chosen.has(id) };
}

/**
 * What the keys do in one row, at one of its controls.
 * @param {string} id
 * @param {Element} on
 * @param {{ rows: ReadonlyMap<string, ItemRow>, items: () => readonly ItemShown[], acts: ListActs,
 *   chosen: ReturnType<typeof chosenOf>, folds: ReturnType<typeof foldsOf> }} list
 * @returns {RowDeeds}
 */
function deedsOf(id, on, { rows, items, acts, chosen, folds }) {
  const at = items().findIndex((item) => item.item_id === id);
  /** @param {number} to */
  const go = (to) => rows.get(items()[to]?.item_id ?? "")?.focus();
  return {
    go: (by) => focusIn(rows.get(items()[at + by]?.item_id ?? "")?.node, kindOf(on), ".hs-name"),
    along: (by) => beside(on.closest(".hs-item-line") ?? on, on, by)?.focus(),
    home: () => go(0),
    end: () => go(items().length - 1),
    move: (by) => acts.move(id, by),
    select: () => acts.choose(id, !chosen.has(id), false),
    selectAll: () => chosen.every(true),
    toggle: () => folds.toggle(id),
    remove: () => acts.remove(id, items()[at]?.name ?? ""),
    close: () => {
      const row = rows.get(id);
      if (!row?.isOpen()) return false;
      row.open(false);
      row.focus();
      return true;
    },
  };
}

/**
 * How the same control of another row is found.
 * @param {Element} control
 */
function kindOf(control) {
  const name = ["hs-name", "hs-open", "hs-away"].find((one) => control.classList.contains(one));
  return name ? `.${name}` : '.hs-item-line > input[type="checkbox"]';
}

/**
 * What a row asks for: to be moved, removed, dragged.
 * @param {Hands} hands
 * @param {() => readonly ItemShown[]} now
 * @param {(id: string, ...places: string[]) => void} thenFocus
 * @returns {Pick<ListActs, "move" | "remove" | "watch">}
 */
function movesOf({ send, say }, now, thenFocus) {
  /** @param {string} id */
  const place = (id) => now().findIndex((item) => item.item_id === id);
  return {
    move: (id, by, focus) => {
      const from = place(id);
      const to = from + by;
      if (to < 0 || to >= now().length) return;
      if (focus) thenFocus(id, `${focus}:not(:disabled)`, ".hs-up:not(:disabled), .hs-down:not(:disabled)", ".hs-name");
      else thenFocus(id, ".hs-name");
      send({ do: "move", item_id: id, to });
      say(`${now()[from]?.name} is now number ${to + 1} of ${now().length}`);
    },
    remove: (id, name) => {
      const next = now()[place(id) + 1] ?? now()[place(id) - 1];
      thenFocus(next?.item_id ?? "", ".hs-name");
      send({ do: "remove", item_id: id });
      say(`${name} removed`);
    },
    watch: dragHands((held, onto) => send({ do: "move", item_id: held, to: place(onto) })),
  };
}
