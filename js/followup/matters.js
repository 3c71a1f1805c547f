// What matters to this patient: her activities over time, how they go today, and totals of other scores.
import { h } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { scoreLine, spanOf } from "./score_line.js";
import { totalsPart } from "./totals.js";
import { visitPart } from "./visit.js";

/** @import { Send } from "./hands.js" */
/** @import { Line, Matters } from "./messages.js" */

/** @param {Send} send */
export function mattersSection(send) {
  const kept = h("p", { class: "hs-quiet mt-kept", role: "status", tabindex: "-1" });
  /** @param {string} text @param {boolean} [focus] */
  const say = (text, focus = false) => {
    kept.textContent = text;
    if (focus) kept.focus({ preventScroll: true });
  };
  const told = h("p", {});
  const lines = h("div", { class: "mt-lines" });
  const visit = visitPart(send, say);
  const totals = totalsPart(send, say);
  const head = h("div", { class: "hs-head" }, h("h2", { tabindex: "-1" }, "What matters to this patient"), kept);
  const props = { class: "hs-panel mt", "aria-label": "What matters to this patient", hidden: true };
  const asked = h("div", { class: "mt-asked" }, visit.node, totals.node);
  const node = h("section", props, head, told, h("div", { class: "mt-two" }, lines, asked));
  const drawLines = whenNew((/** @type {readonly Line[]} */ activities) => {
    const span = spanOf(activities);
    lines.replaceChildren(...activities.map((line) => scoreLine(line, span)));
  });
  let whose = "";
  /** @param {Matters} matters */
  const draw = (matters) => {
    node.hidden = !matters.code;
    if (whose !== matters.code) say("");
    whose = matters.code;
    told.textContent = matters.told;
    told.hidden = !matters.told;
    lines.hidden = !matters.activities.length;
    drawLines(matters.activities);
    visit.draw(matters.code, matters.visit, matters.by);
    totals.draw(matters);
  };
  return { node, draw };
}
