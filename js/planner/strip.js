// The band of the patient: what is known of him in one line, and the way to all of it.
import { button, h } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { pill } from "../shared/icons.js";
import { STANDING } from "./screen.js";

/** @import { ConditionShown, ScreenShown, Work } from "./messages.js" */

/** @param {{ open: () => void }} acts */
export function patientStrip({ open }) {
  const line = h("span", { class: "hs-line" });
  const conditions = h("span", { class: "hs-strip-conditions" });
  const screen = h("span", { class: "hs-strip-screen" });
  const edit = button("Patient and conditions", open, { class: "hs-small" });
  const node = h("section", { class: "hs-strip", "aria-label": "This patient" }, line, conditions, screen, edit);
  const drawConditions = whenNew((/** @type {readonly Pick<ConditionShown, "name">[]} */ all) =>
    conditions.replaceChildren(
      ...all.map(({ name }) => button(name, open, { class: "hs-tag", "aria-label": `${name}, open the conditions` })),
    ),
  );
  const drawScreen = whenNew((/** @type {ScreenShown["standing"]} */ standing) => {
    const [sign, word] = STANDING[standing];
    screen.replaceChildren(button("Red flags", open, { class: "hs-plain hs-small" }), pill(sign, word));
  });
  /** @param {Work} view */
  const draw = ({ patient, screen: screened }) => {
    line.textContent = patient.summary;
    drawConditions(patient.conditions.map(({ name }) => ({ name })));
    drawScreen(screened.standing);
  };
  return { node, draw };
}
