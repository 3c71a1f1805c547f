// The one screen of the follow-up: what was done of what was planned. Hidden as long as the kernel gives no measures.
import { h } from "../shared/controls.js";

/** @import { View } from "./messages.js" */

export function measuresPart() {
  const node = h("section", { class: "hs-measures", "aria-label": "Measures", hidden: true });
  /** @param {View["measures"]} measures */
  const draw = (measures) => {
    node.hidden = measures === null;
  };
  return { node, draw };
}
