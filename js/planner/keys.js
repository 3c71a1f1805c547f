// The keys of the planner, and the sheet that shows them.
import { button, fresh, h } from "../shared/controls.js";

/**
 * @typedef {object} Acts
 * @property {() => void} undo
 * @property {() => void} redo
 * @property {() => void} keep what waits for a pause in the typing is told now
 * @property {() => void} findings
 * @property {() => void} primary what the one button at the foot does
 * @property {() => void} reach opens what the search is in, where it is not in sight
 * @property {() => boolean} shut closes the innermost; false where nothing is open
 */

/** @type {readonly (readonly [keys: string, what: string])[]} */
const MAP = [
  ["/", "Search"],
  ["F", "Findings of the review"],
  ["Ctrl + Z, Ctrl + Y", "Undo, redo"],
  ["Ctrl + Enter", "Issue and print"],
  ["Ctrl + S", "Not needed: every change is kept as you make it"],
  ["Esc", "Close the message, the library, the panel; select none"],
  ["Tab, Shift + Tab", "Next part, part before; a list is one part"],
  ["Arrow keys", "In a list: from row to row, and along a row"],
  ["Enter", "In the search: add the first. On a row: open it. In a field: take what was typed"],
  ["Alt + ↑, Alt + ↓", "Move the row"],
  ["X, Ctrl + A", "On a row: select it, select all"],
  ["Delete", "On a row: take it out of the plan"],
  ["?", "This sheet"],
];

/**
 * What a key means here; empty where it means nothing. Single letters are text in a field.
 * @param {Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "repeat">} event
 * @param {"text" | "field" | ""} inside whether the keyboard is in a field, and whether the field takes text
 */
export function meant({ key, ctrlKey, metaKey, altKey, shiftKey, repeat }, inside) {
  const low = key.toLowerCase();
  if (altKey) return "";
  if (ctrlKey || metaKey) {
    if (low === "s") return "keep";
    if (low === "enter") return repeat ? "held" : "primary"; // held, it would open the panel and then issue
    if (inside === "text") return ""; // a text has its own way back
    if (low === "z") return shiftKey ? "redo" : "undo";
    return low === "y" ? "redo" : "";
  }
  if (key === "Escape") return "shut";
  if (inside) return "";
  return { "/": "search", "?": "map", f: "findings" }[low] ?? "";
}

/**
 * @param {HTMLElement} page
 * @param {Acts} acts
 */
export function keyMap(page, acts) {
  const sheet = sheetOf();
  page.append(sheet);
  /** @type {Record<string, () => unknown>} */
  const deeds = {
    ...acts,
    search: () => {
      const first = firstSearch(page);
      if (first) first.focus();
      else acts.reach();
    },
    map: () => sheet.showModal(),
    held: () => {},
  };
  page.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || sheet.open || page.querySelector("dialog[open]")) return;
    const what = meant(event, insideOf(event.target));
    const deed = deeds[what];
    if (!deed) return;
    if (deed() === false) return;
    event.preventDefault();
  });
  return { show: () => sheet.showModal() };
}

/** @param {EventTarget | null} target */
function insideOf(target) {
  if (!(target instanceof HTMLElement)) return "";
  if (target instanceof HTMLTextAreaElement || target.isContentEditable) return "text";
  if (target instanceof HTMLSelectElement) return "field";
  if (!(target instanceof HTMLInputElement)) return "";
  return ["checkbox", "radio", "button"].includes(target.type)
    ? ""
    : target.type === "number" || target.inputMode === "numeric"
      ? "field"
      : "text";
}

/** @param {HTMLElement} page @returns {HTMLElement | undefined} the first search in sight */
function firstSearch(page) {
  /** @type {NodeListOf<HTMLElement>} */
  const all = page.querySelectorAll('input[type="search"]');
  return [...all].find((one) => one.getClientRects().length);
}

function sheetOf() {
  const title = h("h2", { id: `hs-keys-${fresh()}` }, "Keys");
  const rows = MAP.flatMap(([keys, what]) => [h("dt", {}, keys), h("dd", {}, what)]);
  const list = h("dl", {}, ...rows);
  const node = h("dialog", { class: "hs-keys", "aria-labelledby": title.id });
  node.append(
    title,
    list,
    button("Close", () => node.close(), { class: "hs-first" }),
  );
  return node;
}
