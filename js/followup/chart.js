// What every chart has around it: its name, a sentence, the same as a table, and its frame as code.
import { button, fresh, h } from "../shared/controls.js";
import { drawn } from "../shared/dom.js";

/** @import { Kid } from "../shared/dom.js" */
/** @import { Say } from "./hands.js" */

/**
 * @param {string} name
 * @param {Say} say
 * @param {string} [kind] a class of its own
 */
export function chartPanel(name, say, kind = "") {
  const id = `ms-${fresh()}`;
  const about = h("p", { class: "ms-about" });
  const body = h("div", { class: "ms-chart" });
  const rest = h("div", { class: "ms-rest" });
  const copy = copyButton(name, say);
  const heading = h("h3", { id, tabindex: "-1" }, name);
  const head = h("div", { class: "ms-head" }, heading, about, copy.node);
  const node = h("section", { class: `hs-panel ms-panel ${kind}`, "aria-labelledby": id }, head, body, rest);
  return { node, about, body, rest, copy };
}

/** @typedef {ReturnType<typeof chartPanel>} Panel */

/**
 * A panel without a chart.
 * @param {string} name
 * @param {string} kind its class
 * @param {...Node} kids
 */
export function plainPanel(name, kind, ...kids) {
  const head = h("div", { class: "ms-head" }, h("h3", { id: `${kind}-title`, tabindex: "-1" }, name));
  return h("section", { class: `hs-panel ms-panel ${kind}`, "aria-labelledby": `${kind}-title` }, head, ...kids);
}

/**
 * Puts the lines of Python that give the same frame on the clipboard; where there is none, shows them.
 * @param {string} name
 * @param {Say} say
 */
function copyButton(name, say) {
  let code = "";
  const text = h("pre", { class: "ms-code", hidden: true, tabindex: "0", "aria-label": `Code of ${name}` });
  const done = async () => {
    try {
      await navigator.clipboard.writeText(code);
      act.textContent = "Copied";
      say("Copied as code");
    } catch {
      text.textContent = code;
      text.hidden = false;
      text.focus();
    }
  };
  const rest = () => {
    act.textContent = "Copy as code";
  };
  const props = { class: "hs-plain ms-copy", onblur: rest, "aria-label": `Copy as code: ${name}` };
  const act = button("Copy as code", () => void done(), props);
  const node = h("div", { class: "ms-copying" }, act, text);
  /** @param {string} now */
  const draw = (now) => {
    code = now;
    text.hidden = true;
    rest();
  };
  return { node, draw };
}

/**
 * The same as a table, folded away.
 * @param {string} name
 * @param {readonly string[]} heads
 * @param {readonly (readonly Kid[])[]} rows
 */
export function tableFold(name, heads, rows) {
  const top = h("tr", {}, ...heads.map((text) => h("th", { scope: "col" }, text)));
  const lines = rows.map((cells) => h("tr", {}, ...cells.map((cell) => h("td", {}, cell))));
  const table = h("table", { class: "ms-table" }, h("thead", {}, top), h("tbody", {}, ...lines));
  const place = h("div", { class: "ms-scroll", tabindex: "0", role: "region", "aria-label": `${name}, table` }, table);
  return h("details", { class: "ms-fold" }, h("summary", {}, "As a table"), place);
}

/**
 * A drawing with its words.
 * @param {number} width
 * @param {number} height
 * @param {string} title
 * @param {string} desc
 * @param {...Node} kids
 */
export function picture(width, height, title, desc, ...kids) {
  const id = `ms-${fresh()}`;
  const props = { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-labelledby": `${id}t ${id}d` };
  const words = [drawn("title", { id: `${id}t` }, title), drawn("desc", { id: `${id}d` }, desc)];
  return drawn("svg", { ...props, class: "ms-svg" }, ...words, ...kids);
}

/**
 * Draws as wide as there is room, and again when that changes.
 * @param {HTMLElement} place
 */
export function sized(place) {
  /** @type {(width: number) => Node} */
  let draw = () => h("span", {});
  let width = 0;
  const again = () => {
    if (width) place.replaceChildren(draw(width));
  };
  const seen = new ResizeObserver(([entry]) => {
    const now = Math.floor(entry?.contentRect.width ?? 0);
    if (now === width) return;
    width = now;
    again();
  });
  seen.observe(place);
  return {
    /** @param {(width: number) => Node} by */
    draw: (by) => {
      draw = by;
      again();
    },
  };
}
