// The rows behind a number, in a dialog over the page. Escape closes it, and the number has the focus again.
import { button, h } from "../shared/controls.js";
import { numbered } from "../shared/numbers.js";

/** @import { Send } from "./hands.js" */
/** @import { RowShown, RowsMessage } from "./messages.js" */

/** @type {readonly (readonly [keyof RowShown, string])[]} */
const HEADS = [
  ["when", "Day"],
  ["exercise", "Exercise"],
  ["side", "Side"],
  ["status", "Mark"],
  ["amounts", "Done"],
  ["pain", "Scores"],
  ["note", "Said"],
  ["source", "Came from"],
];

/** @param {Send} send */
export function behindDialog(send) {
  const title = h("h3", { tabindex: "-1", id: "ms-behind-title" });
  const said = h("p", { class: "hs-quiet" });
  const body = h("div", { class: "ms-behind-rows", tabindex: "0", role: "region", "aria-label": "Diary rows" });
  const close = () => node.close();
  const refused = () => {
    close(); // the page tells why
    return false;
  };
  const head = h("div", { class: "hs-head" }, title, button("Close", close, { class: "ms-close" }));
  const node = h("dialog", { class: "ms-behind", "aria-labelledby": "ms-behind-title" }, head, said, body);
  let asked = "";
  /** @type {HTMLElement | null} */
  let from = null;
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    close();
  });
  node.addEventListener("click", (event) => {
    if (event.target === node) close(); // beside the dialog
  });
  node.addEventListener("close", () => {
    asked = "";
    from?.focus();
  });
  /** @param {string} figure @param {string} about */
  const show = (figure, about) => {
    asked = figure;
    from = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    title.textContent = about;
    said.textContent = "Reading the rows…";
    body.replaceChildren();
    node.showModal();
    title.focus();
    send({ do: "rows", figure }, { refused, taken: () => {} });
  };
  /** @param {RowsMessage} found */
  const heard = ({ figure, rows, more, blank }) => {
    if (figure !== asked) return;
    said.textContent = inWords(rows.length, more, blank);
    body.replaceChildren(...(rows.length ? [table(rows, title.textContent ?? "")] : []));
    body.hidden = !rows.length;
  };
  return { node, show, heard };
}

/**
 * How many rows there are, and which sessions have none.
 * @param {number} shown
 * @param {number} more
 * @param {readonly string[]} blank
 */
export function inWords(shown, more, blank) {
  const rows = shown ? `${numbered(shown + more, "diary row")}.` : "No diary row.";
  const left = more ? ` The first ${shown} are shown.` : "";
  const none = blank.length ? ` Due, and nothing logged: ${blank.join("; ")}.` : "";
  return `${rows}${left}${none}`;
}

/**
 * The columns that tell something: not those that are empty, and not what the title says of all rows.
 * @param {readonly RowShown[]} rows
 * @param {string} title
 */
export function columns(rows, title) {
  return HEADS.filter(([name]) => {
    const values = new Set(rows.map((row) => row[name]));
    const [only = ""] = values;
    const is_said = values.size === 1 && (name === "exercise" || name === "side") && title.includes(only);
    return values.size > 1 || (only !== "" && !is_said);
  });
}

/** @param {readonly RowShown[]} rows @param {string} title */
function table(rows, title) {
  const used = columns(rows, title);
  const head = h("tr", {}, ...used.map(([, text]) => h("th", { scope: "col" }, text)));
  const lines = rows.map((row) =>
    h("tr", {}, ...used.map(([name, text]) => h("td", { "data-label": text, class: `ms-c-${name}` }, row[name]))),
  );
  return h("table", { class: "ms-table" }, h("thead", {}, head), h("tbody", {}, ...lines));
}
