// What matters to the patient: up to three activities in her own words.
import { atField } from "../shared/asked.js";
import { field, h, line, restore, show } from "../shared/controls.js";
import { keepsTyped } from "../shared/refused.js";
import { typed } from "../shared/typed.js";

/** @import { Send } from "./hands.js" */
/** @import { PlanShown } from "./messages.js" */

const MOST = 3;

/** @param {Send} send */
export function activitiesPart(send) {
  /** @type {HTMLInputElement[]} */
  const fields = Array.from({ length: MOST }, () => {
    const control = line();
    control.maxLength = 80;
    return typed(control, (_, typing) => {
      const names = fields.map((one) => one.value);
      send({ do: "activities", names, ...(typing && { typing }) }, atField(control));
    });
  });
  const node = h(
    "div",
    { class: "hs-part" },
    h("h3", {}, "What matters to this patient: activities in the patient’s own words"),
    h(
      "p",
      { class: "hs-quiet" },
      "The diary asks every two weeks how well each of them goes, from 0 (cannot do it) to 10 (as well as before).",
    ),
    h(
      "div",
      { class: "hs-line-fields" },
      ...fields.map((control, n) => field(`Activity ${n + 1}`, control, { class: "hs-field hs-long" })),
    ),
  );
  /** @param {PlanShown} plan @param {(control: HTMLInputElement, value: string) => void} put */
  const fill = ({ activities }, put) => {
    const taken = fields.filter((control) => !control.hasAttribute("aria-invalid"));
    if (isHeld(taken, activities)) for (const control of taken) put(control, control.value);
    else for (const [n, control] of fields.entries()) put(control, activities[n] ?? "");
  };
  /** @param {PlanShown} plan */
  const draw = (plan) => {
    const root = /** @type {Document | ShadowRoot} */ (node.getRootNode());
    // Whoever types in one of them has not said all of them yet.
    fill(plan, fields.some((control) => control === root.activeElement) ? keepsTyped : show);
    for (const control of fields) control.disabled = !plan.draft;
  };
  /** @param {PlanShown} plan */
  const refill = (plan) => fill(plan, restore);
  return { node, draw, refill };
}

/**
 * Whether the fields say what the plan holds: one that is empty or refused in between stays so.
 * @param {readonly { value: string }[]} fields
 * @param {readonly string[]} activities
 */
export function isHeld(fields, activities) {
  const typed = fields.map((control) => control.value.trim().replace(/\s+/g, " ")).filter(Boolean);
  return typed.length === activities.length && typed.every((name, n) => name === activities[n]);
}
