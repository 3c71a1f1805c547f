// A plan without exercises: where they come from.
import { button, h, once } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";

/** @import { Send } from "./hands.js" */
/** @import { Offer, Work } from "./messages.js" */

/**
 * @param {Send} send
 * @param {() => void} search
 */
export function emptyPart(send, search) {
  const list = h("div", { class: "hs-empty-ready" });
  const node = h(
    "section",
    { class: "hs-empty", "aria-label": "Ways to begin" },
    button("Search the library", search, { class: "hs-first" }),
    h("p", { class: "hs-quiet" }, "Or take those of a ready-made plan; all of them can be changed."),
    list,
  );
  const drawOffers = whenNew((/** @type {readonly Offer[]} */ all) =>
    list.replaceChildren(
      ...all.map((one) => {
        const named = { "aria-label": `Take the exercises of: ${one.name}`, title: one.about };
        return button(
          `${one.mine ? "★ " : ""}${one.name}`,
          once(() => send({ do: "fill", template: one.id })),
          named,
        );
      }),
    ),
  );
  /** @param {Work} view */
  const draw = ({ plan, ready }) => {
    node.hidden = plan.items.length > 0 || !plan.draft;
    if (!node.hidden) drawOffers(ready);
  };
  return { node, draw };
}
