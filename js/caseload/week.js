// Seven days as a bar beside its words: what was done, what nobody logged, and the rest.
import { h } from "../shared/controls.js";

/** @import { WeekShown } from "./messages.js" */

/** @param {WeekShown} week */
export function weekOf({ said, done, missing }) {
  const words = h("span", {}, said);
  if (done === null || missing === null) return h("div", { class: "cl-week hs-quiet" }, words);
  const bar = h("span", { class: "cl-bar", "aria-hidden": "true" }, part("cl-done", done), part("cl-missing", missing));
  return h("div", { class: "cl-week" }, bar, words);
}

/** @param {string} name @param {number} share */
function part(name, share) {
  const node = h("span", { class: name });
  node.style.width = `${(share * 100).toFixed(1)}%`;
  return node;
}
