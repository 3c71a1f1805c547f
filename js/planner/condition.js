// One condition in force: which side and region, from when to when.
import { atField } from "../shared/asked.js";
import { button, choices, field, fresh, h, once, restore, show } from "../shared/controls.js";
import { dayField } from "../shared/day.js";
import { whenNew } from "../shared/draw.js";

/** @import { Choice } from "../shared/controls.js" */
/** @import { Say, Send } from "./hands.js" */
/** @import { AskShown, ChangeCondition, ConditionShown, EndShown } from "./messages.js" */
/** @typedef {{ regions: readonly Choice[], send: Send, say: Say }} Given */

/** @type {readonly Choice[]} */
const AFFECTED = [
  ["", "Not said"],
  ["left", "Left"],
  ["right", "Right"],
  ["both", "Both"],
];

/**
 * @param {ConditionShown} first
 * @param {number} at its place in the list
 * @param {Given} given
 */
export function conditionRow(first, at, { regions, send, say }) {
  const whose = first.name;
  const away = button(
    "✕",
    once(() => {
      send({ do: "remove_condition", at });
      say(`${whose} removed`);
    }),
    { class: "hs-icon", "aria-label": `Remove condition ${whose}`, title: "Remove" },
  );
  const fields = conditionFields(first, at, regions, send);
  const which = whichPart(first, at, send);
  const ends = endsPart(first, at, send);
  const window = first.window && `Window: ${first.window}.`;
  const node = h(
    "li",
    { class: "hs-condition" },
    h("div", { class: "hs-item-head" }, h("h3", { class: "hs-item-name" }, whose), away),
    h("p", { class: "hs-quiet" }, [first.message, window].filter(Boolean).join(" ")),
    which.node,
    fields.node,
    ends.node,
  );
  /** @param {ConditionShown} held @param {boolean} locked */
  const draw = (held, locked) => {
    fields.draw(held, locked);
    which.draw(held.asks, locked);
    ends.draw(held.ends, locked);
    away.disabled = locked;
  };
  return { name: whose, node, draw, refill: fields.refill, focus: fields.focus };
}

/**
 * A STOP ends by no date: it has no field for one, but where a plan has such a date already.
 * @param {ConditionShown} first
 * @param {number} at
 * @param {readonly Choice[]} regions
 * @param {Send} send
 */
function conditionFields({ name: whose, stop }, at, regions, send) {
  /** @param {ChangeCondition["field"]} field @param {string} value */
  const change = (field, value) => send({ do: "change_condition", at, field, value }, atField(fields[field]));
  /** @param {"side" | "region"} name @param {string} text @param {readonly Choice[]} pairs */
  const select = (name, text, pairs) => {
    const props = { "aria-label": `${text}, ${whose}`, onchange: () => change(name, control.value) };
    const control = h("select", props, ...choices(pairs));
    return control;
  };
  /** @param {"since" | "until"} name @param {string} text */
  const date = (name, text) => dayField((value) => change(name, value), { "aria-label": `${text}, ${whose}` });
  const fields = {
    side: select("side", "Affected side", AFFECTED),
    region: select("region", "Region", [["", "Not said"], ...regions]),
    since: date("since", "Surgery or onset"),
    until: date("until", "Holds until"),
  };
  const names = /** @type {(keyof typeof fields)[]} */ (Object.keys(fields));
  const until = field("Holds until", fields.until);
  const cells = {
    side: askedCell("Affected side", fields.side, (side) => change("side", side)),
    region: askedCell("Region", fields.region),
    since: askedCell("Surgery or onset", fields.since),
  };
  const node = h("div", { class: "hs-fields" }, cells.side.node, cells.region.node, cells.since.node, until);
  /** @param {ConditionShown} held @param {boolean} locked */
  const draw = (held, locked) => {
    for (const name of names) {
      show(fields[name], held[name]);
      fields[name].disabled = locked;
    }
    for (const [name, { draw: drawCell }] of Object.entries(cells)) {
      const ask = locked ? undefined : held.asks.find(({ field: asked }) => asked === name);
      drawCell(ask, name === "since" ? held.began : "");
    }
    until.hidden = stop && !held.until && !fields.until.matches("[aria-invalid]");
  };
  /** @param {ConditionShown} held */
  const refill = (held) => {
    for (const name of names) restore(fields[name], held[name]);
  };
  const focus = () => {
    const asked = node.querySelector(".hs-asked-for :is(select, input)");
    (asked instanceof HTMLElement ? asked : fields.side).focus();
  };
  return { node, draw, refill, focus };
}

