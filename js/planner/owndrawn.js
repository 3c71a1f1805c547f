// The drawn pictures of an exercise of her own: whose they are, or that there are none.
import { button, choices, field, h } from "../shared/controls.js";
import { drawing } from "../shared/picture.js";

/** @import { OwnForm, OwnShown } from "./messages.js" */

/** @param {(control: HTMLSelectElement) => void} changed */
export function drawnPart(changed) {
  const whose = h("select", {});
  const said = h("p", { class: "hs-quiet", role: "status" });
  const place = h("div", { class: "hs-own-drawn", "aria-hidden": "true" });
  const away = button("Take the pictures away", () => choose(0), { class: "hs-small" });
  const shown = h("div", { class: "hs-own-photo" }, place, h("div", {}, said, away));
  const node = h(
    "section",
    { class: "hs-own-part" },
    h("h3", {}, "Drawn pictures"),
    field("Those of which exercise", whose),
    shown,
  );
  let photo = "";
  const draw = () => {
    const name = whose.selectedIndex > 0 ? (whose.selectedOptions[0]?.text ?? "") : "";
    shown.hidden = !name;
    said.textContent = name && aboutDrawn(name, Boolean(photo));
    place.hidden = true; // until the one that is chosen has come
  };
  /** @param {number} n */
  const choose = (n) => {
    whose.selectedIndex = n;
    draw();
    changed(whose);
    whose.focus({ preventScroll: true });
  };
  whose.addEventListener("input", () => {
    draw();
    changed(whose);
  });
  /** @param {string} svg */
  const heard = (svg) => {
    place.hidden = !svg;
    if (svg) place.replaceChildren(drawing(svg, ""));
  };
  /** @param {string} jpeg the photo that stands in their place, empty for none */
  const hides = (jpeg) => {
    if (Boolean(jpeg) === Boolean(photo)) return;
    photo = jpeg;
    const was = place.hidden;
    draw();
    place.hidden = was;
  };
  /** @returns {Pick<OwnForm, "drawn_as">} */
  const read = () => ({ drawn_as: whose.value });
  /** @param {OwnShown} own @param {OwnForm} form */
  const write = ({ pictures }, form) => {
    photo = form.photo;
    whose.replaceChildren(...choices(pictures));
    whose.value = form.drawn_as;
    if (whose.selectedIndex < 0) whose.selectedIndex = 0;
    draw();
  };
  return { node, controls: { drawn_as: whose }, heard, hides, read, write };
}

/**
 * Whether they fit is her judgement.
 * @param {string} name of the exercise that they are of
 * @param {boolean} hidden by a photo
 */
export function aboutDrawn(name, hidden) {
  if (hidden) return `Your photo stands in the place of those of ${name}. Take it away, and they are back.`;
  return `The pictures are those of ${name}. Take them away if your steps differ.`;
}
