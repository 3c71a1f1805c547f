// Doses that are often wanted, set in one press: of one exercise, or of all that are selected.
import { button, choices, h } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { usualPart } from "./mine.js";
import { writtenDose } from "./shorthand.js";

/** @import { Send } from "./hands.js" */
/** @import { Written } from "./shorthand.js" */

/**
 * The doses that fit every one of these exercises.
 * @param {readonly (readonly string[])[]} all
 */
export function inCommon(all) {
  const [first = [], ...others] = all;
  return first.filter((preset) => others.every((one) => one.includes(preset)));
}

/**
 * The doses that fit the exercise as buttons, and the clinician's own usual one.
 * @param {string} whose
 * @param {string} item_id
 * @param {Send} send
 */
export function presetsPart(whose, item_id, send) {
  const all = h("span", { class: "hs-presets" });
  /** @param {string} text */
  const preset = (text) => {
    const set = () => {
      const dose = writtenDose(text);
      if (dose) send({ do: "dose", item_id, ...dose });
    };
    return button(text, set, { class: "hs-small", "aria-label": `${text}, ${whose}` });
  };
  const drawAll = whenNew((/** @type {readonly string[]} */ presets) => all.replaceChildren(...presets.map(preset)));
  const usual = usualPart(send, item_id, whose);
  const caption = h("span", { class: "hs-quiet" }, "Dose");
  const named = { class: "hs-tools", role: "group", "aria-label": `Usual doses, ${whose}` };
  const node = h("div", named, caption, all, usual.node);
  /** @param {readonly string[]} presets @param {boolean} is whether it has her usual dose @param {boolean} locked */
  const draw = (presets, is, locked) => {
    drawAll(presets);
    for (const one of all.querySelectorAll("button")) one.disabled = locked;
    usual.draw(is);
  };
  return { node, draw };
}

/**
 * The doses as one choice, for all that are selected.
 * @param {(dose: Written) => void} set
 */
export function presetPick(set) {
  const named = { class: "hs-preset", "aria-label": "Dose, all selected" };
  const node = h("select", named);
  node.addEventListener("change", () => {
    const dose = writtenDose(node.value);
    if (dose) set(dose);
  });
  const draw = whenNew((/** @type {readonly string[]} */ presets) => {
    node.replaceChildren(
      ...choices([["", "Dose…"], ...presets.map((text) => /** @type {[string, string]} */ ([text, text]))]),
    );
    node.hidden = !presets.length;
  });
  return { node, draw };
}
