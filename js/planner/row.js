// One exercise of the plan in one line: select, number, picture, name over what matters most, dose, side, days, time.
import { button, fresh, h, once } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { pill } from "../shared/icons.js";
import { refuse, settle } from "../shared/refused.js";
import { daysPick } from "./dayspick.js";
import { rowDose } from "./rowdose.js";
import { rowStops } from "./rowstops.js";
import { sidePick } from "./sidepick.js";

/** @import { Hands, Small } from "./hands.js" */
/** @import { FindingShown, Issued, ItemShown } from "./messages.js" */
/** @import { Asker } from "../shared/asked.js" */
/** @import { Control } from "../shared/refused.js" */

/**
 * What a row asks of the list that it stands in.
 * @typedef {object} ListActs
 * @property {(id: string, by: number, focus?: string) => void} move
 * @property {(id: string, name: string) => void} remove
 * @property {(row: HTMLElement, grip: HTMLElement, id: string) => void} watch
 * @property {(id: string, field: string, by: number) => void} next to the same field of another row
 * @property {(id: string, on: boolean, range: boolean) => void} choose
 * @property {(id: string, how?: { besides?: boolean }) => void} toggle opens or closes it
 * @property {(id: string) => void} setDays opens it at its weekdays
 */
/** @typedef {{ at: number, all: number, locked: boolean, issued: Issued | null, chosen: boolean, usual: boolean, about: string, findings: readonly FindingShown[] }} Standing */

/**
 * A control that cannot hold half of a value: after a refusal it shows again what the plan holds, and why.
 * @param {Control} control
 * @param {() => void} restore
 * @returns {Asker}
 */
function atChoice(control, restore) {
  return {
    refused: (faults) => {
      restore();
      return refuse(control, faults);
    },
    taken: () => settle(control),
  };
}

/**
 * @param {ItemShown} first
 * @param {Hands} hands
 * @param {ListActs} list
 */
export function rowLine(first, { send, small }, list) {
  const { item_id: id, name: whose } = first;
  let now = first;
  let locked = false;
  const head = nameCell(first, list);
  const dose = rowDose(whose, id, send, (field, by) => list.next(id, field, by));
  const sides = sidesCell(whose, (value, asker) => send({ do: "adjust", item_id: id, field: "sides", value }, asker));
  const days = daysPick(whose, (picked, fixed, control) => {
    const asker = atChoice(control, () => days.draw(now.schedule, locked));
    send({ do: "schedule", item_id: id, ...picked, times_a_day: now.schedule.times_a_day }, asker);
    if (fixed) list.setDays(id);
  });
  const time = h("span", { "aria-hidden": "true" });
  const timeWords = h("span", { class: "hs-unseen" });
  const opens = button("", (event) => list.toggle(id, { besides: withShift(event) }), {
    class: "hs-icon hs-open",
    "aria-expanded": "false",
    "aria-label": `Open ${whose}`,
    title: "All fields (E)",
  });
  const away = button(
    "✕",
    once(() => list.remove(id, whose)),
    {
      class: "hs-icon hs-away",
      "aria-label": `Remove ${whose}`,
      title: "Remove (Del)",
    },
  );
  const thumb = thumbOf(first.exercise_id, small);
  const line = h("div", { class: "hs-item-line" });
  line.append(head.select, head.number, thumb.node, head.node, dose.node, sides.node, days.node);
  line.append(h("div", { class: "hs-item-time" }, time, timeWords), opens, away);
  const node = h("div", { class: "hs-item-row hs-told-here" }, line);
  /** @param {ItemShown} item @param {Standing} standing */
  const draw = (item, standing) => {
    now = item;
    locked = standing.locked;
    head.draw(item, standing);
    thumb.draw(standing.issued);
    dose.draw(item.dose, locked);
    sides.draw(item, locked);
    days.draw(item.schedule, locked);
    time.textContent = minutes(item.seconds);
    time.title = timeWords.textContent = item.time;
    away.disabled = locked;
  };
  const stops = rowStops(line, head.name);
  /** @param {boolean} is @param {string} body */
  const opened = (is, body) => {
    for (const control of [opens, head.name]) {
      control.setAttribute("aria-expanded", String(is));
      control.setAttribute("aria-controls", body);
    }
    stops.opened(is);
  };
  return { node, grip: head.number, draw, inHand: stops.inHand, opened, focus: () => head.name.focus() };
}

