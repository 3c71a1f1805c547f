// This patient, as far as the exercises depend on it.
import { atField } from "../shared/asked.js";
import { toolbar } from "../shared/composite.js";
import { button, choices, field, fold, h, line, restore, show } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { sentOf } from "../shared/fingers.js";
import { settle } from "../shared/refused.js";
import { typed } from "../shared/typed.js";
import { activitiesPart } from "./activities.js";
import { combobox } from "./combobox.js";
import { conditionRow } from "./condition.js";

/** @import { Control } from "../shared/refused.js" */
/** @import { Say, Send } from "./hands.js" */
/** @typedef {"age" | "gets_off_floor" | "goal"} Own what is said here; what is said once stands in the strip */
/** @import { AboutPatient, ConditionShown, GetsOffFloor, Lists, NotThere, PatientShown, Thing, Work } from "./messages.js" */

/** @type {readonly (readonly [value: GetsOffFloor | "", text: string])[]} */
const FLOOR = [
  ["", "Not asked"],
  ["yes", "Yes"],
  ["with_help", "With help"],
  ["no", "No"],
  ["unknown", "Not known"],
];

/**
 * @param {Lists} lists
 * @param {Send} send
 * @param {Say} say
 */
export function patientPanel(lists, send, say) {
  const fields = patientFields(send);
  const things = thingsPart(lists.things, send, {
    name: "Things at home",
    other: "Another thing at home",
    wish: (name, has) => ({ do: "thing", name, has }),
  });
  const gone = thingsPart(lists.things, send, {
    name: "Not at home",
    other: "Another thing that is not there",
    wish: (name, on) => ({ do: "not_there", name, on }),
  });
  const conditions = conditionsPart(lists, send, say);
  const home = h("h3", { tabindex: "-1" }, "Things at home");
  const activities = activitiesPart(send);
  const { node, line: about } = fold(
    "This patient",
    fields.node,
    activities.node,
    h("div", { class: "hs-part" }, h("h3", {}, "Conditions in force"), ...conditions.nodes),
    h(
      "div",
      { class: "hs-part" },
      home,
      h("p", { class: "hs-quiet" }, "Where none is marked, all is taken to be there but what is not at home."),
      ...things.nodes,
      h("h3", {}, "Not at home"),
      h("p", { class: "hs-quiet" }, "“band” stands for all bands. An exercise comes in without it where it can."),
      ...gone.nodes,
    ),
  );
  /** @param {Work} view */
  const draw = ({ patient, plan }) => {
    const locked = !plan.draft;
    about.textContent = patient.summary;
    fields.draw(patient, locked);
    activities.draw(plan);
    things.draw(patient.equipment, locked);
    gone.draw(patient.not_at_home, locked);
    conditions.draw(patient, locked);
  };
  /** @param {Work} view */
  const refill = ({ patient, plan }) => {
    activities.refill(plan);
    fields.refill(patient);
    conditions.refill(patient.conditions);
  };
  /** @param {number | "things" | "add"} part a condition by its place, or one of the parts */
  const go = (part) => {
    if (part === "things") home.focus();
    else if (part === "add") conditions.input.focus();
    else conditions.focus(part);
  };
  const left = () => {
    for (const part of [things, gone, conditions]) part.left();
  };
  return { node, draw, refill, heard: conditions.heard, go, left };
}

/** @param {Send} send */
function patientFields(send) {
  /** @param {Own} field @param {AboutPatient["value"]} value @param {number} [typing] */
  const tell = (field, value, typing) =>
    send({ do: "patient", field, value, ...(typing && { typing }) }, atField(fields[field]));
  /** @param {"age"} name @param {number} min @param {number} max */
  const number = (name, min, max) => {
    const change = () => tell(name, control.value === "" ? null : control.valueAsNumber);
    const control = h("input", { type: "number", inputmode: "numeric", min, max, onchange: change });
    return control;
  };
  const floors = h("select", { onchange: () => tell("gets_off_floor", floors.value || null) }, ...choices(FLOOR));
  /** @type {Record<Own, Control>} */
  const fields = {
    age: number("age", 0, 120),
    gets_off_floor: floors,
    goal: typed(line(), (text, typing) => tell("goal", text, typing)),
  };
  const names = /** @type {(keyof typeof fields)[]} */ (Object.keys(fields));
  const node = h(
    "div",
    { class: "hs-line-fields" },
    field("Age, years", fields.age),
    field("Gets down to and up from the floor", fields.gets_off_floor, { class: "hs-field hs-mid" }),
    field("Goal", fields.goal, { class: "hs-field hs-long" }),
  );
  /** @param {PatientShown} patient @param {boolean} locked */
  const draw = (patient, locked) => {
    for (const name of names) {
      show(fields[name], shown(patient, name));
      fields[name].disabled = locked;
    }
  };
  /** @param {PatientShown} patient */
  const refill = (patient) => {
    for (const name of names) restore(fields[name], shown(patient, name));
  };
  return { node, draw, refill };
}

/**
 * What a field shows; empty where it is not known.
 * @param {Pick<PatientShown, Own>} patient
 * @param {Own} name
 * @returns {string | number}
 */
export function shown(patient, name) {
  return patient[name] ?? "";
}

/**
 * Things as buttons to press, and a field for another one.
 * @param {readonly string[]} offered
 * @param {Send} send
 * @param {{ name: string, other: string, wish: (name: string, on: boolean) => Thing | NotThere }} of
 */
