// The boxes of the sheet: which there are, what stands in them, and what is new of it.

/** @import { At, Box, Shape } from "./hands.js" */
/** @import { Cells, Sheet, TypedAnswer } from "./messages.js" */

/** @param {Sheet} sheet @returns {Shape} */
export function shapeOf(sheet) {
  return { weeks: sheet.weeks.length, lines: sheet.rows.length + sheet.of_day.length };
}

/**
 * The box at a place; null where the sheet has none.
 * @param {Sheet} sheet
 * @param {At} at
 * @returns {Box | null}
 */
export function boxAt(sheet, { week, line, day }) {
  const table = sheet.weeks[week];
  const of = table?.days[day];
  if (!table || !of) return null;
  const here = { day: of.date, closed: of.closed };
  const when = `${of.weekday} ${of.label}`;
  const row = sheet.rows[line];
  if (row) {
    const { item_id, side, slot } = row;
    const about = { kind: /** @type {const} */ ("mark"), column: "status", item_id, side, slot };
    const due = table.due[line]?.[day] ?? false;
    const key = `${of.date} ${item_id} ${side} ${slot}`;
    return { ...here, ...about, key, due, spoken: `${when}, ${row.spoken}` };
  }
  const [column, title] = sheet.of_day[line - sheet.rows.length] ?? [];
  if (!column) return null;
  const kind = column === "note" ? "note" : "score";
  const about = { kind: /** @type {Box["kind"]} */ (kind), column, item_id: "", side: "", slot: 1 };
  return { ...here, ...about, key: `${of.date} ${column}`, due: true, spoken: `${when}, ${title}` };
}

/**
 * What stands in the boxes on this page: what the kernel told, and what was typed since.
 * @param {Cells} [told]
 */
export function paper(told = { said: {}, was: {} }) {
  let said = { ...told.said };
  let was = told.was;
  /** @param {Box} box */
  const at = (box) => said[box.key] ?? "";
  return {
    at,
    /** @param {Box} box */
    before: (box) => was[box.key] ?? "",
    /** @param {Cells} cells */
    lay: (cells) => {
      said = { ...cells.said };
      was = cells.was;
    },
    /**
     * Writes into a box; gives the answer to be kept, or none where nothing is new.
     * @param {Box} box
     * @param {string} text
     * @returns {TypedAnswer[]}
     */
    write: (box, text) => {
      const { day, column, item_id, side, slot } = box;
      const stood = at(box);
      if (text === stood) return [];
      said[box.key] = text;
      return [{ day, column, text, was: stood, item_id, side, slot }];
    },
  };
}

/** @typedef {ReturnType<typeof paper>} Paper */

/**
 * What fills the boxes of a day that are blank still: all with one mark, or each as on the day before.
 * @param {Sheet} sheet
 * @param {Paper} on
 * @param {At} at
 * @param {"done" | "not_done" | "before"} how
 * @returns {readonly (readonly [box: Box, text: string])[]}
 */
export function filling(sheet, on, at, how) {
  const across = at.week * 7 + at.day - 1;
  return sheet.rows.flatMap((_, line) => {
    const box = boxAt(sheet, { ...at, line });
    if (!box?.due || box.closed || on.at(box)) return [];
    const before = across < 0 ? null : boxAt(sheet, { week: Math.floor(across / 7), day: across % 7, line });
    const text = how === "before" ? before && on.at(before) : how;
    return text ? [/** @type {const} */ ([box, text])] : [];
  });
}

/**
 * Where to begin: at the first box that is due and blank, or at the first of all.
 * @param {Sheet} sheet
 * @param {Paper} on
 * @returns {At}
 */
export function beginning(sheet, on) {
  for (let n = 0; n < sheet.weeks.length * 7; n += 1) {
    for (let line = 0; line < sheet.rows.length; line += 1) {
      const at = { week: Math.floor(n / 7), day: n % 7, line };
      const box = boxAt(sheet, at);
      if (box?.due && !box.closed && !on.at(box)) return at;
    }
  }
  return { week: 0, line: 0, day: 0 };
}
