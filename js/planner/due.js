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
  const weeks = weeksPart(tell);
  const said = h("p", { class: "hs-quiet" });
  const node = h(
    "section",
    { class: "hs-due", "aria-label": "Look at it again" },
    h("h3", {}, "Look at it again"),
    h("div", { class: "hs-row" }, weeks.node, field("Or on a day", day)),
    said,
  );
  /** @param {Work} view */
  const draw = (view) => {
    const { plan } = view;
    node.hidden = !plan.draft;
    weeks.draw(view);
    show(day, plan.review_on);
    said.hidden = Boolean(plan.review_on);
    said.textContent = `Without a day it runs until ${plan.until}.`;
  };
  /** @param {Work} view */
  const refill = ({ plan }) => restore(day, plan.review_on);
  return { node, draw, refill };
}

/**
 * So many weeks from the start of the plan: how long it goes on.
 * @param {(day: string) => void} tell
 */
export function weeksPart(tell) {
  const node = h("div", { class: "hs-chips", role: "group", "aria-label": "Review, from the start" });
  /** @type {Map<string, HTMLButtonElement>} */
  const chips = new Map();
  const offer = whenNew((/** @type {readonly ReviewOffered[]} */ reviews) => {
    chips.clear();
    for (const { on, after, written } of reviews)
      chips.set(
        on,
        button(after, () => tell(on), { class: "hs-chip", title: written }),
      );
    node.replaceChildren(h("span", { class: "hs-quiet" }, "From the start:"), ...chips.values());
  });
  /** @param {Work} view */
  const draw = ({ plan, to_issue: { reviews } }) => {
    offer(reviews);
    node.hidden = !plan.draft;
    for (const [on, chip] of chips) chip.setAttribute("aria-pressed", String(on === plan.review_on));
  };
  return { node, draw };
}
