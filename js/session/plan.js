// The static plan in the page: what the script reads out of it, so that nothing stands in the file twice.

/** @import { Item } from "./facts.js" */
import { make } from "../shared/dom.js";

export class PlanView {
  /** @param {HTMLElement} node */
  constructor(node) {
    this.node = node;
    this.title = node.querySelector("h1")?.textContent ?? "";
    /** @type {readonly HTMLElement[]} the boxes that say when to get help */
    this.tiers = [...node.querySelectorAll(".box-emergency, .box-today, .box-call")].filter(isElement);
    /** @type {readonly HTMLElement[]} the boxes that say how much pain is fine */
    this.pains = [...node.querySelectorAll(".box-pain")].filter(isElement);
  }

  /** Copies of the banner that a plan has which nobody issued. */
  get banners() {
    return [...this.node.querySelectorAll(".draft")].map((banner) => banner.cloneNode(true));
  }

  /**
   * What the row of this name among the facts says.
   * @param {string} name
   */
  fact(name) {
    const rows = [...this.node.querySelectorAll("dl.facts > div")];
    const mine = rows.filter((row) => row.querySelector("dt")?.textContent === name);
    return make("p", { class: "fact" }, ...mine.flatMap((row) => copies(row.querySelector("dd"))));
  }

  /**
   * The panels of an exercise. For the side that does not lead they are mirrored and have words of their own, or are
   * silent where nobody knows what they show then.
   * @param {Item} item
   * @param {boolean} mirrored
   */
  figures(item, mirrored) {
    const blocks = [...this.node.querySelectorAll("article.exercise")].filter(isElement);
    const block = blocks.find((node) => node.dataset.item === item.item);
    const panels = [...(block?.querySelectorAll(":scope > .panels > figure") ?? [])];
    return panels.map((panel, n) => {
      const copy = /** @type {Element} */ (panel.cloneNode(true));
      copy.classList.toggle("mirrored", mirrored);
      const alt = item.alts[n];
      if (mirrored && alt) copy.querySelector("[role=img]")?.setAttribute("aria-label", alt);
      else if (mirrored) copy.setAttribute("aria-hidden", "true");
      return copy;
    });
  }
}

/**
 * Copies of what stands in a node, the links in it among them.
 * @param {Element | null} node
 */
export function copies(node) {
  return [...(node?.childNodes ?? [])].map((kid) => kid.cloneNode(true));
}

/**
 * @param {Element} node
 * @returns {node is HTMLElement}
 */
function isElement(node) {
  return node instanceof HTMLElement;
}
