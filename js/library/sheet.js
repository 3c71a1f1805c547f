// What the handout prints, beside a choice of sides.
import { fresh, h } from "../shared/controls.js";
import { printed } from "../shared/sheet.js";

/** @import { Sheet, Show, Sides } from "./messages.js" */

/** @param {(sides: NonNullable<Show["sides"]>) => void} turn */
export function sheetPanel(turn) {
  const sides = sidesPart(turn);
  const time = h("p", { class: "hs-quiet" });
  const paper = h("article", { class: "bs-paper", "aria-label": "As the patient reads it" });
  const node = h("div", {}, h("div", { class: "bs-sheet-bar" }, sides.node, time), paper);
  /** @param {Sheet} sheet @param {string} id of the exercise */
  const draw = (sheet, id) => {
    sides.draw(sheet, id);
    time.textContent = `As it is printed, at the default dose: ${sheet.time} in a session`;
    paper.replaceChildren(...printed(sheet));
  };
  return { node, draw };
}

/** @param {(sides: NonNullable<Show["sides"]>) => void} turn */
function sidesPart(turn) {
  const name = `bs-sides-${fresh()}`;
  const node = h("fieldset", { class: "bs-sides" });
  let offered = "";
  /** @param {Sides} value @param {string} text */
  const choice = (value, text) => {
    const act = () => {
      if (value !== "both") turn(value);
    };
    const radio = h("input", { type: "radio", name, value, onchange: act });
    return h("label", { class: "bs-side" }, radio, h("span", {}, text));
  };
  /** @param {Sheet} sheet @param {string} id */
  const draw = ({ choices, sides }, id) => {
    const now = JSON.stringify([id, choices]);
    if (now !== offered) {
      const legend = h("legend", { class: "hs-unseen" }, "Sides");
      node.replaceChildren(legend, ...choices.map(([value, text]) => choice(value, text)));
    }
    offered = now;
    node.hidden = !choices.length;
    for (const radio of node.querySelectorAll("input")) radio.checked = radio.value === sides;
  };
  return { node, draw };
}
