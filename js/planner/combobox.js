// A list to pick from by typing: arrow keys, Enter and Escape, or the mouse. What the words mean, the kernel says.
import { field, fresh, h } from "../shared/controls.js";

/** @typedef {{ id: string, name: string, also?: readonly string[] }} Option `also`: further ones that it may be */
/** @typedef {{ id: string, name: string }} Plan ready-made, for words that mean none of the options */
/** @typedef {{ words: string, ids: readonly string[], unknown?: { name: string, ids: readonly string[] } | null, plans?: readonly Plan[] }} Heard */
/** @typedef {{ node: HTMLElement, take: () => void }} Row */
/**
 * `ask` asks the kernel what words mean; `choose` takes an option, `keep` the words themselves, `fill` a plan.
 * @typedef {{ ask: (words: string) => void, choose: (option: Option) => void, keep: (words: string) => void, fill: (plan: Plan) => void }} Hands
 */

/**
 * What is offered for an answer: the options it names, in its order, and last to keep the words as they are.
 * @param {readonly Option[]} options
 * @param {Heard} heard
 * @returns {{ places: number[], keep: string }}
 */
export function offered(options, { words, ids }) {
  const places = ids.map((id) => options.findIndex((option) => option.id === id)).filter((at) => at >= 0);
  return { places, keep: words.trim().replace(/\s+/g, " ") };
}

/**
 * @param {string} name
 * @param {string} placeholder
 * @param {readonly Option[]} options
 * @param {Hands} hands
 */
export function combobox(name, placeholder, options, { ask, choose, keep, fill }) {
  const id = `hs-${fresh()}`;
  const input = comboInput(id, placeholder);
  const list = optionList(id, name, input);
  let asked = ""; // what the list that is open, or on its way, is for
  /** @param {() => void} act */
  const done = (act) => {
    input.value = "";
    list.open(false);
    act();
  };
  const rows = options.map((one, i) => optionRow(`${id}-${i}`, one.name, () => done(() => choose(one))));
  /** @param {string} words @param {boolean} known whether conditions are offered too */
  const keeping = (words, known) => {
    const text = known ? `None of these: keep “${words}” as a note` : `Keep “${words}” as a note: no rule covers this`;
    return optionRow(`${id}-keep`, text, () => done(() => keep(words)));
  };
  /** @param {NonNullable<Heard["unknown"]>} some those of which nobody knows which it is */
  const unsure = ({ name: text, ids: [first = "", ...also] }) =>
    optionRow(`${id}-unknown`, text, () => done(() => choose({ id: first, name: text, also })));
  /** @param {Plan} plan @param {number} i */
  const filling = (plan, i) =>
    optionRow(`${id}-plan-${i}`, `Add the exercises of: ${plan.name}`, () => done(() => fill(plan)));
  /** @param {Heard} answer */
  const heard = (answer) => {
    const root = /** @type {Document | ShadowRoot} */ (input.getRootNode());
    if (answer.words !== input.value || answer.words !== asked || root.activeElement !== input) return;
    const { places, keep: words } = offered(options, answer);
    const among = answer.unknown ? [unsure(answer.unknown)] : [];
    list.show([
      ...places.flatMap((i) => rows[i] ?? []),
      ...among,
      ...(words ? [keeping(words, places.length > 0)] : []),
      ...(answer.plans ?? []).map(filling),
    ]);
  };
  const filter = () => {
    asked = input.value;
    if (asked.trim()) ask(asked);
    else list.show(rows);
  };
  onKeys(input, {
    ArrowDown: () => {
      if (list.node.hidden) filter();
      list.step(1);
    },
    ArrowUp: () => list.step(-1),
    Enter: () => {
      if (!list.node.hidden && asked === input.value) list.pointed(asked.trim() !== "")?.take();
    },
    Escape: () => {
      if (list.node.hidden) return false; // it is meant for what stands around
      asked = "";
      list.open(false);
      return true;
    },
  });
  input.addEventListener("input", filter);
  input.addEventListener("click", filter);
  input.addEventListener("blur", () => list.open(false));
  return { node: h("div", { class: "hs-combo" }, field(name, input), list.node), input, heard };
}

/**
 * The rows that are shown, one of them pointed at.
 * @param {string} id
 * @param {string} name
 * @param {HTMLInputElement} input
 */
function optionList(id, name, input) {
  const node = h("ul", { id, class: "hs-options", role: "listbox", "aria-label": name, hidden: true });
  /** @type {readonly Row[]} */
  let shown = [];
  let at = -1;
  /** @param {number} n */
  const point = (n) => {
    shown[at]?.node.setAttribute("aria-selected", "false");
    at = n;
    const now = shown[at]?.node;
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
  /** @param {readonly Row[]} rows */
  const show = (rows) => {
    point(-1);
    shown = rows;
    node.replaceChildren(...rows.map((row) => row.node));
    open(true);
    node.scrollIntoView({ block: "nearest" });
  };
  /** @param {number} by */
  const step = (by) => point(Math.max(0, Math.min(at + by, shown.length - 1)));
  /** @param {boolean} first whether the first one is meant where none is pointed at */
  const pointed = (first) => shown[first ? Math.max(at, 0) : at];
  return { node, open, show, step, pointed };
}

/** @param {string} id @param {string} name @param {() => void} take */
function optionRow(id, name, take) {
  const node = h("li", { id, role: "option", "aria-selected": "false" }, name);
  node.addEventListener("mousedown", (e) => e.preventDefault());
  node.addEventListener("click", take);
  return { node, take };
}

/**
 * These keys are the field's own, and no one above hears them, where it has a use for them.
 * @param {HTMLElement} node
 * @param {Record<string, () => boolean | void>} keys
 */
function onKeys(node, keys) {
  node.addEventListener("keydown", (e) => {
    const act = keys[e.key];
    if (!act || act() === false) return;
    e.preventDefault();
    e.stopPropagation();
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
