// Fills that are told apart without colour: solid, hatched, dotted.
import { fresh } from "../shared/controls.js";
import { drawn } from "../shared/dom.js";

/** @typedef {"done" | "not_done" | "missing"} Fill */

/** The patterns of one drawing, and how each is named in it. */
export function hatches() {
  const id = `ms-hatch-${fresh()}`;
  const size = { width: 6, height: 6, patternUnits: "userSpaceOnUse" };
  const lines = drawn(
    "pattern",
    { id, ...size, patternTransform: "rotate(45)" },
    drawn("rect", { width: 6, height: 6, class: "ms-hatch-ground" }),
    drawn("rect", { width: 2.4, height: 6, class: "ms-hatch-line" }),
  );
  const dots = drawn(
    "pattern",
    { id: `${id}d`, ...size },
    drawn("rect", { width: 6, height: 6, class: "ms-dot-ground" }),
    drawn("circle", { cx: 3, cy: 3, r: 0.9, class: "ms-dot" }),
  );
  /** @param {Fill} kind */
  const fill = (kind) => ({ done: "", not_done: `url(#${id})`, missing: `url(#${id}d)` })[kind];
  /** @param {Fill} kind @param {Record<string, number>} box */
  const block = (kind, box) => {
    const by = fill(kind);
    return drawn("rect", { class: `ms-fill-${kind}`, ...box, ...(by ? { fill: by } : {}) });
  };
  return { defs: drawn("defs", {}, lines, dots), block };
}
