// A list to pick from by typing: arrow keys, Enter and Escape, or the mouse.
import { field, fresh, h } from "../shared/controls.js";

/** @typedef {{ id: string, name: string, about: string }} Option */

/**
 * The places of the options that hold every word: those with all words in the name first, then those whose advice has them.
 * @param {readonly Pick<Option, "name" | "about">[]} options
 * @param {string} words
 */
export function matches(options, words) {
  const sought = words.toLowerCase().split(" ").filter(Boolean);
  /** @param {string} text */
  const holds = (text) => sought.every((word) => text.toLowerCase().includes(word));
  const hits = options.flatMap(({ name, about }, i) => (holds(`${name} ${about}`) ? [{ i, named: holds(name) }] : []));
  return [...hits.filter(({ named }) => named), ...hits.filter(({ named }) => !named)].map(({ i }) => i);
}

/**
 * @param {string} name
 * @param {string} placeholder
 * @param {readonly Option[]} options
 * @param {(option: Option) => void} choose
 */
export function combobox(name, placeholder, options, choose) {
  const id = `hs-${fresh()}`;
  const input = comboInput(id, placeholder);
  /** @param {number | undefined} i */
  const take = (i) => {
    const option = options[i ?? -1];
    if (!option) return;
    input.value = "";
    list.open(false);
    choose(option);
  };
  const list = optionList(id, name, options, { input, take });
  const filter = () => list.show(matches(options, input.value));
  onKeys(input, {
    ArrowDown: () => {
      if (list.node.hidden) filter();
      list.step(1);
    },
    ArrowUp: () => list.step(-1),
    Enter: () => {
      if (!list.node.hidden) take(list.pointed());
    },
    Escape: () => list.open(false),
  });
  input.addEventListener("input", filter);
  input.addEventListener("click", filter);
  input.addEventListener("blur", () => list.open(false));
  return { node: h("div", { class: "hs-combo" }, field(name, input), list.node), input };
}

/**
 * The options that are shown, one of them pointed at.
 * @param {string} id
 * @param {string} name
 * @param {readonly Option[]} options
 * @param {{ input: HTMLInputElement, take: (i: number) => void }} hands
 */
function optionList(id, name, options, { input, take }) {
  const node = h("ul", { id, class: "hs-options", role: "listbox", "aria-label": name, hidden: true });
  const rows = options.map((one, i) => optionRow(`${id}-${i}`, one.name, () => take(i)));
  const nothing = { role: "option", "aria-disabled": "true", "aria-selected": "false", class: "hs-quiet" };
  const none = h("li", nothing, "Nothing of this name. Try fewer letters.");
  /** @type {readonly number[]} */
  let shown = [];
  let at = -1;
  const row = () => rows[shown[at] ?? -1];
  /** @param {number} n */
  const point = (n) => {
    row()?.setAttribute("aria-selected", "false");
    at = n;
    const now = row();
    now?.setAttribute("aria-selected", "true");
    now?.scrollIntoView({ block: "nearest" });
    if (now) input.setAttribute("aria-activedescendant", now.id);
    else input.removeAttribute("aria-activedescendant");
  };
  /** @param {boolean} is */
  const open = (is) => {
    node.hidden = !is;
    input.setAttribute("aria-expanded", String(is));
    if (!is) point(-1);
  };
  /** @param {readonly number[]} places */
  const show = (places) => {
    point(-1);
    shown = places;
    node.replaceChildren(...(shown.length ? shown.flatMap((i) => rows[i] ?? []) : [none]));
    open(true);
    node.scrollIntoView({ block: "nearest" });
  };
  /** @param {number} by */
  const step = (by) => point(Math.max(0, Math.min(at + by, shown.length - 1)));
  return { node, open, show, step, pointed: () => shown[Math.max(at, 0)] };
}

/** @param {string} id @param {string} name @param {() => void} take */
function optionRow(id, name, take) {
  const row = h("li", { id, role: "option", "aria-selected": "false" }, name);
  row.addEventListener("mousedown", (e) => e.preventDefault());
  row.addEventListener("click", take);
  return row;
}

/**
 * These keys are the field's own; no one above hears them.
 * @param {HTMLElement} node
 * @param {Record<string, () => void>} keys
 */
function onKeys(node, keys) {
  node.addEventListener("keydown", (e) => {
    const act = keys[e.key];
    if (!act) return;
    e.preventDefault();
    e.stopPropagation();
    act();
  });
}

/** @param {string} list the id of what it opens @param {string} placeholder */
function comboInput(list, placeholder) {
  return h("input", {
    type: "text",
    role: "combobox",
    autocomplete: "off",
    placeholder,
    "aria-expanded": "false",
    "aria-autocomplete": "list",
    "aria-controls": list,
  });
}
