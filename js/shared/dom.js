// Elements. Strings become text nodes: what a person typed is never read as markup.

/** @typedef {Record<string, string | number | boolean | ((event: Event) => unknown)>} Props */
/** @typedef {Node | string} Kid */

/**
 * An element. A property that starts with "on" is a listener, a truth value an attribute that is there or not.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Props} [props]
 * @param {...Kid} kids
 */
export function make(tag, props = {}, ...kids) {
  return furnished(document.createElement(tag), props, kids);
}

/**
 * What a node says; nothing is touched where it says so already.
 * @param {Node} node
 * @param {string} text
 */
export function words(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * A part of a drawing.
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Props} [props]
 * @param {...Kid} kids
 */
export function drawn(tag, props = {}, ...kids) {
  return furnished(document.createElementNS("http://www.w3.org/2000/svg", tag), props, kids);
}

/**
 * A button.
 * @param {string} text
 * @param {(event: Event) => unknown} act
 * @param {Props} [props]
 */
export function press(text, act, props = {}) {
  return make("button", { type: "button", onclick: act, ...props }, text);
}

/**
 * @template {Element} Made
 * @param {Made} node
 * @param {Props} props
 * @param {Kid[]} kids
 */
function furnished(node, props, kids) {
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === "function") node.addEventListener(name.replace(/^on/, ""), value);
    else if (typeof value === "boolean") node.toggleAttribute(name, value);
    else node.setAttribute(name, `${value}`);
  }
  node.append(...kids);
  return node;
}
