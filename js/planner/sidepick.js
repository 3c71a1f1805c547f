// Left, right or both sides in turn, as three native radios that look like one control.
import { fresh, h } from "../shared/controls.js";

/** @import { Sides } from "./messages.js" */

/** @type {readonly (readonly [side: Sides, letter: string, words: string])[]} */
const CHOICES = [
  ["left", "L", "Left only"],
  ["right", "R", "Right only"],
  ["each", "Both", "Both sides in turn"],
];

/**
 * @param {string} whose
 * @param {(side: Sides) => void} change
 */
export function sidePick(whose, change) {
  const name = `hs-side-${fresh()}`;
  const radios = CHOICES.map(([side, , words]) => {
    const act = () => change(side);
    return h("input", { type: "radio", name, value: side, "aria-label": `${words}, ${whose}`, onchange: act });
  });
  const labels = CHOICES.map(([, letter, words], i) =>
    h("label", { title: words }, radios[i] ?? "", h("span", { "aria-hidden": "true" }, letter)),
  );
  const node = h("div", { class: "hs-sidepick", role: "radiogroup", "aria-label": `Side, ${whose}` }, ...labels);
  /** @param {Sides | null} now @param {boolean} locked */
  const draw = (now, locked) => {
    for (const radio of radios) {
      radio.checked = radio.value === now;
      radio.disabled = locked;
    }
  };
  return { node, draw };
}
