// Load, band and effort of an exercise that can be loaded.
import { atField } from "../shared/asked.js";
import { choices, fresh, h, show } from "../shared/controls.js";
import { typed } from "../shared/typed.js";
import { captioned } from "./way.js";

/** @import { Choice } from "../shared/controls.js" */
/** @import { ItemShown } from "./messages.js" */
/** @import { Adjusts } from "./unfolded.js" */

const BANDS = ["yellow", "red", "green", "blue", "black"];

/** @type {readonly Choice[]} */
const EFFORTS = [
  ["", "Not said"],
  ...Array.from({ length: 11 }, (_, n) => /** @type {Choice} */ ([`${n}`, `${n} of 10`])),
];

/**
 * A load as it was typed: kilograms with a point or a comma, none where nothing is written.
 * @param {string} text
 * @returns {number | string | null}
 */
export function loadOf(text) {
  const bare = text
    .trim()
    .replace(",", ".")
    .replace(/\s*kg$/i, "");
  if (!bare) return null;
  return /^\d+(\.\d+)?$/.test(bare) ? Number(bare) : text.trim();
}

/** @param {string} whose @param {Adjusts} adjust */
export function loadFields(whose, adjust) {
  const text = { type: "text", autocomplete: "off" };
  const load = h("input", {
    ...text,
    inputmode: "decimal",
    "aria-label": `Load, kg, ${whose}`,
    "data-field": "load_kg",
  });
  const band = h("input", { ...text, "aria-label": `Band, ${whose}`, "data-field": "band" });
  const names = h("datalist", { id: `hs-bands-${fresh()}` }, ...BANDS.map((value) => h("option", { value })));
  band.setAttribute("list", names.id);
  const effort = h("select", { "aria-label": `Effort, ${whose}`, "data-field": "effort_target" }, ...choices(EFFORTS));
  typed(load, (value, typing) => adjust("load_kg", loadOf(value), typing, atField(load)));
  typed(band, (value, typing) => adjust("band", value, typing, atField(band)));
  effort.addEventListener("change", () => {
    adjust("effort_target", effort.value === "" ? null : Number(effort.value), undefined, atField(effort));
  });
  const nodes = [captioned("Load (kg)", load), captioned("Band", band), captioned("Effort", effort)];
  band.after(names);
  /** @param {ItemShown} item @param {boolean} locked */
  const draw = ({ dose, loaded }, locked) => {
    for (const node of nodes) node.hidden = !loaded;
    show(load, dose.load_kg ?? "");
    show(band, dose.band);
    show(effort, dose.effort_target ?? "");
    for (const control of [load, band, effort]) control.disabled = locked;
  };
  return { nodes, draw };
}
