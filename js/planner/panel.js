// The library panel: search and filters, the exercises found, and one of them in full.
import { button, choices, field, h } from "../shared/controls.js";
import { pill } from "../shared/icons.js";
import { counted } from "../shared/search.js";
import { detailView } from "./detail.js";

/** @import { Choice } from "../shared/controls.js" */
/** @import { Model } from "../shared/widget.js" */
/** @import { Hands, Planner, Send } from "./hands.js" */
/** @import { Card, Detail, Found, Lists } from "./messages.js" */
/** @typedef {{ send: Send, small: Hands["small"], add: (exercise: Card) => void }} CardHands */

/**
 * @param {Model<Planner>} model
 * @param {Hands} hands
 */
export function libraryPanel(model, { send, say, small }) {
  const search = searchPart(model.get("lists"), send);
  /** @param {Card} exercise */
  const add = (exercise) => {
    send({ do: "add", exercise_id: exercise.id });
    say(`${exercise.name} added`);
  };
  const found = foundPart({ send, small, add }, search.clear);
  const browse = h("div", { class: "hs-browse" }, search.node, ...found.nodes);
  /** @param {Detail | null} exercise */
  const back = (exercise) => {
    detail.node.hidden = true;
    browse.hidden = false;
    (found.nameOf(exercise?.id) ?? search.words).focus();
  };
  const detail = detailView({ send, add, back });
  /** @param {Detail} exercise */
  const show = (exercise) => {
    browse.hidden = true;
    detail.show(exercise);
  };
  const draw = () => {
    found.draw(model.get("found"));
    allow();
  };
  const allow = () => {
    const { plan } = model.get("view");
    const may = !plan || plan.draft;
    found.allow(may);
    detail.allow(may);
  };
  const named = { class: "hs-library", "aria-label": "Exercise library" };
  const node = h("section", named, h("h2", {}, "Exercises"), browse, detail.node);
  const seek = () => {
    back(null);
    search.words.focus();
  };
  return { node, draw, allow, show, search: seek };
}

/**
 * How many were found, and a card for each.
 * @param {CardHands} hands
 * @param {HTMLElement} clear
 */
function foundPart(hands, clear) {
  const count = h("p", { class: "hs-count", role: "status" });
  const signed = h("p", { class: "hs-quiet" });
  const list = h("ul", { class: "hs-cards", "aria-label": "Exercises found" });
  // A list that scrolls can be reached by keyboard.
  const scrolls = { class: "hs-scroll", tabindex: "0", role: "group", "aria-label": "Exercises found, scrolling" };
  /** @param {Found} found */
  const draw = ({ cards, count: n, all, drafts, instead }) => {
    const mixed = drafts > 0 && drafts < n;
    const focused = list.querySelector(":focus");
    const kind = focused?.classList.contains("hs-add") ? ".hs-add" : ".hs-details";
    const at = nameIn(focused?.closest("li"))?.dataset.exercise;
    list.replaceChildren(...cards.map((exercise) => cardRow(exercise, mixed, hands)));
    // Who is in the list when an answer comes stays at the same exercise.
    if (at) /** @type {HTMLElement | null | undefined} */ (nameOf(at)?.closest("li")?.querySelector(kind))?.focus();
    count.textContent = counted(n, all, cards.length);
    signed.textContent = "No text of these is signed off by a physiotherapist yet.";
    signed.hidden = !n || drafts < n;
    if (!n) list.append(h("li", {}, ["Nothing found.", ...instead, "Try other words or fewer filters."].join(" ")));
  };
  /** @param {boolean} may */
  const allow = (may) => {
    /** @type {NodeListOf<HTMLButtonElement>} */
    const adds = list.querySelectorAll(".hs-add");
    for (const control of adds) control.disabled = !may;
  };
  /** @param {Element | null | undefined} row @returns {HTMLElement | null | undefined} */
  const nameIn = (row) => row?.querySelector(".hs-details");
  /** @param {string | undefined} id */
  const nameOf = (id) => {
    /** @type {NodeListOf<HTMLElement>} */
    const names = list.querySelectorAll(".hs-details");
    return [...names].find((name) => name.dataset.exercise === id);
  };
  const nodes = [h("div", { class: "hs-count-row" }, count, clear), signed, h("div", scrolls, list)];
  return { nodes, draw, allow, nameOf };
}

/**
 * Search and filters.
 * @param {Lists} lists
 * @param {Send} send
 */
function searchPart(lists, send) {
  const words = h("input", { type: "search", placeholder: "hip, glute, wall…", autocomplete: "off" });
  /** @param {string} all @param {readonly Choice[]} pairs */
  const select = (all, pairs) => h("select", { onchange: () => seek() }, ...choices([["", all], ...pairs]));
  const region = select("All regions", lists.regions);
  const category = select("All kinds", lists.categories);
  const position = select("All positions", lists.positions);
  const atHome = h("input", { type: "checkbox", onchange: () => seek() });
  const texts = [words, region, category, position];
  const act = () => {
    for (const control of texts) control.value = "";
    atHome.checked = false;
    seek();
    words.focus();
  };
  const clear = button("Clear", act, { class: "hs-plain", "aria-label": "Clear search and filters" });
  const seek = () => {
    clear.hidden = !(atHome.checked || texts.some((control) => control.value));
    send({
      do: "search",
      words: words.value,
      region: region.value,
      category: category.value,
      position: position.value,
      at_home: atHome.checked,
    });
  };
  words.addEventListener("input", seek);
  clear.hidden = true;
  const node = h(
    "div",
    { class: "hs-filters" },
    field("Search", words, { class: "hs-field hs-wide" }),
    field("Region", region),
    field("Kind", category),
    field("Position", position),
    h("label", { class: "hs-check" }, atHome, h("span", {}, "Only what is at home")),
  );
  return { node, words, clear };
}

/**
 * @param {Card} exercise
 * @param {boolean} mixed whether texts that are signed off stand beside others
 * @param {CardHands} hands
 */
function cardRow(exercise, mixed, { send, small, add }) {
  const open = exercise.open.length > 0;
  const about = h("p", { class: "hs-quiet" }, `${exercise.about.join(" · ")} · ${exercise.position}`);
  const show = button(exercise.name, () => send({ do: "detail", exercise_id: exercise.id }), {
    class: "hs-plain hs-inline hs-details",
    "data-exercise": exercise.id,
    "aria-label": `${exercise.name}, show in full`,
  });
  const name = h("h3", {}, show);
  const text = h("div", { class: "hs-card-text" }, name, h("p", {}, exercise.patient_name), about);
  if (open) text.append(h("p", {}, pill("CAUTION", "Needs a clinician")));
  else if (mixed && exercise.draft) text.append(h("p", { class: "hs-quiet" }, "Text not yet signed off"));
  const row = h("li", {}, small(exercise.id), text);
  if (!open) row.append(button("Add", () => add(exercise), { class: "hs-add", "aria-label": `Add ${exercise.name}` }));
  return row;
}
