// One exercise of the plan. A row is built once and then only filled, so that focus and dragging survive.
import { atField } from "../shared/asked.js";
import { button, fresh, h, show } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { pill } from "../shared/icons.js";
import { typed } from "../shared/typed.js";
import { daysField } from "./days.js";
import { AMOUNTS, stepper } from "./dose.js";
import { findingList } from "./finding.js";
import { sidesField, wayFields } from "./way.js";

/** @import { Hands, Me, Send } from "./hands.js" */
/** @import { Adjust, FindingShown, ItemShown } from "./messages.js" */
/** @import { Asker } from "../shared/asked.js" */

/**
 * What a row asks of the list that it stands in.
 * @typedef {object} Drag
 * @property {(id: string, by: number, focus: string) => void} move
 * @property {(id: string, name: string) => void} remove
 * @property {(row: HTMLElement, grip: HTMLElement, id: string) => void} watch
 */
/** @typedef {(field: Adjust["field"], value: Adjust["value"], typing?: number, asker?: Asker) => void} Adjusts */

/**
 * @param {ItemShown} first
 * @param {Hands} hands
 * @param {Drag} drag
 */
export function itemRow(first, { send, me, small }, drag) {
  const id = first.item_id;
  const whose = first.name;
  /** @type {Adjusts} */
  const adjust = (field, value, typing, asker) =>
    send({ do: "adjust", item_id: id, field, value, ...(typing && { typing }) }, asker);
  const said = h("p", { class: "hs-said" });
  const body = h("div", { class: "hs-item-body", hidden: true });
  const head = itemLine(first, small, drag, body);
  const flags = itemFlags(whose, { send, me });
  const swap = (/** @type {string} */ exercise_id) => send({ do: "swap", item_id: id, exercise_id });
  const sides = sidesField(whose, adjust, swap);
  const amounts = amountFields(whose, adjust);
  amounts.node.prepend(sides.node);
  const way = wayFields(whose, id, adjust, send);
  const days = daysField(whose, (set, asker) => send({ do: "schedule", item_id: id, ...set }, asker));
  const note = h("input", {
    type: "text",
    autocomplete: "off",
    "aria-label": `Note, ${whose}`,
    placeholder: "Note for the patient",
  });
  typed(note, (text, typing) => adjust("note", text, typing));
  const moves = movesPart(first, drag);
  body.append(said, flags.node, amounts.node, sides.both, way.node, days.node, note, moves.node);
  const node = h("li", { class: "hs-item", "data-item": id, "aria-label": whose }, head.node, body);
  drag.watch(node, head.grip, id);
  /**
   * @param {ItemShown} item
   * @param {{ at: number, all: number }} place
   * @param {boolean} locked
   * @param {readonly FindingShown[]} findings
   */
  const draw = (item, place, locked, findings) => {
    head.draw(item, place, locked, findings);
    moves.draw(place, locked);
    said.textContent = item.sentences;
    sides.draw(item.way, item.sides, locked);
    amounts.draw(item, locked);
    way.draw(item.way, locked);
    days.draw(item.schedule, locked);
    show(note, item.note);
    note.disabled = locked;
    note.hidden = locked && !item.note;
    flags.draw(findings, locked);
  };
  const open = () => {
    head.open(true);
    flags.open();
  };
  return { node, draw, name: whose, focus: head.focus, open, unfold: head.open, flash: () => flash(node) };
}

/**
 * The row in one line: number, picture, name over what matters most, dose, time; it opens and closes `body`.
 * @param {ItemShown} item
 * @param {Hands["small"]} small
 * @param {Drag} drag
 * @param {HTMLElement} body
 */
