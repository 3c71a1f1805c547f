// The one thing to do next, at the end of the foot: the way to paper. What it waits for stands to its left, in words.
import { button, fresh, h, once } from "../shared/controls.js";

/** @import { Work } from "./messages.js" */

/**
 * What the button says.
 * @param {boolean} draft
 * @param {boolean} open whether the panel of the issue is
 */
export function primaryName(draft, open) {
  if (!draft) return "Print again";
  return open ? "Issue and print now" : "Issue and print";
}

/**
 * @param {{ isOpen: () => boolean, open: () => void, preview: () => void,
 *   issue: { waits: () => string, lead: () => void, go: () => void } }} acts
 */
export function primaryPart({ isOpen, open, preview, issue }) {
  const why = h("span", { class: "hs-waits", id: `hs-waits-${fresh()}`, role: "status" });
  let draft = true;
  const act = () => {
    const was = isOpen();
    if (!was) open();
    if (draft && !was) return;
    if (issue.waits()) issue.lead();
    else issue.go();
  };
  // The panel opens under the pointer: the second click of a double click would issue for good.
  const first = button("", once(act), { class: "hs-first hs-primary", "aria-describedby": why.id });
  const look = button("Preview", preview);
  const node = h("div", { class: "hs-foot-end" }, why, look, first);
  const show = () => {
    const now = isOpen();
    const waits = now ? issue.waits() : "";
    first.textContent = primaryName(draft, now);
    first.setAttribute("aria-disabled", String(Boolean(waits)));
    if (why.textContent !== waits) why.textContent = waits;
    look.setAttribute("aria-expanded", String(now));
  };
  /** @param {Work} view */
  const draw = ({ plan }) => {
    draft = plan.draft;
    show();
  };
  return { node, draw, show, press: () => first.click() };
}
