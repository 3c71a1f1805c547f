// The exercise of the form as its patient reads it, with what she should know before she keeps it.
import { h } from "../shared/controls.js";
import { printed } from "../shared/sheet.js";

/** @import { OwnPreview } from "./messages.js" */

/** The exercise as its patient reads it. While something is at fault the last one that could be read stays. */
export function previewPart() {
  const paper = h("article", { class: "bs-paper", "aria-label": "As the patient reads it" });
  const waits = h("p", { class: "hs-own-waits", role: "status" });
  const notes = h("ul", { class: "hs-own-notes" });
  const node = h(
    "section",
    { class: "hs-own-preview bs", "aria-label": "Preview", tabindex: "0" },
    h("h3", {}, "As the patient reads it"),
    waits,
    notes,
    paper,
  );
  /** @param {OwnPreview} made */
  const draw = ({ sheet, faults, notes: told }) => {
    const n = faults.length;
    waits.textContent = n
      ? `Not up to date: ${n === 1 ? "one field has" : `${n} fields have`} to be mended first.`
      : "";
    paper.classList.toggle("hs-own-old", n > 0);
    if (!sheet) return;
    notes.replaceChildren(...told.map((text) => h("li", {}, text)));
    paper.replaceChildren(...printed(sheet));
  };
  const clear = () => {
    waits.textContent = "";
    notes.replaceChildren();
    paper.replaceChildren();
  };
  return { node, draw, clear };
}
