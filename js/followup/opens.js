// A number that opens the rows behind it.
import { button, h } from "../shared/controls.js";

/** @import { Opens } from "./hands.js" */

/**
 * @param {(figure: string, title: string) => void} show
 * @returns {Opens}
 */
export function opener(show) {
  return (figure, text, label) => {
    if (!figure) return h("span", {}, text);
    const props = {
      class: "ms-n",
      "data-key": figure,
      "aria-haspopup": "dialog",
      "aria-label": `${text}, ${label}: rows`,
    };
    return button(text, () => show(figure, `${label}: ${text}`), props);
  };
}