function thingsPart(offered, send, of) {
  const group = h("div", { class: "hs-chips", role: "toolbar", "aria-label": of.name });
  toolbar(group, [group]);
  const other = h("input", {
    type: "text",
    autocomplete: "off",
    placeholder: "Another thing",
    "aria-label": of.other,
  });
  const bring = () => {
    const sent = sentOf(other);
    const taken = () => {
      settle(other);
      if (sent.stands()) other.value = "";
    };
    if (other.value.trim()) send(of.wish(other.value, true), { ...atField(other), taken });
  };
  other.addEventListener("keydown", (e) => {
    if (e.key === "Enter") bring();
  });
  const bringing = button("Add", bring, { "aria-label": `Add: ${of.other.toLowerCase()}` });
  /** @type {Map<string, HTMLButtonElement>} */
  const chips = new Map();
  /** @param {string} name */
  const chip = (name) => {
    const press = () => send(of.wish(name, made.getAttribute("aria-pressed") !== "true"));
    const made = button(name, press, { class: "hs-chip" });
    chips.set(name, made);
    return made;
  };
  const drawChips = whenNew((/** @type {readonly string[]} */ has, /** @type {boolean} */ locked) => {
    const all = [...new Set([...offered, ...has])].map((name) => {
      const made = chips.get(name) ?? chip(name);
      made.setAttribute("aria-pressed", String(has.includes(name)));
      made.disabled = locked;
      return made;
    });
    if (all.length !== group.children.length || all.some((made, i) => made !== group.children[i]))
      group.replaceChildren(...all);
  });
  /** @param {readonly string[]} has @param {boolean} locked */
  const draw = (has, locked) => {
    drawChips(has, locked);
    other.disabled = locked;
    bringing.disabled = locked;
  };
  const left = () => {
    other.value = "";
  };
  return { nodes: [group, h("div", { class: "hs-row hs-short hs-told-here" }, other, bringing)], draw, left };
}

/**
 * @param {Lists} lists
 * @param {Send} send
 * @param {Say} say
 */
function conditionsPart({ conditions: offered, regions }, send, say) {
  const list = h("ul", { class: "hs-conditions", "aria-label": "Conditions in force" });
  const noted = notesPart(send, say);
  const picker = combobox("Add a condition", "A name, a short form such as THR, or a lay word", offered, {
    ask: (words) => send({ do: "find_conditions", words }),
    choose: (one) => {
      send({ do: "add_condition", condition: one.id, ...(one.also && { also: [...one.also] }) });
      say(`${one.name} added`);
    },
    keep: (words) => {
      send({ do: "note_unlisted", words });
      say(`“${words}” kept as a note. No rule covers this.`);
    },
    fill: (plan) => send({ do: "fill", template: plan.id }),
  });
  /** @type {ReturnType<typeof conditionRow>[]} */
  let rows = [];
  let order = "";
  /** @param {PatientShown} patient @param {boolean} locked */
  const draw = ({ conditions, unlisted }, locked) => {
    const now = JSON.stringify(conditions.map(({ name }) => name)); // the name says too whether it is known which it is
    if (now !== order) {
      const had = list.contains(document.activeElement);
      const before = rows; // a row that stays keeps what was typed and not taken
      rows = conditions.map((held, at) => {
        const stays = before[at];
        return stays?.name === held.name ? stays : conditionRow(held, at, { regions, send, say });
      });
      list.replaceChildren(...rows.map((row) => row.node));
      if (had) picker.input.focus();
      order = now;
    }
    for (const [i, held] of conditions.entries()) rows[i]?.draw(held, locked);
    if (noted.draw(unlisted, locked)) picker.input.focus();
    picker.input.disabled = locked;
  };
  /** @param {readonly ConditionShown[]} conditions */
  const refill = (conditions) => {
    for (const [i, held] of conditions.entries()) rows[i]?.refill(held);
  };
  const nodes = [picker.node, list, noted.node];
  return {
    nodes,
    draw,
    refill,
    heard: picker.heard,
    input: picker.input,
    left: () => {
      picker.input.value = "";
      rows = []; // what was typed in one of them and not taken was of the last patient
      order = "";
    },
    focus: (/** @type {number} */ at) => rows[at]?.focus(),
  };
}

/**
 * What the patient has that no rule covers, in the clinician's words.
 * @param {Send} send
 * @param {Say} say
 */
function notesPart(send, say) {
  const node = h("ul", { class: "hs-conditions hs-unlisted", "aria-label": "Noted, no rule covers it" });
  let order = "";
  /** @param {string} words @param {number} at @param {boolean} locked */
  const row = (words, at, locked) => {
    const act = () => {
      send({ do: "remove_unlisted", at });
      say(`${words} removed`);
    };
    const away = button("✕", act, { class: "hs-icon", "aria-label": `Remove note ${words}`, title: "Remove" });
    away.disabled = locked;
    const head = h("div", { class: "hs-item-head" }, h("h3", { class: "hs-item-name" }, words), away);
    return h("li", { class: "hs-condition" }, head, h("p", { class: "hs-quiet" }, "A note: no rule covers this."));
  };
  /**
   * Whether the keyboard was in the list that is no more.
   * @param {readonly string[]} all
   * @param {boolean} locked
   */
  const draw = (all, locked) => {
    const now = JSON.stringify([all, locked]);
    if (now === order) return false;
    const had = node.contains(document.activeElement);
    node.replaceChildren(...all.map((words, at) => row(words, at, locked)));
    order = now;
    return had;
  };
  return { node, draw };
}
