// The fields of an exercise of her own, in plain words, each under the name that the kernel tells its faults by.
import { choices, field, h, line } from "../shared/controls.js";
import { tagsPart } from "./owntags.js";

/** @import { Choice } from "../shared/controls.js" */
/** @import { Control } from "../shared/refused.js" */
/** @import { Lists, OwnForm, OwnShown } from "./messages.js" */
/** @typedef {Omit<OwnForm, "drawn_as" | "photo" | "photo_alt">} Written what stands in the fields; pictures have parts of their own */

/** @type {readonly Choice[]} */
const SIDES = [
  ["", "Choose…"],
  ["each", "One side, then the other"],
  ["both", "Both sides at once"],
  ["left", "Left only"],
  ["right", "Right only"],
];
/** @type {readonly Choice[]} */
const KINDS = [
  ["reps", "Counted: so many times"],
  ["hold", "Held: so many times, so many seconds each"],
  ["time", "For a time, such as a walk"],
];
/** @type {Record<string, readonly string[]>} the numbers that a kind of dose has */
const NUMBERS = {
  reps: ["sets", "reps", "tempo_s", "hold_s", "rest_set_s"],
  hold: ["sets", "reps", "hold_s", "rest_set_s"],
  time: ["sets", "duration_s", "rest_set_s"],
};
const NUMBER_NAMES = {
  sets: "Sets",
  reps: "Times in a set",
  tempo_s: "Seconds for one",
  hold_s: "Seconds held",
  duration_s: "Seconds in all",
  rest_set_s: "Rest between sets, s",
  days_a_week: "Days a week",
  times_a_day: "Times a day",
};

/**
 * @param {Lists} lists
 * @param {(control: Control | null) => void} changed
 */
export function fieldsOf(lists, changed) {
  const texts = textsOf(lists);
  const numbers = numbersOf();
  const ticks = {
    no_equipment: h("input", { type: "checkbox" }),
    no_precautions: h("input", { type: "checkbox" }),
    no_tags: h("input", { type: "checkbox" }),
  };
  const tags = tagsPart(() => changed(tags.control));
  /** @type {Record<string, Control>} */
  const controls = { ...texts, ...numbers, tags: tags.control };
  /** @type {Record<string, HTMLElement>} */
  const boxes = Object.fromEntries(
    Object.entries(numbers).map(([name, control]) => [
      name,
      field(NUMBER_NAMES[/** @type {keyof typeof NUMBER_NAMES} */ (name)], control),
    ]),
  );
  const node = h("div", { class: "hs-own-fields" }, ...partsOf(texts, boxes, ticks, tags.node));
  const showKind = () => {
    const shown = new Set([...(NUMBERS[texts.kind.value] ?? []), "days_a_week", "times_a_day"]);
    for (const [name, box] of Object.entries(boxes)) box.hidden = !shown.has(name);
  };
  node.addEventListener("input", ({ target }) => {
    showKind();
    const control = Object.values(controls).find((one) => one === target);
    changed(control ?? null);
  });
  /** @returns {Written} */
  const read = () => {
    const written = Object.fromEntries(
      Object.entries({ ...texts, ...numbers }).map(([name, one]) => [name, one.value]),
    );
    const ticked = Object.fromEntries(Object.entries(ticks).map(([name, box]) => [name, box.checked]));
    return /** @type {Written} */ (/** @type {unknown} */ ({ ...written, ...ticked, tags: tags.read() }));
  };
  /** @param {OwnShown} shown @param {Written} form */
  const write = ({ tags: known, whole }, form) => {
    const said = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (form));
    for (const [name, control] of Object.entries({ ...texts, ...numbers })) control.value = String(said[name] ?? "");
    for (const [name, box] of Object.entries(ticks)) box.checked = Boolean(said[name]);
    tags.draw(known, whole, form.tags);
    showKind();
  };
  return { node, controls, read, write };
}

