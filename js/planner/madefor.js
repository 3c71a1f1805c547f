// What the ready-made plan that was used is made for, with one press to say that it is not what the patient has.
import { button, h } from "../shared/controls.js";

/** @import { Send } from "./hands.js" */
/** @import { Work } from "./messages.js" */

/** @param {Send} send */
export function madeForPart(send) {
  /** @type {readonly string[]} */
  let brought = [];
  const name = h("b", {});
  const remove = button("Remove", () => send({ do: "not_made_for", conditions: [...brought] }), {
    class: "hs-small",
  });
  const node = h(
    "section",
    { class: "hs-made-for", "aria-label": "What this plan is made for", hidden: true },
    h(
      "p",
      {},
      "For: ",
      name,
      ". ",
      h("span", { class: "hs-made-rules" }, "Its rules are applied. "),
      h("span", { class: "hs-quiet" }, "Not so?"),
    ),
    remove,
  );
  /** @param {Work} view */
  const draw = ({ made_for: made }) => {
    node.hidden = !made;
    if (!made) return;
    brought = made.conditions;
    name.textContent = made.name;
    remove.setAttribute("aria-label", `Remove, it is not for: ${made.name}`);
  };
  return { node, draw };
}
