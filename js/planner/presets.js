// Doses that are often wanted, set in one press: of one exercise, or of all that are selected.
import { button, choices, h } from "../shared/controls.js";
import { usualPart } from "./mine.js";
import { writtenDose } from "./shorthand.js";

/** @import { Send } from "./hands.js" */
/** @import { Written } from "./shorthand.js" */

export const PRESETS = ["3 × 10", "2 × 30 s", "10 × 5 s"];

/**
 * The doses as buttons, and the clinician's own usual one.
 * @param {string} whose
 * @param {string} item_id
 * @param {Send} send
 */
export function presetsPart(whose, item_id, send) {
  const all = PRESETS.map((text) => {
    const set = () => {
      const dose = writtenDose(text);
      if (dose) send({ do: "dose", item_id, ...dose });
    };
    return button(text, set, { class: "hs-small", "aria-label": `${text}, ${whose}` });
  });
  const usual = usualPart(send, item_id, whose);
  const caption = h("span", { class: "hs-quiet" }, "Dose");
  const named = { class: "hs-tools", role: "group", "aria-label": `Usual doses, ${whose}` };
  const node = h("div", named, caption, ...all, usual.node);
  /** @param {boolean} is whether it has her usual dose @param {boolean} locked */
  const draw = (is, locked) => {
    for (const one of all) one.disabled = locked;
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
  const node = h(
    "select",
    named,
    ...choices([["", "Dose…"], ...PRESETS.map((text) => /** @type {[string, string]} */ ([text, text]))]),
  );
  node.addEventListener("change", () => {
    const dose = writtenDose(node.value);
    if (dose) set(dose);
  });
  return node;
}