function itemLine({ item_id: id, name: whose, exercise_id }, small, drag, body) {
  const number = h("span", { class: "hs-number", title: "Drag to another place", draggable: "true" });
  const name = h("h3", { tabindex: "-1" }, whose);
  const under = h("div", { class: "hs-item-under" });
  const short = h("div", { class: "hs-item-dose" });
  const time = h("span", { class: "hs-item-time" });
  body.id = `hs-item-${fresh()}`;
  const toggle = button("", () => open(Boolean(body.hidden)), {
    class: "hs-icon hs-open",
    "aria-expanded": "false",
    "aria-controls": body.id,
    "aria-label": `Open ${whose}`,
    title: "All fields",
  });
  const away = button("✕", () => drag.remove(id, whose), {
    class: "hs-icon",
    "aria-label": `Remove ${whose}`,
    title: "Remove",
  });
  const named = h("div", { class: "hs-item-name" }, name, under);
  const node = h("div", { class: "hs-item-line" }, number, small(exercise_id), named, short, time, toggle, away);
  /** @param {boolean} is */
  const open = (is) => {
    body.hidden = !is;
    toggle.setAttribute("aria-expanded", String(is));
  };
  const drawUnder = whenNew((/** @type {FindingShown | null} */ worst, /** @type {string} */ words) =>
    under.replaceChildren(
      ...(worst ? [pill(worst.level), h("span", {}, worst.what)] : [h("span", { class: "hs-quiet" }, words)]),
    ),
  );
  /** @param {ItemShown} item @param {{ at: number }} place @param {boolean} locked @param {readonly FindingShown[]} findings */
  const draw = (item, { at }, locked, findings) => {
    number.textContent = `${at + 1}`;
    number.draggable = !locked;
    time.textContent = item.time;
    short.textContent = item.short;
    const worst = findings.find(({ answer, level }) => !answer && level !== "INFO") ?? null;
    drawUnder(worst, item.note || item.patient_name);
    away.disabled = locked;
  };
  return { node, grip: number, draw, open, focus: () => name.focus() };
}

/**
 * The row shows itself for a moment: it is new.
 * @param {HTMLElement} node
 */
function flash(node) {
  node.scrollIntoView({ block: "nearest" });
  node.classList.add("hs-new");
  node.addEventListener("animationend", () => node.classList.remove("hs-new"), { once: true });
}

/**
 * @param {ItemShown} item
 * @param {Drag} drag
 */
function movesPart({ item_id: id, name: whose }, drag) {
  const up = button("Up", () => drag.move(id, -1, ".hs-up"), {
    class: "hs-small hs-up",
    "aria-label": `Move ${whose} up`,
  });
  const down = button("Down", () => drag.move(id, 1, ".hs-down"), {
    class: "hs-small hs-down",
    "aria-label": `Move ${whose} down`,
  });
  const node = h("div", { class: "hs-tools" }, up, down);
  /** @param {{ at: number, all: number }} place @param {boolean} locked */
  const draw = ({ at, all }, locked) => {
    up.disabled = locked || at === 0;
    down.disabled = locked || at === all - 1;
  };
  return { node, draw };
}

/**
 * The numbers of the dose; those that mean nothing for it are out of sight.
 * @param {string} whose
 * @param {Adjusts} adjust
 */
function amountFields(whose, adjust) {
  const amounts = AMOUNTS.map(({ name, text, range, fits }) => {
    // Typing steps by one second; − and + step by `step`.
    const part = stepper(text, whose, range, (n, typing) => adjust(name, n, typing, atField(part.input)));
    part.input.setAttribute("data-field", name);
    part.input.step = "1";
    return { part, name, fits };
  });
  const node = h("div", { class: "hs-amounts" }, ...amounts.map(({ part }) => part.node));
  /** @param {ItemShown} item @param {boolean} locked */
  const draw = (item, locked) => {
    for (const { part, name, fits } of amounts) part.draw(item.dose[name], fits(item.dose), locked);
  };
  return { node, draw };
}

/**
 * What the review says of one exercise: its highest level in sight, the reasons folded.
 * @param {string} whose
 * @param {{ send: Send, me: Me }} hands
 */
function itemFlags(whose, hands) {
  const badge = h("span", { class: "hs-badges" });
  const first = h("span", { class: "hs-line" });
  const summary = h("summary", {}, badge, first, h("span", { class: "hs-why" }, "What the review says"));
  const list = h("ul", { class: "hs-findings", "aria-label": `Review of ${whose}` });
  const node = h("details", { class: "hs-item-flags", hidden: true }, summary, list);
  const fill = findingList(list, whose, hands);
  const drawBadge = whenNew((/** @type {readonly FindingShown[]} */ findings) => {
    const [worst] = findings;
    if (!worst) return;
    const others = findings.length - 1;
    const answered = findings.every((finding) => finding.answer) ? [pill("OK", "Answered")] : [];
    badge.replaceChildren(pill(worst.level), ...answered);
    first.textContent = `${worst.what}${others ? ` And ${others} more.` : ""}`;
  });
  /** @param {readonly FindingShown[]} findings @param {boolean} locked */
  const draw = (findings, locked) => {
    node.hidden = !findings.length;
    if (findings.length) drawBadge(findings);
    else node.open = false;
    fill(findings, locked);
  };
  const open = () => {
    node.open = true;
    summary.focus();
  };
  return { node, draw, open };
}
