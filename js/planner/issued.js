// What is said of the plan in hand as a whole: what it is made for; of a version that takes no changes why, and the ways
// on from it, which stay in sight however long the plan is.
import { atField } from "../shared/asked.js";
import { button, field, fresh, h, line } from "../shared/controls.js";
import { replacedPart } from "./head.js";
import { madeForPart } from "./madefor.js";

/** @import { Send } from "./hands.js" */
/** @import { Work, Wrong } from "./messages.js" */

const BESIDE = { class: "hs-field hs-beside" };

/** @type {Record<Exclude<Wrong, "">, string>} */
export const TO_WRONG = {
  dose: "Go to the doses",
  side: "Go to the sides",
  exercise: "Go to the exercises",
  rest: "Go to the exercises",
};

/**
 * @param {Send} send
 * @param {readonly string[]} mistakes
 * @param {(wrong: Wrong) => void} lead to where it is set right
 */
export function versionBand(send, mistakes, lead) {
  const parts = [madeForPart(send), goesBeforePart(lead), replacedPart(send), issuedPart(send, mistakes)];
  const node = h("div", { class: "hs-version" }, ...parts.map((part) => part.node));
  /** @param {Work} view */
  const draw = (view) => {
    for (const part of parts) part.draw(view);
  };
  return { node, draw };
}

/**
 * Which version a draft corrects, or follows; where nothing is set right yet, the way there, which is gone once by itself.
 * @param {(wrong: Wrong) => void} lead
 */
function goesBeforePart(lead) {
  const words = h("span", {});
  const go = button("", () => lead(wrong), { class: "hs-small" });
  const node = h("p", { class: "hs-goes-before", hidden: true }, words, " ", go);
  /** @type {Wrong} */
  let wrong = "";
  let here = "";
  let follows = false; // the version in hand was begun from the one that was in hand
  /** @param {Work} view */
  const draw = ({ goes_before: said, plan, wrong: now }) => {
    node.hidden = !said;
    words.textContent = said;
    const version = `${plan.code} ${plan.version}`;
    if (version !== here) follows = here === `${plan.code} ${plan.version - 1}`;
    here = version;
    wrong = now;
    go.hidden = now === "";
    if (now) go.textContent = TO_WRONG[now];
    if (!now || !follows) return; // what it is to set right may be told a moment after the rows
    follows = false;
    requestAnimationFrame(() => lead(now)); // once the rows stand
  };
  return { node, draw };
}

/** @param {Send} send @param {readonly string[]} mistakes */
function issuedPart(send, mistakes) {
  const words = h("span", {});
  const from = h("input", { type: "date", max: "9999-12-31" });
  const next = () => send({ do: "new_version", start: from.value, reason: "" }, atField(from));
  const correction = correctionPart(send, mistakes);
  const node = h(
    "section",
    { class: "hs-issued", "aria-label": "This version is issued" },
    h("p", {}, words, h("span", { class: "hs-issued-why" }, " It takes no changes; what you change is a new version.")),
    h(
      "div",
      { class: "hs-row", role: "group", "aria-label": "Next version" },
      field("Next version from", from, BESIDE),
      button("Make the next version", next),
      correction.opens,
    ),
    correction.node,
  );
  let shown = "";
  /** @param {Work} view */
  const draw = ({ plan, next: following, correct_from, to_issue: { next_from } }) => {
    node.hidden = plan.draft || Boolean(following);
    words.textContent = `${plan.issued}.`;
    const now = `${plan.code} ${plan.version} ${plan.draft}`;
    correction.draw(correct_from, now !== shown);
    if (now === shown) return;
    shown = now;
    from.value = next_from;
  };
  return { node, draw };
}

/**
 * What was wrong, folded until it is asked for.
 * @param {Send} send
 * @param {readonly string[]} reasons that are said most often
 */
function correctionPart(send, reasons) {
  const why = line();
  let start = ""; // the day the version starts, or today
  /** @param {string} reason */
  const correct = (reason) => send({ do: "new_version", start, reason }, atField(why));
  const mistakes = reasons.map((reason) => button(reason, () => correct(reason), { class: "hs-chip" }));
  const id = `hs-correct-${fresh()}`;
  /** @param {boolean} is */
  const fold = (is) => {
    node.hidden = !is;
    opens.setAttribute("aria-expanded", String(is));
  };
  const opens = button("Correct…", () => fold(Boolean(node.hidden)), { "aria-expanded": "false", "aria-controls": id });
  const node = h(
    "div",
    { class: "hs-row", role: "group", "aria-label": "Correct it", hidden: true, id },
    h("span", { class: "hs-caption" }, "What was wrong?"),
    ...mistakes,
    field("Something else", why, BESIDE),
    button("Correct it today", () => correct(why.value)),
    h("span", { class: "hs-quiet" }, "The new sheet tells the patient to throw the older one away."),
  );
  /** @param {string} from @param {boolean} anew */
  const draw = (from, anew) => {
    start = from;
    if (!anew) return;
    why.value = "";
    fold(false);
  };
  return { node, opens, draw };
}
