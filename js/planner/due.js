// When the plan is looked at again: some weeks after its start, or a day of one's own.
import { atField } from "../shared/asked.js";
import { button, field, h, restore, show } from "../shared/controls.js";
import { dayField } from "../shared/day.js";
import { whenNew } from "../shared/draw.js";

/** @import { Send } from "./hands.js" */
/** @import { ReviewOffered, Work } from "./messages.js" */

/** @param {Send} send */
export function duePart(send) {
  /** @param {string} value */
  const tell = (value) => send({ do: "describe", field: "review_on", value }, atField(day));
  const day = dayField(tell, { autocomplete: "off" });
  const weeks = h("div", { class: "hs-chips", role: "group", "aria-label": "Review, from the start" });
  const said = h("p", { class: "hs-quiet" });
  const node = h(
    "section",
    { class: "hs-due", "aria-label": "Look at it again" },
    h("h3", {}, "Look at it again"),
    h("div", { class: "hs-row" }, weeks, field("Or on a day", day)),
    said,
  );
  /** @type {Map<string, HTMLButtonElement>} */
  const chips = new Map();
  const offer = whenNew((/** @type {readonly ReviewOffered[]} */ reviews) => {
    chips.clear();
    for (const { on, after, written } of reviews)
      chips.set(
        on,
        button(after, () => tell(on), { class: "hs-chip", title: written }),
      );
    weeks.replaceChildren(...chips.values());
  });
  /** @param {Work} view */
  const draw = ({ plan, to_issue: { reviews } }) => {
    node.hidden = !plan.draft;
    offer(reviews);
    for (const [on, chip] of chips) chip.setAttribute("aria-pressed", String(on === plan.review_on));
    show(day, plan.review_on);
    said.hidden = Boolean(plan.review_on);
    said.textContent = `Without a day it runs until ${plan.until}.`;
  };
  /** @param {Work} view */
  const refill = ({ plan }) => restore(day, plan.review_on);
  return { node, draw, refill };
}
