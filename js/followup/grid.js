// The sheet as it is drawn: a table a week, as printed. One box has the keyboard; the arrows take it along.
import { fresh, h } from "../shared/controls.js";
import { boxAt, shapeOf } from "./boxes.js";
import { signOf, spoken } from "./marks.js";

/** @import { Paper } from "./boxes.js" */
/** @import { At, Box } from "./hands.js" */
/** @import { Sheet, SheetRow, SheetWeek } from "./messages.js" */
/** @type {Readonly<Record<string, string>>} */
const BRIEF = {
  pain_before: "Before",
  pain_worst: "Worst",
  pain_next_morning: "Morn.",
  effort: "Effort",
  note: "Note",
  activity_1: "Act. 1",
  activity_2: "Act. 2",
  activity_3: "Act. 3",
};
/** @typedef {{ text: (box: Box) => string, at: () => At }} Hand */

/**
 * @param {Sheet} sheet
 * @param {Paper} on
 * @param {(at: At) => void} take what to do when a box is clicked or focused
 */
export function grid(sheet, on, take) {
  const { weeks, lines } = shapeOf(sheet);
  /** @type {Map<string, { cell: HTMLElement, at: At, box: Box }>} */
  const cells = new Map();
  const tables = sheet.weeks.map((table, week) => {
    /** @param {number} line */
    const boxesOf = (line) =>
      table.days.map((_, day) => {
        const at = { week, line, day };
        const box = /** @type {Box} */ (boxAt(sheet, at));
        const cell = boxCell(box, () => take(at));
        cells.set(nameOf(at), { cell, at, box });
        return cell;
      });
    return weekTable(
      sheet,
      table,
      Array.from({ length: lines }, (_, line) => boxesOf(line)),
    );
  });
  const node = h("div", { class: "fu-sheet" }, ...(weeks ? tables : []));
  let last = "";
  /** @param {Hand} hand */
  const draw = (hand) => {
    for (const { cell, box } of cells.values()) show(cell, box, hand.text(box), on.before(box));
    point(hand);
  };
  /** The one box that the keyboard reaches. @param {Hand} hand */
  const point = (hand) => {
    const name = nameOf(hand.at());
    cells.get(last)?.cell.setAttribute("tabindex", "-1");
    cells.get(name)?.cell.setAttribute("tabindex", "0");
    last = name;
  };
  /** @param {Hand} hand */
  const focus = (hand) => {
    point(hand);
    cells.get(last)?.cell.focus();
  };
  /** @param {Hand} hand */
  const here = (hand) => cells.get(nameOf(hand.at()))?.cell;
  return { node, draw, focus, here };
}

/** @param {At} at */
function nameOf({ week, line, day }) {
  return `${week} ${line} ${day}`;
}

/** @param {Box} box @param {() => void} take */
function boxCell(box, take) {
  const kind = `fu-${box.kind}${box.due ? "" : " fu-rest"}${box.closed ? " fu-closed" : ""}`;
  const props = { role: "gridcell", tabindex: "-1", class: `fu-box ${kind}`, onfocus: take };
  return h("td", props, h("span", { class: "fu-sign", "aria-hidden": "true" }));
}

/** @param {HTMLElement} cell @param {Box} box @param {string} text @param {string} before */
function show(cell, box, text, before) {
  const sign = /** @type {HTMLElement} */ (cell.firstElementChild);
  const said = spoken(box, text, before);
  if (cell.getAttribute("aria-label") === said) return;
  cell.setAttribute("aria-label", said);
  cell.dataset.says = box.kind === "mark" ? text : text && "text";
  cell.classList.toggle("fu-corrected", Boolean(before));
  cell.title = before ? `Corrected; was ${before}` : box.kind === "note" ? text : "";
  sign.textContent = signOf(box, text) || (box.due ? "" : "–");
}

/**
 * @param {Sheet} sheet
 * @param {SheetWeek} week
 * @param {readonly (readonly HTMLElement[])[]} boxes by line
 */
function weekTable(sheet, week, boxes) {
  const id = `fu-week-${fresh()}`;
  const days = week.days.map(({ weekday, label, closed }) =>
    h("th", { scope: "col", class: closed ? "fu-closed" : "" }, h("b", {}, weekday), h("span", {}, label)),
  );
  const corner = [h("th", { scope: "col", class: "fu-name", colspan: 2 }, "Exercise"), h("td", { class: "fu-brief" })];
  const columns = ["fu-name", "fu-side", ...days.map(() => "")].map((name) => h("col", { class: name }));
  const rows = boxes.flatMap((line, n) => [
    ...nameRow(sheet, n),
    h("tr", { class: lineClass(sheet, n) }, ...headsOf(sheet, n), ...line),
  ]);
  const head = h("thead", {}, h("tr", {}, ...corner, ...days));
  const named = { role: "grid", "aria-labelledby": id };
  const table = h("table", named, h("colgroup", {}, ...columns), head, h("tbody", {}, ...rows));
  return h("div", { class: "fu-week" }, h("h3", { id }, week.title), table);
}

/** @param {Sheet} sheet @param {number} line */
function lineClass(sheet, line) {
  if (line >= sheet.rows.length) return line === sheet.rows.length ? "fu-begins" : "";
  return isFirst(sheet.rows, line) ? "fu-begins" : "";
}

/**
 * On a narrow page the name of an exercise stands above its boxes.
 * @param {Sheet} sheet
 * @param {number} line
 */
function nameRow(sheet, line) {
  const row = sheet.rows[line];
  if (!row || !isFirst(sheet.rows, line)) return [];
  return [h("tr", { class: "fu-above fu-begins" }, h("th", { colspan: 8, scope: "rowgroup" }, row.name))];
}

/** @param {Sheet} sheet @param {number} line */
function headsOf(sheet, line) {
  const row = sheet.rows[line];
  const head = { scope: "row", class: "fu-name" };
  if (!row) {
    const [column, title] = sheet.of_day[line - sheet.rows.length] ?? ["", ""];
    const brief = h("th", { scope: "row", class: "fu-brief fu-side" }, BRIEF[column] ?? title);
    return [h("th", { ...head, colspan: 2 }, title), brief];
  }
  const many = sheet.rows.filter((one) => one.item_id === row.item_id).length;
  const name = isFirst(sheet.rows, line) ? [h("th", { ...head, rowspan: many }, row.name)] : [];
  return [...name, h("th", { scope: "row", class: "fu-side" }, row.label)];
}

/** @param {readonly SheetRow[]} rows @param {number} line */
function isFirst(rows, line) {
  return rows[line]?.item_id !== rows[line - 1]?.item_id;
}
