// The open row: pictures, movement, steps and mistakes as this patient reads them, and every field that its line lacks.
import { button, choices, h } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { pill, wordOf } from "../shared/icons.js";
import { drawing } from "../shared/picture.js";
import { daysField } from "./days.js";
import { AMOUNTS, stepper } from "./dose.js";
import { loadFields } from "./loading.js";
import { movement } from "./movement.js";
import { presetsPart } from "./presets.js";
import { sidesField, wayFields } from "./way.js";

/** @import { Choice } from "../shared/controls.js" */
/** @import { Hands, Send } from "./hands.js" */
/** @import { Adjust, ItemShown, OtherShown, Unfolded, VariantShown } from "./messages.js" */
/** @import { Standing } from "./row.js" */
/** @import { Asker } from "../shared/asked.js" */
/** @typedef {(field: Adjust["field"], value: Adjust["value"], typing?: number, asker?: Asker) => void} Adjusts */

const IN_THE_LINE = new Set(["sets", "reps", "hold_s", "duration_s"]);

/**
 * Pictures and words of the exercise, drawn when the kernel has told them.
 * @param {string} whose
 * @param {Send} send
 */
export function readPart(whose, send) {
  const node = h("div", { class: "hs-read" });
  const asked = whenNew((/** @type {string} */ item_id, /** @type {unknown[]} */ ..._how) =>
    send({ do: "unfold", item_id }),
  );
  /**
   * Asks for it, and again where its side, its place, its range or the patient is another one now.
   * @param {ItemShown} item
   * @param {string} about
   */
  const draw = ({ item_id, sides, way }, about) => asked(item_id, sides, way.surface_now, way.rom_limit, about);
  /** @param {Unfolded} told */
  const heard = ({ pictures, frames, steps, mistakes }) => {
    const drawn = pictures.map((one) => drawing(one.svg, one.alt));
    node.replaceChildren(
      ...(drawn.length ? [h("div", { class: "hs-pictures" }, ...drawn)] : []),
      ...(frames.length > 1 ? [movement(frames, whose)] : []),
      h("ol", { class: "hs-steps", "aria-label": `Steps, ${whose}` }, ...steps.map((one) => h("li", {}, one))),
      ...(mistakes.length ? [h("h4", {}, "Take care that"), lines(mistakes)] : []),
    );
  };
  return { node, draw, heard };
}

/** @param {readonly string[]} all */
function lines(all) {
  return h("ul", { class: "hs-mistakes" }, ...all.map((one) => h("li", {}, one)));
}

/**
 * Easier, harder, another one.
 * @param {string} whose
 * @param {(exercise_id: string) => void} swap
 */
export function insteadPart(whose, swap) {
  const node = h("div", { class: "hs-tools hs-instead", role: "group", "aria-label": `Instead of ${whose}` });
  let locked = false;
  /** @param {string} word @param {readonly VariantShown[]} all */
  const ways = (word, all) =>
    all
      .filter((one) => one.id)
      .map((one) => {
        const text = `${word}: ${one.text}`;
        const press = button("", () => swap(one.id), {
          class: "hs-small",
          title: [one.why, one.warns].filter(Boolean).join(" "),
          "aria-label": [`${text}, in place of ${whose}`, ...warned(one)].join(". "),
        });
        press.append(text, ...(one.brings ? [" ", pill(one.brings)] : []));
        press.disabled = locked;
        return press;
      });
  const other = h("select", { class: "hs-other", "aria-label": `Another of its kind, in place of ${whose}` });
  other.addEventListener("change", () => {
    if (other.value) swap(other.value);
  });
  /** @param {Unfolded} told */
  const heard = ({ easier, harder, others }) => {
    other.replaceChildren(...choices([["", "Another of its kind…"], ...others.map(chosen)]));
    other.hidden = !others.length;
    node.replaceChildren(
      ...ways("Easier", easier),
      ...ways("Harder", harder),
      other,
      ...inWords("Easier", easier),
      ...inWords("Harder", harder),
    );
  };
  /** @param {boolean} is */
  const draw = (is) => {
    locked = is;
    other.disabled = is;
    for (const press of node.querySelectorAll("button")) press.disabled = is;
  };
  return { node, heard, draw };
}

/** @param {OtherShown} exercise @returns {Choice} */
function chosen(exercise) {
  return [exercise.id, [exercise.name, ...warned(exercise)].join(" – ")];
}

/**
 * What the rules say of it for this patient, in words.
 * @param {Pick<OtherShown, "brings" | "warns">} exercise
 */
function warned({ brings, warns }) {
  return brings ? [`${wordOf(brings)}: ${warns}`] : [];
}

/**
 * The ways that are no exercise of their own, in one line.
 * @param {string} word
 * @param {readonly VariantShown[]} all
 */
function inWords(word, all) {
  const said = all.filter((one) => !one.id).map((one) => one.text);
  return said.length ? [h("p", { class: "hs-quiet hs-way" }, `${word}: ${said.join(" ")}`)] : [];
}

/**
 * Every field that the line of the row lacks.
 * @param {ItemShown} first
 * @param {Hands} hands
 * @param {Adjusts} adjust
 * @param {(exercise_id: string) => void} swap
 */
export function fieldsPart({ item_id: id, name: whose }, { send }, adjust, swap) {
  const sides = sidesField(whose, adjust, swap);
  const amounts = amountFields(whose, adjust);
  const loading = loadFields(whose, adjust);
  const way = wayFields(whose, id, adjust, send);
  const days = daysField(whose, (set, asker) => send({ do: "schedule", item_id: id, ...set }, asker));
  const presets = presetsPart(whose, id, send);
  const fields = h("div", { class: "hs-amounts" }, sides.node, ...amounts.nodes, ...loading.nodes, ...way.nodes);
  const node = h("div", { class: "hs-item-fields" }, presets.node, fields, sides.both, days.node);
  /** @param {ItemShown} item @param {Standing} standing */
  const draw = (item, { usual, locked }) => {
    sides.draw(item.way, item.sides, locked);
    amounts.draw(item, locked);
    loading.draw(item, locked);
    way.draw(item.way, locked);
    days.draw(item.schedule, locked);
    presets.draw(item.presets, usual, locked);
  };
  return { node, draw, setDays: days.focus };
}

/**
 * The numbers of the dose that the line lacks; those that mean nothing for it are out of sight.
 * @param {string} whose
 * @param {Adjusts} adjust
 */
function amountFields(whose, adjust) {
  const amounts = AMOUNTS.filter(({ name }) => !IN_THE_LINE.has(name)).map(({ name, text, range, fits }) => {
    // Typing steps by one second; − and + step by `step`.
    const part = stepper(text, whose, range, (n, typing, asker) => adjust(name, n, typing, asker));
    part.input.setAttribute("data-field", name);
    part.input.step = "1";
    return { part, name, fits };
  });
  /** @param {ItemShown} item @param {boolean} locked */
  const draw = (item, locked) => {
    for (const { part, name, fits } of amounts) part.draw(item.dose[name], fits(item.dose), locked);
  };
  return { nodes: amounts.map(({ part }) => part.node), draw };
}
