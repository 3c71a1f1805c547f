// The findings that hold the plan, on the way to the issue: each with its answer, as in its row.
import { fresh, h } from "../shared/controls.js";
import { keptHeight } from "../shared/place.js";
import { findingRow, keyed, rowsByKey } from "./finding.js";
import { namesOf } from "./review.js";

/** @import { FindingHands } from "./finding.js" */
/** @import { FindingShown, Work } from "./messages.js" */
/** @typedef {{ finding: FindingShown, whose: string }} Held */

/** @param {FindingHands} hands */
export function heldPart(hands) {
  const title = h("h3", { tabindex: "-1", id: `hs-held-${fresh()}` }, "This waits for your answer");
  const list = h("ul", { class: "hs-findings", "aria-label": "Findings that hold the plan" });
  const node = h("section", { class: "hs-held", "aria-labelledby": title.id }, title, list);
  const rows = rowsByKey(
    list,
    (/** @type {Held} */ { finding, whose }) => {
      const made = findingRow(finding, whose, hands);
      if (finding.item) made.node.prepend(h("b", { class: "hs-held-whose" }, whose));
      return made;
    },
    hands.code,
  );
  /** @param {Work} view */
  const draw = ({ plan, review, to_issue: { held } }) => {
    const names = namesOf(plan);
    const holding = review.findings.filter(({ key }) => held.includes(key));
    const inside = list.contains(document.activeElement);
    const things = keyed(holding).map(
      ([key, finding]) => /** @type {const} */ ([key, { finding, whose: names.get(finding.item ?? "") ?? "the plan" }]),
    );
    for (const [i, row] of rows(things).entries()) {
      const finding = holding[i];
      if (finding) row.draw(finding, !plan.draft);
    }
    node.hidden = !holding.length;
    if (inside && !list.contains(document.activeElement) && holding.length) title.focus({ preventScroll: true });
  };
  return { node: keptHeight(node), draw, focus: () => title.focus() };
}
