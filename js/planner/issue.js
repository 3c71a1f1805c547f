// The way to paper: what is left to answer, the review, whose name, what is new, the form of the handout, its pages.
// It is no wizard: all of it stands there at once, and the one button of the foot carries it out.
import { field, h, line } from "../shared/controls.js";
import { place } from "../shared/refused.js";
import { duePart } from "./due.js";
import { exportPanel } from "./export.js";
import { heldPart } from "./held.js";
import { questionPart } from "./question.js";
import { sincePart } from "./since.js";

/** @import { FindingHands } from "./finding.js" */
/** @import { Me } from "./hands.js" */
/** @import { Lists, Notice, Work } from "./messages.js" */

const NO_NAME = "Write your name";

/**
 * @param {Lists} lists
 * @param {FindingHands & { changed: () => void }} hands `changed` hears that what it waits for may be another
 */
export function issuePanel(lists, hands) {
  const { send, me, changed } = hands;
  const reasons = reasonsPart();
  const question = questionPart(lists.red_flags, send, () => onward(true));
  const held = heldPart(hands);
  const due = duePart(send);
  const name = namePart(me, changed);
  const since = sincePart(send);
  const handout = exportPanel(send, lists.palettes, name.value);
  name.node.addEventListener("change", () => handout.pages.want()); // the name stands on them
  const node = h(
    "div",
    { class: "hs-issue" },
    reasons.node,
    question.node,
    held.node,
    due.node,
    name.node,
    since.node,
    handout.node,
  );
  /** @type {Work | null} */
  let now = null;
  let asked = false; // it is on its way, and what follows is the print
  const waits = () => {
    if (!now?.plan.draft) return now?.plan.items.length ? "" : "There is nothing to print";
    return now.to_issue.waits || (name.value() ? "" : NO_NAME);
  };
  /**
   * Puts the keyboard where the thing is that it waits for beside the red-flag question.
   * @param {boolean} [folds] the question folds away next
   */
  const onward = (folds = false) => {
    if (now?.to_issue.held.length) held.focus();
    else if (name.value()) return false;
    else name.focus(folds);
    return true;
  };
  const lead = () => {
    if (now?.to_issue.screen_due) question.focus();
    else onward();
  };
  const go = () => {
    if (!now) return;
    if (!now.plan.draft) {
      handout.print();
      return;
    }
    if (asked) return;
    asked = true;
    send({ do: "issue", by: name.value() });
  };
  /** @param {readonly Notice[]} faults */
  const refuse = (faults) => {
    if (faults.length) asked = false;
    reasons.refuse(faults);
  };
  /** @param {Work} view */
  const draw = (view) => {
    now = view;
    reasons.clear();
    for (const part of [question, held, due, name, since, handout]) part.draw(view);
    if (!asked || view.plan.draft) return;
    asked = false;
    handout.print();
  };
  /** Another plan comes, or none: what is on its way for this one prints nothing there. */
  const left = () => {
    asked = false;
    question.left();
    handout.left();
  };
  return { node, draw, refill: due.refill, refuse, waits, lead, go, left, handout };
}

/**
 * The clinician's name: the one of last time, or of the clinic's settings, until she writes another.
 * @param {Me} me
 * @param {() => void} changed
 */
function namePart(me, changed) {
  const by = line();
  let moves = false;
  by.addEventListener("input", () => {
    me.name = by.value.trim();
    changed();
  });
  const node = h("section", { class: "hs-issued-by", "aria-label": "Issued by" }, field("Name of the clinician", by));
  /** @param {Work} view */
  const draw = ({ plan, to_issue }) => {
    node.hidden = !plan.draft;
    me.name ||= to_issue.by;
    if (document.activeElement !== by) by.value ||= me.name;
    if (moves) by.scrollIntoView({ block: "nearest" });
    moves = false;
  };
  /** @param {boolean} soon whether it moves up with the next view: the panel does not jump down and up again */
  const focus = (soon) => {
    moves = soon;
    by.focus({ preventScroll: soon });
  };
  return { node, draw, value: () => by.value.trim(), focus };
}

/** Why it was not issued. */
function reasonsPart() {
  const node = h("div", { class: "hs-refused", role: "alert" });
  /** @param {readonly Notice[]} faults */
  const refuse = (faults) => node.replaceChildren(...(faults.length ? refusal(faults) : []));
  return { node, refuse, clear: () => node.replaceChildren() };
}

/** @param {readonly Notice[]} faults */
function refusal(faults) {
  const rows = faults.map((f) => h("li", {}, h("b", {}, place(f.where)), ` ${f.what} ${f.mend}`));
  return [h("p", {}, h("b", {}, "Not issued. Nothing is lost; this holds it:")), h("ul", {}, ...rows)];
}
