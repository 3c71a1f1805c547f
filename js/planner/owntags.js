// What a movement does to the body: a tick a tag, and for a tag that has a side, of which.
import { button, choices, h } from "../shared/controls.js";

/** @import { Choice } from "../shared/controls.js" */

/** @type {readonly Choice[]} */
const LIMBS = [
  ["", "side that works"],
  ["@other", "other side"],
  ["@both", "both sides"],
];

const OFTEN = 7; // what most exercises do stands there at once; the rest is asked for, or found by a word

/** @param {() => void} changed */
export function tagsPart(changed) {
  const rows = h("ul", { class: "hs-own-tags" });
  const filter = h("input", {
    type: "search",
    placeholder: "Filter, such as knee",
    "aria-label": "Filter what it does",
  });
  const count = h("span", { class: "hs-quiet", role: "status" });
  const more = morePart(() => show());
  const node = h(
    "fieldset",
    { class: "hs-field hs-own-wide hs-own-tags-of" },
    h("legend", {}, "What the movement does to the body"),
    h("div", { class: "hs-own-tags-bar" }, filter, count),
    rows,
    more.node,
  );
  /** @type {Map<string, { box: HTMLInputElement, limb: HTMLSelectElement | null, row: HTMLElement }>} */
  let all = new Map();
  const read = () =>
    [...all].filter(([, { box }]) => box.checked).map(([name, { limb }]) => name + (limb?.value ?? ""));
  const show = () => {
    const words = filter.value.trim().toLowerCase();
    for (const [at, { box, limb, row }] of [...all.values()].entries()) {
      if (limb) limb.hidden = !box.checked;
      row.hidden = !box.checked && !isShown(row.textContent ?? "", words, more.is() || at < OFTEN);
    }
    count.textContent = `${read().length} ticked`;
    more.draw(all.size, Boolean(words));
  };
  filter.addEventListener("input", (event) => {
    event.stopPropagation(); // it changes nothing of the exercise
    show();
  });
  rows.addEventListener("input", (event) => {
    event.stopPropagation();
    show();
    changed();
  });
  /**
   * @param {readonly (readonly [string, string])[]} known
   * @param {readonly string[]} whole those that have no side
   * @param {readonly string[]} said
   */
  const draw = (known, whole, said) => {
    const limbs = new Map(
      said.map((text) => [text.split("@")[0] ?? "", text.includes("@") ? `@${text.split("@")[1]}` : ""]),
    );
    all = new Map(known.map(([name, means]) => [name, tagRow(means, limbs.get(name), whole.includes(name))]));
    filter.value = "";
    more.fold();
    // What is ticked stands first.
    const ticked = [...all.values()].sort((one, two) => Number(two.box.checked) - Number(one.box.checked));
    rows.replaceChildren(...ticked.map(({ row }) => row));
    show();
  };
  return { node, control: filter, draw, read };
}

/**
 * Whether a row that is not ticked is in sight: one that has the words, or without words one of those unfolded.
 * @param {string} text
 * @param {string} words in small letters
 * @param {boolean} unfolded
 */
export function isShown(text, words, unfolded) {
  return words ? text.toLowerCase().includes(words) : unfolded;
}

/**
 * @param {string} means
 * @param {string | undefined} said of which side; nothing where it is not ticked
 * @param {boolean} whole whether it has no side
 */
function tagRow(means, said, whole) {
  const box = h("input", { type: "checkbox" });
  box.checked = said !== undefined;
  const limb = whole ? null : h("select", { "aria-label": `Which side: ${means}` }, ...choices(LIMBS));
  if (limb) limb.value = said ?? "";
  const row = h("li", {}, h("label", { class: "hs-check" }, box, h("span", {}, means)), ...(limb ? [limb] : []));
  return { box, limb, row };
}

/**
 * Unfolds what few exercises do.
 * @param {() => void} changed
 */
function morePart(changed) {
  let every = false;
  const unfold = () => {
    every = !every;
    changed();
  };
  const node = button("", unfold, { class: "hs-small" });
  /** @param {number} all @param {boolean} filtered */
  const draw = (all, filtered) => {
    node.textContent = every ? "Show the usual ones" : `Show all ${all}`;
    node.setAttribute("aria-expanded", String(every));
    node.hidden = filtered;
  };
  const fold = () => {
    every = false;
  };
  return { node, is: () => every, draw, fold };
}
