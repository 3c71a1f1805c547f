// Elements of a page in JupyterLab, and the fields that a clinician fills in.
import { make } from "./dom.js";
import { typesIn, untoldFields } from "./fingers.js";
import { keepsTyped, place } from "./refused.js";

/** @import { Kid } from "./dom.js" */
/** @import { Control } from "./refused.js" */
/** @typedef {Record<string, string | number | boolean | ((event: Event) => void)>} Props */
/** @typedef {readonly [value: string, text: string]} Choice */

/** On a page the browser's own menu opens, and not JupyterLab's for its cells. */
export const OWN_MENU = { "data-jp-suppress-context-menu": "true" };
const TAKES_FOCUS = new Set(["INPUT", "SELECT", "BUTTON", "TEXTAREA", "A", "SUMMARY"]);
let made = 0;

/** A number that no other element of this page has. */
export function fresh() {
  made += 1;
  return made;
}

/**
 * An element. JupyterLab looks for its one-letter shortcuts on the focused element itself; an ancestor's mark does not
 * count.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Props} [props]
 * @param {...Kid} kids
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, props = {}, ...kids) {
  const node = make(tag, props, ...kids);
  if (TAKES_FOCUS.has(node.tagName) || "tabindex" in props) node.setAttribute("data-lm-suppress-shortcuts", "true");
  if (node.tagName === "TEXTAREA") node.addEventListener("beforeinput", keepLine);
  return node;
}

/**
 * In a cell JupyterLab takes away every new line, with a listener of its own at each key that is pressed. This one was
 * there before it.
 * @param {Event} event
 */
function keepLine(event) {
  if (event instanceof InputEvent && event.inputType === "insertLineBreak") event.stopImmediatePropagation();
}

/**
 * @param {string} text
 * @param {(event: Event) => void} act
 * @param {Props} [props]
 */
export function button(text, act, props = {}) {
  return h("button", { type: "button", onclick: act, ...props }, text);
}

/**
 * What a double click does once: the second click of it is nothing more.
 * @param {() => void} act
 * @returns {(event: Event) => void}
 */
export function once(act) {
  return (event) => {
    if (!(event instanceof MouseEvent) || event.detail < 2) act();
  };
}

/**
 * A field with its visible name; `control` gets an id so that the name belongs to it.
 * @param {string} name
 * @param {Control} control
 * @param {Props} [props]
 */
export function field(name, control, props = {}) {
  control.id ||= `hs-${fresh()}`;
  return h("div", { class: "hs-field", ...props }, h("label", { for: control.id }, name), control);
}

/** @param {readonly Choice[]} pairs */
export function choices(pairs) {
  return pairs.map(([value, text]) => h("option", { value }, text));
}

/** A field for one line of text. */
export function line() {
  return h("input", { type: "text", autocomplete: "off" });
}

/**
 * Show the kernel's value, but never under the fingers of the one who types. A field that only has the keyboard shows
 * it too: the keyboard may have been given back to it.
 * @param {Control} control
 * @param {string | number} value
 */
export function show(control, value) {
  if (!keepsTyped(control, String(value)) && !typesIn(control)) put(control, value);
}

/**
 * The same after a refusal that is told elsewhere: the field shows again what the plan holds, but where something was
 * typed that the kernel has not heard of.
 * @param {Control} control
 * @param {string | number} value
 */
export function restore(control, value) {
  if (!keepsTyped(control, String(value)) && !untoldFields.has(control)) put(control, value);
}

/**
 * @param {Control} control
 * @param {string | number} value
 */
function put(control, value) {
  if (control.value !== String(value)) control.value = String(value);
}

/**
 * Enter takes what was typed: it sends the form of the field, or else the field itself.
 * @param {KeyboardEvent} event
 */
export function onEnter(event) {
  const { target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return; // it is a key of the page then
  if (event.key !== "Enter" || !(target instanceof HTMLInputElement) || target.type === "checkbox") return;
  event.preventDefault();
  if (target.form) {
    target.form.requestSubmit();
    return;
  }
  target.blur();
  target.focus();
}

/**
 * A part of the page that folds. Closed, its name and one line are in sight.
 * @param {string} name
 * @param {...(Node | string)} kids
 */
export function fold(name, ...kids) {
  const about = h("span", { class: "hs-line" });
  const head = h("summary", {}, h("h2", {}, name), about);
  const node = h("details", { class: "hs-fold" }, head, h("div", { class: "hs-fold-body" }, ...kids));
  return { node, line: about };
}

/**
 * Notices as a person reads them: where, what, mend.
 * @param {readonly { where: string, what: string, mend: string }[]} faults
 * @param {string} name the class of each
 */
export function told(faults, name) {
  return faults.map(({ where, what, mend }) =>
    h("div", { class: name }, h("p", {}, h("b", {}, place(where)), ` ${what}`), mend ? h("p", {}, mend) : ""),
  );
}
