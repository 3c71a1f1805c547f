// Where a rule comes from, said once; its key and the marks of its sources stand in the title.
import { h } from "../shared/controls.js";

/**
 * @param {string} source such as "Silbernagel2007 (S), design choice (D)"
 * @param {string} [rule] the key of the rule
 */
export function sourced(source, rule = "") {
  const plain = source.replace(/ \([A-Z]\)/g, "");
  return h("span", { class: "hs-quiet", title: [rule, source].filter(Boolean).join(": ") }, `Source: ${plain}.`);
}
