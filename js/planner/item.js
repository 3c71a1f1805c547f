// One exercise of the plan: its line, and below it the open row, which is built when it is first opened. Both are built
// once and then only filled, so that focus and dragging survive.
import { atField } from "../shared/asked.js";
import { button, fresh, h, show } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { typed } from "../shared/typed.js";
import { itemFlags } from "./flags.js";
import { rowLine } from "./row.js";
import { fieldsPart, insteadPart, readPart } from "./unfolded.js";

/** @import { Hands } from "./hands.js" */
/** @import { ItemShown, Unfolded } from "./messages.js" */
/** @import { ListActs, Standing } from "./row.js" */

/**
 * @param {ItemShown} first
 * @param {Hands} hands
 * @param {ListActs} list
 */
export function itemRow(first, hands, list) {
  const { item_id: id, name: whose } = first;
  const line = rowLine(first, hands, list);
  const place = h("div", { class: "hs-item-body", hidden: true, id: `hs-item-${fresh()}` });
  const node = h("li", { class: "hs-item", "data-item": id, "aria-label": whose }, line.node, place);
  list.watch(node, line.grip, id);
  /** @type {ReturnType<typeof openRow> | null} */
  let body = null;
  /** @type {readonly [ItemShown, Standing] | null} */
  let now = null;
  const draw = whenNew((/** @type {ItemShown} */ item, /** @type {Standing} */ standing) => {
    now = [item, standing];
    node.classList.toggle("hs-chosen", standing.chosen);
    line.draw(item, standing);
    if (!place.hidden) body?.draw(item, standing);
  });
  /** @param {boolean} is */
  const open = (is) => {
    if (is && !body) {
      body = openRow(first, hands, list);
      place.append(...body.nodes);
    }
    place.hidden = !is;
    node.classList.toggle("hs-opened", is);
    line.opened(is, place.id);
    if (is && now) body?.draw(...now);
  };
  return {
    node,
    draw,
    open,
    name: whose,
    focus: line.focus,
    inHand: line.inHand,
    isOpen: () => !place.hidden,
    heard: (/** @type {Unfolded} */ told) => body?.heard(told),
    toFindings: () => body?.toFindings(),
    setDays: () => body?.setDays(),
    flash: () => flash(node),
  };
}

/**
 * The open row.
 * @param {ItemShown} first
 * @param {Hands} hands
 * @param {ListActs} list
 */
function openRow(first, hands, list) {
  const { item_id: id, name: whose } = first;
  const { send } = hands;
  /** @type {import("./unfolded.js").Adjusts} */
  const adjust = (field, value, typing, asker) =>
    send({ do: "adjust", item_id: id, field, value, ...(typing && { typing }) }, asker);
  const swap = (/** @type {string} */ exercise_id) => send({ do: "swap", item_id: id, exercise_id });
  const said = h("p", { class: "hs-said" });
  const flags = itemFlags(whose, hands);
  const read = readPart(whose, send);
  const fields = fieldsPart(first, hands, adjust, swap);
  const instead = insteadPart(whose, swap);
  const words = { type: "text", autocomplete: "off", placeholder: "Note for the patient" };
  const note = h("input", { ...words, "aria-label": `Note, ${whose}` });
  typed(note, (text, typing) => adjust("note", text, typing, atField(note)));
  const noted = h("div", { class: "hs-told-here" }, note);
  const moves = movesPart(first, list);
  const reads = h("div", { class: "hs-reads" }, h("p", { class: "hs-quiet" }, "The patient reads"), said);
  const right = h("div", { class: "hs-item-right" }, flags.node, reads, fields.node, instead.node, noted, moves.node);
  /** @param {ItemShown} item @param {Standing} standing */
  const draw = (item, standing) => {
    const { at, all, locked, findings } = standing;
    said.textContent = item.sentences;
    read.draw(item, standing.about);
    fields.draw(item, standing);
    instead.draw(locked);
    moves.draw({ at, all }, locked);
    show(note, item.note);
    note.disabled = locked;
    noted.hidden = locked && !item.note;
    flags.draw(findings, locked);
  };
  /** @param {Unfolded} told */
  const heard = (told) => {
    read.heard(told);
    instead.heard(told);
  };
  return { nodes: [read.node, right], draw, heard, toFindings: flags.open, setDays: fields.setDays };
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
 * @param {ListActs} list
 */
function movesPart({ item_id: id, name: whose }, list) {
  const up = button("Up", () => list.move(id, -1, ".hs-up"), {
    class: "hs-small hs-up",
    "aria-label": `Move ${whose} up`,
  });
  const down = button("Down", () => list.move(id, 1, ".hs-down"), {
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
