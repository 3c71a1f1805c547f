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
  const list = h("ul", { id, class: "hs-options", role: "listbox", "aria-label": name, hidden: true });
  const rows = options.map((one, i) => {
    const row = h("li", { id: `${id}-${i}`, role: "option", "aria-selected": "false" }, one.name);
    row.addEventListener("mousedown", (e) => e.preventDefault());
    row.addEventListener("click", () => take(i));
    return row;
  });
  const none = h(
    "li",
    { role: "option", "aria-disabled": "true", "aria-selected": "false", class: "hs-quiet" },
    "Nothing of this name. Try fewer letters.",
  );
  /** @type {number[]} */
  let shown = [];
  let at = -1;
  const pointed = () => rows[shown[at] ?? -1];
  /** @param {boolean} is */
  const open = (is) => {
    list.hidden = !is;
    input.setAttribute("aria-expanded", String(is));
    if (!is) point(-1);
  };
  /** @param {number} n */
  const point = (n) => {
    pointed()?.setAttribute("aria-selected", "false");
    at = n;
    const row = pointed();
    row?.setAttribute("aria-selected", "true");
    row?.scrollIntoView({ block: "nearest" });
    if (row) input.setAttribute("aria-activedescendant", row.id);
    else input.removeAttribute("aria-activedescendant");
  };
  const filter = () => {
    point(-1);
    shown = matches(options, input.value);
    list.replaceChildren(...(shown.length ? shown.flatMap((i) => rows[i] ?? []) : [none]));
    open(true);
    list.scrollIntoView({ block: "nearest" });
  };
  /** @param {number | undefined} i */
  const take = (i) => {
    const option = options[i ?? -1];
    if (!option) return;
    input.value = "";
    open(false);
    choose(option);
  };
  onKeys(input, {
    ArrowDown: () => {
      if (list.hidden) filter();
      point(Math.min(at + 1, shown.length - 1));
    },
    ArrowUp: () => point(Math.max(at - 1, 0)),
    Enter: () => {
      if (!list.hidden) take(shown[Math.max(at, 0)]);
    },
    Escape: () => open(false),
  });
  input.addEventListener("input", filter);
  input.addEventListener("click", filter);
  input.addEventListener("blur", () => open(false));
  return { node: h("div", { class: "hs-combo" }, field(name, input), list), input };
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
