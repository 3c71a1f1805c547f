// The plan in hand, band by band, or the page to start from.
import { h } from "../shared/controls.js";
import { settleAll } from "../shared/refused.js";
import { skips } from "./shell.js";

/** @import { Part } from "./hands.js" */
/** @import { View } from "./messages.js" */
/** @import { Parts } from "./parts.js" */

/**
 * While two edits stand against each other, only they are alive.
 * @param {Parts} parts
 * @param {HTMLElement} notices
 */
export function deskOf(
  { library, start, top, strip, version, foot, aside, board, shelf, head, again, patient, screen, review, issue },
  notices,
) {
  const toPlan = () => {
    shelf.toPlan();
    board.focus();
  };
  const ways = skips([
    ["To the plan", toPlan],
    ["To the end of the plan", () => aside.open("issue")],
  ]);
  const work = h("div", { class: "hs-desk" }, strip.node, version.node, shelf.node, notices, foot.node);
  const begin = h("div", { class: "hs-begin" }, start.node);
  const node = h("div", { class: "hs-window" }, ways, top.node, begin, work);
  /** @type {readonly Part[]} */
  const parts = [top, strip, version, board, head, again, patient, screen, review, issue, foot]; // what the foot says rests on all
  let inHand = "";
  let whose = "";
  /** @param {View} view */
  const draw = (view) => {
    const now = view.plan ? `${view.plan.code} ${view.plan.version}` : "";
    const before = inHand;
    if (now !== inHand) {
      settleAll(work); // what was refused was typed for another plan
      aside.close();
      issue.left();
    }
    const code = view.plan?.code ?? "";
    if (code !== whose) {
      library.left();
      shelf.left();
      patient.left();
    }
    whose = code;
    inHand = now;
    begin.hidden = Boolean(view.plan);
    work.hidden = ways.hidden = !view.plan;
    for (const part of [library, strip, version, foot, aside]) part.node.inert = Boolean(view.conflict); // until she has chosen
    if (view.plan) for (const part of parts) part.draw(view);
    else {
      top.draw(null);
      start.draw(view);
    }
    library.allow();
    if (now && now !== before) board.begin();
    if (before && !now) start.focus();
  };
  /** @param {View} view */
  const refill = (view) => {
    if (view.plan) for (const part of [strip, head, patient, screen, issue]) part.refill(view);
  };
  return { node, draw, refill };
}