/**
 * The picture of the exercise: the library's, or in an issued version its own.
 * @param {string} id
 * @param {Small} small
 */
function thumbOf(id, small) {
  const node = h("span", { class: "hs-row-thumb" });
  const draw = whenNew((/** @type {Issued | null} */ issued) => node.replaceChildren(small(id, issued)));
  return { node, draw };
}

/**
 * A time as a row shows it: 2:05.
 * @param {number} seconds
 */
export function minutes(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** @param {Event} event */
function withShift(event) {
  return event instanceof MouseEvent && event.shiftKey;
}

/**
 * How often a day, where it is more than once: it is in the time of the day.
 * @param {Pick<ItemShown, "schedule">} item
 */
export function often({ schedule: { times_a_day: times } }) {
  return times > 1 ? `${times}× a day · ` : "";
}

/**
 * Select, number, name, and under the name the one thing that matters most.
 * @param {ItemShown} item
 * @param {ListActs} list
 */
function nameCell({ item_id: id, name: whose }, list) {
  /** @param {Event} event */
  const choose = (event) => {
    list.choose(id, select.checked, withShift(event));
  };
  /** @type {HTMLInputElement} */
  const select = h("input", {
    type: "checkbox",
    "aria-label": `Select ${whose}`,
    title: "Select (X)",
    onclick: choose,
  });
  const number = h("span", { class: "hs-number", title: "Drag to another place", draggable: "true" });
  const toggle = (/** @type {Event} */ event) => list.toggle(id, { besides: withShift(event) });
  const name = button("", toggle, { class: "hs-plain hs-name", id: `hs-name-${fresh()}`, title: whose });
  name.append(h("span", {}, whose));
  const under = h("div", { class: "hs-item-under" });
  const node = h("div", { class: "hs-item-name" }, h("h3", {}, name), under);
  const drawUnder = whenNew((/** @type {FindingShown | null} */ worst, /** @type {string} */ words) => {
    const kids = worst ? [pill(worst.level), h("span", {}, worst.what)] : [h("span", { class: "hs-quiet" }, words)];
    under.replaceChildren(...kids);
    under.title = worst?.what ?? words;
  });
  /** @param {ItemShown} item @param {Standing} standing */
  const draw = (item, { at, locked, chosen, findings }) => {
    number.textContent = `${at + 1}`;
    number.draggable = !locked;
    select.checked = chosen;
    select.disabled = locked;
    const worst = findings.find(({ answer, level }) => !answer && level !== "INFO") ?? null;
    drawUnder(worst, `${often(item)}${item.note || item.patient_name}`);
  };
  return { node, select, number, name, draw };
}

/**
 * The side as one control; where no side can be chosen, words.
 * @param {string} whose
 * @param {(value: string, asker: Asker) => void} adjust
 */
function sidesCell(whose, adjust) {
  /** @type {ItemShown | null} */
  let now = null;
  const pick = sidePick(whose, (side) => {
    const control = pick.node.querySelector("input");
    if (control)
      adjust(
        side,
        atChoice(control, () => now && draw(now, false)),
      );
  });
  const words = h("span", { class: "hs-quiet" }, "both at once");
  const node = h("div", { class: "hs-row-sides" }, pick.node, words);
  /** @param {ItemShown} item @param {boolean} locked */
  const draw = (item, locked) => {
    now = item;
    pick.node.hidden = item.way.sides.length === 1;
    pick.draw(item.sides, locked);
    words.hidden = item.sides !== "both";
  };
  return { node, draw };
}
