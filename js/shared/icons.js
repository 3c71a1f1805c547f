// Signs of the levels of the review. Each has its own outline, and always stands beside its word.
import { h } from "./controls.js";
import { drawn } from "./dom.js";

/** @import { Sign } from "./messages.js" */

const RING = "M8 1a7 7 0 1 0 .01 0z";

/** @type {Record<Sign, readonly [word: string, ...outlines: string[]]>} */
const LEVELS = {
  STOP: ["Stop", "M5 1h6l4 4v6l-4 4H5l-4-4V5z", "M5 8h6"],
  ERROR: ["Error", "M2 2h12v12H2z", "M5.5 5.5l5 5m0-5l-5 5"],
  AVOID: ["Avoid", RING, "M3.5 3.5l9 9"],
  CAUTION: ["Caution", "M8 1.5l7 13H1z", "M8 6v4m0 1.8v.7"],
  INFO: ["Info", RING, "M8 7.2v4.3m0-7v.7"],
  OK: ["Clear", RING, "M4.8 8.2l2.2 2.3 4.2-4.6"],
};

/** @param {Sign} level */
export function wordOf(level) {
  return LEVELS[level][0];
}

/** @param {Sign} level */
export function icon(level) {
  const [, ...outlines] = LEVELS[level];
  const paths = outlines.map((d) => drawn("path", { d }));
  return drawn("svg", { viewBox: "0 0 16 16", "aria-hidden": "true", class: "hs-sign" }, ...paths);
}

/**
 * @param {Sign} level
 * @param {...(string | Node)} words
 */
export function pill(level, ...words) {
  const said = words.length ? words : [LEVELS[level][0]];
  return h("span", { class: `hs-pill hs-level-${level.toLowerCase()}` }, icon(level), h("span", {}, ...said));
}

/**
 * How many findings there are of a level, as a sign.
 * @param {readonly [Sign, number, string]} count
 */
export function countPill([level, n, word]) {
  return pill(level, String(n), h("span", { class: "hs-pill-word" }, ` ${word}`));
}
