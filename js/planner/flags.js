// What the review says of one exercise: its highest level in sight, the reasons folded.
import { h } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { pill } from "../shared/icons.js";
import { findingList } from "./finding.js";

/** @import { FindingHands } from "./finding.js" */
/** @import { FindingShown } from "./messages.js" */

/**
 * What the review says of one exercise: its highest level in sight, the reasons folded.
 * @param {string} whose
 * @param {FindingHands} hands
 */
export function itemFlags(whose, hands) {
  const badge = h("span", { class: "hs-badges" });
  const first = h("span", { class: "hs-line" });
  const summary = h("summary", {}, badge, first, h("span", { class: "hs-why" }, "What the review says"));
  const list = h("ul", { class: "hs-findings", "aria-label": `Review of ${whose}` });
  const node = h("details", { class: "hs-item-flags", hidden: true }, summary, list);
  const { fill, ask } = findingList(list, whose, hands);
  node.addEventListener("toggle", () => node.open && ask());
  const drawBadge = whenNew((/** @type {readonly FindingShown[]} */ findings) => {
    const [worst] = findings;
    if (!worst) {
      badge.replaceChildren();
      first.textContent = "";
      return;
    }
    const others = findings.length - 1;
    const answered = findings.every((finding) => finding.answer) ? [pill("OK", "Answered")] : [];
    badge.replaceChildren(pill(worst.level), ...answered);
    first.textContent = `${worst.what}${others ? ` And ${others} more.` : ""}`;
  });
  /** @param {readonly FindingShown[]} findings @param {boolean} locked */
  const draw = (findings, locked) => {
    node.hidden = !findings.length;
    drawBadge(findings);
    if (!findings.length) node.open = false;
    const held = node.contains(document.activeElement);
    fill(findings, locked);
    if (node.open) ask();
    if (held && (node.hidden || !node.contains(document.activeElement))) keepFocus();
  };
  /** What was pressed is gone with its finding: the keyboard stays at the row. */
  const keepFocus = () => {
    const name = node.closest(".hs-item")?.querySelector(".hs-name");
    if (!node.hidden) summary.focus();
    else if (name instanceof HTMLElement) name.focus();
  };
  const open = () => {
    node.open = true;
    summary.focus();
  };
  return { node, draw, open };
}
