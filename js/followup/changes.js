// What was before and after each change of the plan, side by side; its statistics fold.
import { h } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { plainPanel } from "./chart.js";
import { foldsNarrow } from "./narrow.js";

/** @import { Opens } from "./hands.js" */
/** @import { ChangeShown } from "./messages.js" */

/** @param {Opens} opens */
export function changesPanel(opens) {
  const list = h("div", { class: "ms-chart" });
  const node = plainPanel("Before and after", "ms-changes", list);
  foldsNarrow(node, "Before and after");
  const draw = whenNew((/** @type {readonly ChangeShown[]} */ changes) => {
    node.hidden = !changes.length;
    list.replaceChildren(...changes.map((change) => changePart(change, opens)));
  });
  return { node, draw };
}

/** @param {ChangeShown} change @param {Opens} opens */
function changePart(change, opens) {
  const { title, before, after, said, statistics, before_figure, after_figure } = change;
  const fold = h("details", { class: "ms-fold" }, h("summary", {}, "In statistics"));
  fold.append(...statistics.map((text) => h("p", {}, text)));
  return h(
    "div",
    { class: "ms-changed" },
    h("h4", {}, title),
    h(
      "dl",
      { class: "ms-sides" },
      h("div", {}, h("dt", {}, "Before"), h("dd", {}, opens(before_figure, before, `${title}, before`))),
      h("div", {}, h("dt", {}, "Since then"), h("dd", {}, opens(after_figure, after, `${title}, since then`))),
    ),
    h("p", {}, said),
    fold,
  );
}
