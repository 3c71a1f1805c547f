// Over an issued version: why nothing takes input, and both ways on from it, a correction or the next version.
import { atField } from "../shared/asked.js";
import { button, field, h, line } from "../shared/controls.js";

/** @import { Send } from "./hands.js" */
/** @import { Work } from "./messages.js" */

const BESIDE = { class: "hs-field hs-beside" };
const MISTAKES = ["Wrong dose", "Wrong side", "Wrong exercise"];

/** @param {Send} send */
export function issuedPart(send) {
  const words = h("p", {});
  const from = h("input", { type: "date", max: "9999-12-31" });
  const why = line();
  let start = ""; // of a correction: the day the version starts, or today
  let shown = "";
  /** @param {string} reason */
  const correct = (reason) => send({ do: "new_version", start, reason }, atField(why));
  const next = () => send({ do: "new_version", start: from.value, reason: "" }, atField(from));
  const mistakes = MISTAKES.map((reason) => button(reason, () => correct(reason), { class: "hs-chip" }));
  const node = h(
    "section",
    { class: "hs-issued", "aria-label": "This version is issued" },
    words,
    h(
      "div",
      { class: "hs-issued-ways" },
      h(
        "div",
        { class: "hs-row", role: "group", "aria-label": "Next version" },
        field("Next version from", from, BESIDE),
        button("Make the next version", next),
      ),
      h(
        "div",
        { class: "hs-row", role: "group", "aria-label": "Correct it" },
        h("span", { class: "hs-caption" }, "Or correct it today:"),
        ...mistakes,
        field("What else is wrong", why, BESIDE),
        button("Correct it", () => correct(why.value)),
      ),
    ),
  );
  /** @param {Work} view */
  const draw = ({ plan, next: following, correct_from, to_issue: { next_from } }) => {
    node.hidden = plan.draft || Boolean(following);
    start = correct_from;
    words.textContent = `${plan.issued}. It is final and takes no changes; what you change is a new version.`;
    const now = `${plan.code} ${plan.version} ${plan.draft}`;
    if (now === shown) return;
    shown = now;
    from.value = next_from;
    why.value = "";
  };
  return { node, draw };
}
