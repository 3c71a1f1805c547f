// How an exercise is done: its sides, on the floor or on a bed, in which order, through which arc, how pain is judged.
// What means nothing for the exercise is out of sight.
import { atField } from "../shared/asked.js";
import { button, choices, h, show } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { PAIN_OF_ITEM } from "./pain.js";

/** @import { Choice } from "../shared/controls.js" */
/** @import { Control } from "../shared/refused.js" */
/** @import { Adjusts } from "./unfolded.js" */
/** @import { Send } from "./hands.js" */
/** @import { ArcShown, Named, Sides, Surface, WayShown } from "./messages.js" */

/** @type {Record<Sides, string>} */
const SIDES = { each: "Each side", left: "Left only", right: "Right only", both: "Both at once" };

/** @type {Record<Surface, string>} */
const SURFACES = { floor: "Floor", bed: "Firm bed" };

/** @type {readonly Choice[]} */
const ORDERS = [
  ["", "One, then the other"],
  ["alternate", "In turn, each time"],
];

/**
 * The surfaces to choose from, first the one that this patient needs where nobody chose.
 * @param {Pick<WayShown, "surfaces" | "surface" | "surface_now">} way
 * @returns {Choice[]}
 */
export function surfacesOf({ surfaces, surface, surface_now }) {
  const own = surface === null && surface_now ? `: ${SURFACES[surface_now].toLowerCase()}` : "";
  return [["", `Default${own}`], ...surfaces.map((one) => /** @type {Choice} */ ([one, SURFACES[one]]))];
}

/**
 * @param {string} text
 * @param {Control} control
 */
export function captioned(text, control) {
  const caption = h("span", { class: "hs-caption", "aria-hidden": "true" }, text);
  return h("div", { class: "hs-field" }, caption, control);
}

/**
 * @param {string} whose
 * @param {Adjusts} adjust
 * @param {(exercise_id: string) => void} swap
 */
export function sidesField(whose, adjust, swap) {
  const change = () => adjust("sides", sides.value, undefined, atField(sides));
  const sides = h("select", { "aria-label": `Sides, ${whose}`, onchange: change });
  const node = captioned("Sides", sides);
  const why = h("p", { class: "hs-quiet" });
  const instead = button("", () => form && swap(form.id));
  /** @type {Named | null} */
  let form = null;
  const both = h("div", { class: "hs-both" }, why, instead);
  const fill = whenNew((/** @type {readonly Sides[]} */ all) =>
    sides.replaceChildren(...choices(all.map((side) => [side, SIDES[side]]))),
  );
  /** @param {WayShown} way @param {Sides} now @param {boolean} locked */
  const draw = (way, now, locked) => {
    form = way.instead;
    fill(way.sides);
    show(sides, now);
    sides.disabled = locked;
    node.hidden = way.sides.length === 1;
    both.hidden = way.sides.includes("each") || locked;
    why.textContent = form
      ? "It works both sides at once. For one side alone there is another exercise."
      : "It works both sides at once, and not one alone.";
    instead.hidden = !form;
    instead.textContent = form ? `Swap for ${form.name}` : "";
    if (form) instead.setAttribute("aria-label", `Swap for ${form.name}, in place of ${whose}`);
  };
  return { node, both, draw };
}

/**
 * @param {string} whose
 * @param {string} item_id
 * @param {Adjusts} adjust
 * @param {Send} send
 */
export function wayFields(whose, item_id, adjust, send) {
  /** @param {"surface" | "side_order" | "pain_kind"} name @param {string} text @param {readonly Choice[]} pairs */
  const select = (name, text, pairs) => {
    const change = () => adjust(name, control.value || null, undefined, atField(control));
    const control = h("select", { "aria-label": `${text}, ${whose}`, onchange: change }, ...choices(pairs));
    return { control, node: captioned(text, control) };
  };
  const surface = select("surface", "Where", []);
  const order = select("side_order", "Order of sides", ORDERS);
  const pain = select("pain_kind", "Pain is judged as in", PAIN_OF_ITEM);
  const arc = arcFields(whose, item_id, send);
  const fill = whenNew((/** @type {readonly Choice[]} */ pairs) => surface.control.replaceChildren(...choices(pairs)));
  const nodes = [surface.node, order.node, ...arc.nodes, pain.node];
  /** @param {WayShown} way @param {boolean} locked */
  const draw = (way, locked) => {
    fill(surfacesOf(way));
    show(surface.control, way.surface ?? "");
    surface.node.hidden = !way.surfaces.length;
    show(order.control, way.side_order === "alternate" ? "alternate" : "");
    order.node.hidden = !way.may_alternate;
    show(pain.control, way.pain_kind ?? "");
    arc.draw(way, locked);
    for (const { control } of [surface, order, pain]) control.disabled = locked;
  };
  return { nodes, draw };
}

/**
 * The arc that is sent: both ends, or none; null while one of the two is missing.
 * @param {number} from NaN where nothing is written
 * @param {number} to
 * @returns {{ from_deg: number | null, to_deg: number | null } | null}
 */
export function arcOf(from, to) {
  if (Number.isNaN(from) && Number.isNaN(to)) return { from_deg: null, to_deg: null };
  return Number.isNaN(from) || Number.isNaN(to) ? null : { from_deg: from, to_deg: to };
}

/**
 * @param {string} whose
 * @param {string} item_id
 * @param {Send} send
 */
function arcFields(whose, item_id, send) {
  /** @param {Control} control */
  const tell = (control) => {
    const arc = arcOf(from.control.valueAsNumber, to.control.valueAsNumber);
    if (arc) send({ do: "arc", item_id, ...arc }, atField(control));
  };
  /** @param {string} text */
  const end = (text) => {
    const props = { "aria-label": `${text}, degrees, ${whose}`, onchange: () => tell(control) };
    const control = h("input", { type: "number", inputmode: "numeric", min: 0, max: 180, step: 5, ...props });
    return { control, node: captioned(`${text} (°)`, control) };
  };
  const from = end("Arc from");
  const to = end("Arc to");
  /** @param {{ control: HTMLInputElement, node: HTMLElement }} field @param {keyof ArcShown} name @param {WayShown} way @param {boolean} locked */
  const fill = ({ control, node }, name, { arc, rom_limit }, locked) => {
    node.hidden = !arc && !rom_limit;
    control.placeholder = arc ? `${arc[name]}` : "";
    control.disabled = locked;
    // One end that waits for the other is not taken away.
    if (rom_limit || arcOf(from.control.valueAsNumber, to.control.valueAsNumber))
      show(control, rom_limit?.[name] ?? "");
  };
  /** @param {WayShown} way @param {boolean} locked */
  const draw = (way, locked) => {
    fill(from, "from_deg", way, locked);
    fill(to, "to_deg", way, locked);
  };
  return { nodes: [from.node, to.node], draw };
}
