// What the kernel tells: a refused issue stands at the issue, anything else where it is seen from everywhere.
import { button, h, told } from "../shared/controls.js";

/** @import { Notice } from "./messages.js" */

/** @param {(faults: readonly Notice[]) => void} refuse where a refused issue is shown */
export function noticesPart(refuse) {
  const alert = h("div", { role: "alert" });
  /** Gives whether there was anything. */
  const close = () => {
    const was = !node.hidden;
    alert.replaceChildren();
    node.hidden = true;
    return was;
  };
  const dismiss = button("Close", close, { "aria-label": "Close the message" });
  const node = h("div", { class: "hs-notices", hidden: true }, alert, dismiss);
  /** @param {readonly Notice[]} notices */
  const draw = (notices) => {
    refuse(notices.filter((fault) => fault.of === "issue"));
    const others = notices.filter((fault) => fault.of !== "issue");
    node.hidden = !others.length;
    alert.replaceChildren(...told(others, "hs-notice"));
  };
  return { node, draw, close };
}
