// The way of an exercise of hers out of the library.
import { button, h } from "../shared/controls.js";

/** @import { OwnShown } from "./messages.js" */

/**
 * To take an exercise of hers out of the library, asked twice; or why it cannot go.
 * @param {() => void} act
 */
export function removePart(act) {
  const why = h("p", { class: "hs-quiet" });
  const sure = h("span", { class: "hs-own-sure", hidden: true });
  const asks = button("Take it out of the library…", () => ask(true), { class: "hs-small" });
  const ask = (/** @type {boolean} */ is) => {
    sure.hidden = !is;
    asks.hidden = is;
    if (is) sure.querySelector("button")?.focus();
  };
  sure.append(
    "Sure?",
    button("Take it out", act, { class: "hs-small" }),
    button("No", () => ask(false), { class: "hs-small" }),
  );
  const node = h("div", { class: "hs-own-away" }, asks, sure, why);
  /** @param {OwnShown} own */
  const draw = ({ name, keeps }) => {
    node.hidden = !name;
    ask(false);
    asks.hidden = Boolean(keeps);
    why.textContent = keeps ? `It cannot be taken out of the library. ${keeps}` : "";
  };
  return { node, draw };
}