/** @param {Lists} lists */
function textsOf(lists) {
  return {
    name: line(),
    patient_name: line(),
    purpose: area(2),
    category: select([["", "Choose…"], ...lists.categories]),
    region: select([["", "Choose…"], ...lists.regions]),
    position: line(),
    muscles: line(),
    equipment: area(2),
    helps: area(2),
    sides: select(SIDES),
    kind: select(KINDS),
    steps: area(6),
    feel: area(2),
    breathing: line(),
    mistakes: area(3),
    safety: area(2),
    precautions: area(2),
    source: area(2),
  };
}

function numbersOf() {
  return {
    sets: number(),
    reps: number(),
    tempo_s: number(),
    hold_s: number(),
    duration_s: number(),
    rest_set_s: number(),
    days_a_week: number(),
    times_a_day: number(),
  };
}

/**
 * @param {ReturnType<typeof textsOf>} texts
 * @param {Record<string, HTMLElement>} numbers
 * @param {{ no_equipment: HTMLInputElement, no_precautions: HTMLInputElement, no_tags: HTMLInputElement }} ticks
 * @param {HTMLElement} tags
 */
function partsOf(texts, numbers, ticks, tags) {
  return [
    part(
      "What it is",
      wide(field("Name (needed)", texts.name)),
      field("Name that the patient reads, if another", texts.patient_name),
      field("Muscles, with commas", texts.muscles),
      wide(field("What it is for, in words for the patient", texts.purpose)),
      field("Kind", texts.category),
      field("Region", texts.region),
      wide(field("Position, such as “standing, facing a wall”", texts.position)),
    ),
    part(
      "What it needs",
      field("Things, one a line", texts.equipment),
      field("What only helps, one a line", texts.helps),
      tick(ticks.no_equipment, "It needs nothing"),
    ),
    part(
      "Usual dose",
      field("Sides", texts.sides),
      field("How it is counted", texts.kind),
      h("div", { class: "hs-own-numbers" }, ...Object.values(numbers)),
    ),
    part(
      "What the patient reads",
      wide(field("How to do it, one step a line", texts.steps)),
      hint(
        "No dose here: the plan says it. For the side that works write “{lead}”, for the other one “{other}”: the sheet says left or right there.",
      ),
      wide(field("What it should feel like", texts.feel)),
      wide(field("Breathing", texts.breathing)),
      wide(field("Mistakes to avoid, one a line", texts.mistakes)),
      wide(field("Take care: always printed, one a line", texts.safety)),
    ),
    part(
      "What the review goes by",
      wide(field("Cautions for the clinician, one a line", texts.precautions)),
      tick(ticks.no_precautions, "No cautions"),
      tags,
      tick(ticks.no_tags, "None of these"),
    ),
    part(
      "Where it is known from",
      wide(field("Source, in your words", texts.source)),
      hint("Left empty, it says: “Own exercise of this clinic; no source.”"),
    ),
  ];
}

/** @param {string} title @param {...HTMLElement} kids */
function part(title, ...kids) {
  return h("section", { class: "hs-own-part" }, h("h3", {}, title), h("div", { class: "hs-own-grid" }, ...kids));
}

/** @param {HTMLElement} node */
function wide(node) {
  node.classList.add("hs-own-wide");
  return node;
}

/** @param {HTMLInputElement} box @param {string} text */
function tick(box, text) {
  return h("label", { class: "hs-check hs-own-wide" }, box, h("span", {}, text));
}

/** @param {string} text */
function hint(text) {
  return h("p", { class: "hs-quiet hs-own-wide" }, text);
}

/** @param {number} rows */
function area(rows) {
  return h("textarea", { rows, spellcheck: "true" });
}

/** @param {readonly Choice[]} pairs */
function select(pairs) {
  return h("select", {}, ...choices(pairs));
}

function number() {
  return h("input", { type: "text", inputmode: "numeric", autocomplete: "off" });
}
