// What is said where nothing can be measured yet: a plan that was never issued has no diary to follow.
import { beside } from "../shared/beside.js";
import { h } from "../shared/controls.js";

export function nothingPanel() {
  const planner = beside("plan.ipynb");
  const link = planner ? [h("a", { class: "hs-link", href: planner }, "Open the planner")] : [];
  const said = h("p", {}, "This plan was never issued, so nothing was due and nothing can be measured.");
  const node = h("section", { class: "hs-panel fu-nothing", "aria-label": "Nothing to measure", hidden: true });
  node.append(said, ...link);
  return { node };
}
