// The list: search, filters, and a row for each exercise found.
import { button, choices, field, h } from "../shared/controls.js";
import { counted } from "../shared/search.js";

/** @import { Choice } from "../shared/controls.js" */
/** @import { Model } from "../shared/widget.js" */
/** @import { Send, Shelf } from "./hands.js" */
/** @import { Lists, Row, Whose } from "./messages.js" */

/**
 * @param {Model<Shelf>} model
 * @param {Send} send
 * @param {() => void} picked
 */
export function shelfList(model, send, picked) {
  const search = searchPart(send);
  const count = h("p", { class: "bs-count", role: "status" });
  const list = h("ul", { class: "bs-rows", "aria-label": "Exercises found" });
  /** @param {string} id */
  const choose = (id) => {
    picked();
    send({ do: "show", id });
  };
  /** @returns {NodeListOf<HTMLElement>} */
  const rows = () => list.querySelectorAll(".bs-row");
  const point = () => {
    const now = model.get("one").id;
    for (const row of rows()) {
      if (row.dataset.id === now) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
    }
  };
  const reveal = () => list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  const draw = () => {
    const { rows: found, count: n, all } = model.get("found");
    const held = focusedId(list); // the focus stays on the same exercise
    list.replaceChildren(...found.map((exercise) => shelfRow(exercise, choose)));
    count.textContent = counted(n, all, found.length);
    if (!n) list.append(h("li", { class: "bs-none" }, "Nothing found. Try fewer letters or fewer filters."));
    point();
    if (held) [...rows()].find((row) => row.dataset.id === held)?.focus();
  };
  const named = { class: "hs-panel bs-list", "aria-label": "Exercises" };
  // A list that scrolls can be reached by keyboard.
  const scrolls = { class: "bs-scroll", tabindex: "0", role: "group", "aria-label": "Exercises found, scrolling" };
  const counts = h("div", { class: "bs-count-row" }, count, search.clear);
  const node = h("section", named, h("h2", {}, "Exercises"), ...search.nodes, counts, h("div", scrolls, list));
  return { node, draw, drawLists: () => search.draw(model.get("lists")), point, reveal };
}

/** @param {HTMLElement} list */
function focusedId(list) {
  const { activeElement } = /** @type {Document | ShadowRoot} */ (list.getRootNode());
  return activeElement instanceof HTMLElement ? activeElement.dataset.id : undefined;
}

/** @param {Row} exercise @param {(id: string) => void} choose */
function shelfRow(exercise, choose) {
  const act = () => choose(exercise.id);
  const row = h(
    "button",
    { type: "button", class: "bs-row", "data-id": exercise.id, onclick: act },
    h("span", { class: "bs-row-name" }, exercise.name),
    h("span", { class: "bs-row-about" }, `${exercise.about.join(" · ")} · ${exercise.position}`),
    h("span", { class: "bs-marks" }, ...markers(exercise)),
  );
  return h("li", {}, row);
}

/**
 * Whose it is, whether it is signed off, and whether anything is still open: in words, not in colour alone.
 * @param {Row} exercise
 */
export function markers({ open, origin, whose, review }) {
  return [
    h("span", { class: `bs-mark bs-${origin}` }, whose),
    h("span", { class: "bs-mark bs-review" }, review),
    ...(open.length ? [h("span", { class: "bs-mark bs-open" }, "Needs a clinician")] : []),
  ];
}

/**
 * Search, filters and equipment.
 * @param {Send} send
 */
function searchPart(send) {
  const words = h("input", { type: "search", placeholder: "hip, glute, wall…", autocomplete: "off" });
  const filters = filtersPart(() => seek());
  const things = thingsPart(() => seek());
  const texts = [words, ...filters.controls];
  const empty = () => {
    for (const control of texts) control.value = "";
    things.clear();
    seek();
    words.focus();
  };
  const props = { class: "bs-plain", "aria-label": "Clear search and filters", hidden: true };
  const clear = button("Clear", empty, props);
  const seek = () => {
    const chosen = things.chosen();
    clear.hidden = !(chosen || texts.some((control) => control.value));
    send({ do: "search", words: words.value, ...filters.chosen(), things: chosen });
  };
  words.addEventListener("input", seek);
  /** @param {Lists} lists */
  const draw = (lists) => {
    filters.draw(lists);
    things.draw(lists.things);
  };
  return { nodes: [field("Search", words), filters.node, ...things.nodes], clear, draw };
}

/** @param {() => void} seek */
function filtersPart(seek) {
  const select = () => h("select", { onchange: seek });
  const region = select();
  const category = select();
  const position = select();
  const whose = select();
  const chosen = () => ({
    region: region.value,
    category: category.value,
    position: position.value,
    whose: /** @type {Whose} */ (whose.value),
  });
  /** @param {Lists} lists */
  const draw = (lists) => {
    offer(region, [["", "All regions"], ...lists.regions]);
    offer(category, [["", "All kinds"], ...lists.categories]);
    offer(position, [["", "All positions"], ...lists.positions]);
    offer(whose, lists.whose);
  };
  const node = h(
    "div",
    { class: "bs-filters" },
    field("Region", region),
    field("Kind", category),
    field("Position", position),
    field("Whose", whose),
  );
  return { node, controls: [region, category, position, whose], chosen, draw };
}

/**
 * The equipment at hand, where it is asked for.
 * @param {() => void} seek
 */
function thingsPart(seek) {
  const group = h("div", { class: "bs-things", role: "group", "aria-label": "Equipment at hand", hidden: true });
  const asked = h("input", { type: "checkbox", onchange: seek });
  const ticks = () => [...group.querySelectorAll("input")];
  const ticked = () => ticks().flatMap((box) => (box.checked ? [box.value] : []));
  const chosen = () => {
    group.hidden = !asked.checked;
    return asked.checked ? ticked() : null;
  };
  const clear = () => {
    for (const box of [asked, ...ticks()]) box.checked = false;
  };
  /** @param {readonly string[]} things */
  const draw = (things) => {
    const kept = new Set(ticked());
    group.replaceChildren(...things.map((name) => thingTick(name, kept.has(name), seek)));
  };
  const label = h("label", { class: "bs-tick" }, asked, h("span", {}, "Only with the equipment at hand"));
  return { nodes: [label, group], chosen, clear, draw };
}

/** @param {string} name @param {boolean} checked @param {() => void} change */
function thingTick(name, checked, change) {
  const box = h("input", { type: "checkbox", value: name, onchange: change, checked });
  return h("label", { class: "bs-tick" }, box, h("span", {}, name));
}

/**
 * Other choices; what was chosen stays, as far as it is still there.
 * @param {HTMLSelectElement} control
 * @param {readonly Choice[]} pairs
 */
function offer(control, pairs) {
  const chosen = control.value;
  control.replaceChildren(...choices(pairs));
  control.value = pairs.some(([value]) => value === chosen) ? chosen : "";
}
