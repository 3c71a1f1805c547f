// Small parts that several pages of an exercise are made of.
import { h } from "../shared/controls.js";

/** @import { Go } from "./hands.js" */

/**
 * A link inside the page, to another exercise.
 * @param {string} id
 * @param {string} name
 * @param {Go} go
 */
export function linkTo(id, name, go) {
  /** @param {Event} event */
  const act = (event) => {
    event.preventDefault();
    go(id);
  };
  return h("a", { href: "#bs-one", class: "bs-link", onclick: act }, name);
}

/**
 * @param {string} title
 * @param {...(Node | string)} kids
 */
export function part(title, ...kids) {
  return h("section", { class: "bs-part" }, h("h3", {}, title), ...kids);
}

/**
 * @param {string} name the class
 * @param {readonly (Node | string)[]} lines
 */
export function lines(name, lines) {
  return h("ul", name ? { class: name } : {}, ...lines.map((line) => h("li", {}, line)));
}

/** @param {string} text */
export function aside(text) {
  return h("span", { class: "bs-why" }, text);
}