/**
 * A field that says why it is asked for while it is empty; `take` takes what is offered.
 * @param {string} text
 * @param {HTMLInputElement | HTMLSelectElement} control
 * @param {(value: string) => void} [take]
 */
function askedCell(text, control, take) {
  const why = h("p", { class: "hs-quiet hs-in-words", id: `hs-why-${fresh()}` });
  const offer = button("", () => take?.(offered), { class: "hs-small", hidden: true });
  let offered = "";
  const node = field(text, control);
  node.append(why, offer);
  /** @param {AskShown | undefined} ask @param {string} said what it holds, in words */
  const draw = (ask, said) => {
    const had = offer === document.activeElement;
    node.classList.toggle("hs-asked-for", Boolean(ask));
    why.textContent = ask?.said ?? said;
    why.hidden = !why.textContent;
    why.classList.toggle("hs-why-asked", Boolean(ask));
    offered = ask?.offers ?? "";
    offer.hidden = !offered || !take;
    offer.textContent = `${offered.charAt(0).toUpperCase()}${offered.slice(1)}, as the patient’s side`;
    if (had && offer.hidden) control.focus();
    if (control.hasAttribute("aria-invalid")) return; // what was refused is told of it first
    if (!why.hidden) control.setAttribute("aria-describedby", why.id);
    else if (control.getAttribute("aria-describedby") === why.id) control.removeAttribute("aria-describedby");
  };
  return { node, draw };
}

/**
 * Of several that it may be, this one is it.
 * @param {ConditionShown} condition
 * @param {number} at
 * @param {Send} send
 */
function whichPart({ name: whose }, at, send) {
  const why = h("p", { class: "hs-why-asked" });
  const it = button("", () => send({ do: "keep_condition", at }), { class: "hs-small" });
  const node = h("div", { class: "hs-which", hidden: true }, why, it);
  /** @param {readonly AskShown[]} asks @param {boolean} locked */
  const draw = (asks, locked) => {
    const ask = asks.find(({ field: asked }) => asked === "which");
    node.hidden = !ask || locked;
    why.textContent = ask?.said ?? "";
    it.textContent = `It is the ${ask?.offers ?? ""} approach`;
    it.setAttribute("aria-label", `${it.textContent}: keep ${whose} alone`);
  };
  return { node, draw };
}

/**
 * Ends of their own for single movements.
 * @param {ConditionShown} condition
 * @param {number} at
 * @param {Send} send
 */
function endsPart({ name: whose, tags, stop }, at, send) {
  const list = h("ul", { class: "hs-ends", "aria-label": `Ends for single movements, ${whose}` });
  const tag = h("select", { "aria-label": `Movement, ${whose}` }, ...choices(tags.map((t) => [t.tag, t.name])));
  const until = h("input", { type: "date", "aria-label": `No longer a concern from, ${whose}`, max: "9999-12-31" });
  const does = () => send({ do: "end_tag", at, tag: tag.value, until: until.value }, atField(until));
  const set = button("Set", does, { "aria-label": `Set the end, ${whose}` });
  const node = h(
    "details",
    { class: "hs-more" },
    h("summary", {}, "One movement is allowed earlier"),
    h(
      "div",
      { class: "hs-row" },
      field("Movement", tag, { class: "hs-field hs-grow" }),
      field("No longer a concern from", until),
      set,
    ),
    list,
  );
  node.hidden = stop || !tags.length;
  /** @param {EndShown} end @param {boolean} locked */
  const row = (end, locked) => {
    const remove = button("✕", () => send({ do: "end_tag", at, tag: end.tag, until: "" }), {
      class: "hs-icon",
      "aria-label": `Remove the end for: ${end.name}`,
      title: "Remove",
    });
    remove.disabled = locked;
    return h("li", {}, h("span", {}, `${end.name}: until ${end.until}`), remove);
  };
  const drawList = whenNew((/** @type {readonly EndShown[]} */ all, /** @type {boolean} */ locked) =>
    list.replaceChildren(...all.map((end) => row(end, locked))),
  );
  /** @param {readonly EndShown[]} all @param {boolean} locked */
  const draw = (all, locked) => {
    drawList(all, locked);
    for (const control of [tag, until, set]) control.disabled = locked;
  };
  return { node, draw };
}
