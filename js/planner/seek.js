// Where exercises are looked for: words, and filters as chips.
import { toolbar } from "../shared/composite.js";
import { button, choices, h } from "../shared/controls.js";

/** @import { Choice } from "../shared/controls.js" */
/** @import { Send } from "./hands.js" */
/** @import { Lists, Search } from "./messages.js" */

/** @type {readonly (readonly [mine: NonNullable<Search["mine"]>, text: string])[]} */
const WHOSE = [
  ["", "All"],
  ["favourites", "★"],
  ["recent", "Recent"],
];

const WHICH = { class: "hs-chips", role: "group", "aria-label": "Which exercises" };
const FILTERS = { class: "hs-seek-tools", role: "toolbar", "aria-label": "Filters" };

/**
 * `enter` is the Enter key in the words, with whether Shift is down; `down` the arrow into what was found.
 * @param {Lists} lists
 * @param {Send} send
 * @param {{ enter: (all: boolean) => void, down: () => void }} acts
 */
export function seekPart(lists, send, { enter, down }) {
  const words = wordsField(enter, down);
  /** @type {NonNullable<Search["mine"]>} */
  let mine = "";
  let fits = false;
  const whose = WHOSE.map(([value, text]) => ({ value, node: chip(text, () => choose(value)) }));
  whose[1]?.node.setAttribute("aria-label", "Favourites");
  const fitting = chip("Only what fits", () => {
    fits = !fits;
    seek();
  });
  fitting.title = "What is at home, and brings no Stop and no Avoid for this patient";
  /** @param {string} name @param {string} all @param {readonly Choice[]} pairs */
  const select = (name, all, pairs) =>
    h(
      "select",
      { class: "hs-chip-select", "aria-label": name, onchange: () => seek() },
      ...choices([["", all], ...pairs]),
    );
  const selects = [
    select("Region", "Region", lists.regions),
    select("Kind", "Kind", lists.categories),
    select("Position", "Position", lists.positions),
  ];
  const [region, category, position] = selects;
  /** @param {NonNullable<Search["mine"]>} value */
  const choose = (value) => {
    mine = value;
    seek();
  };
  const filtered = () => Boolean(mine || fits || selects.some((one) => one.value));
  const draw = () => {
    for (const { value, node: one } of whose) one.setAttribute("aria-pressed", String(value === mine));
    fitting.setAttribute("aria-pressed", String(fits));
    for (const one of selects) one.classList.toggle("hs-chosen", Boolean(one.value));
    clear.hidden = !(words.value || filtered());
  };
  const seek = () => {
    draw();
    send({
      do: "search",
      words: words.value,
      region: region?.value ?? "",
      category: category?.value ?? "",
      position: position?.value ?? "",
      fits,
      mine,
    });
  };
  /** Another patient comes: nothing is looked for; what was is asked anew. */
  const left = () => {
    words.value = mine = "";
    fits = false;
    for (const one of selects) one.value = "";
    seek();
  };
  const act = () => {
    left();
    words.focus();
  };
  const clear = button("Clear", act, { class: "hs-plain", "aria-label": "Clear search and filters" });
  words.addEventListener("input", seek);
  draw();
  const narrowed = h("div", { class: "hs-chip-selects" }, ...selects);
  // One stop on the way from the words to the list, together with what stands beside the count.
  const tools = h("div", FILTERS, h("div", WHICH, ...whose.map((one) => one.node), fitting), narrowed);
  const node = h("div", { class: "hs-seek" }, words, tools);
  toolbar(tools, [tools]);
  return { node, words, clear, tools, left };
}

/**
 * Where the words are typed. Enter and the arrow down are its own.
 * @param {(all: boolean) => void} enter
 * @param {() => void} down
 */
function wordsField(enter, down) {
  const words = h("input", {
    type: "search",
    placeholder: "Name, muscle, position, condition…",
    autocomplete: "off",
    "aria-label": "Search",
  });
  words.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== "ArrowDown") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Enter") enter(event.shiftKey);
    else down();
  });
  return words;
}

/** @param {string} text @param {() => void} act */
function chip(text, act) {
  return button(text, act, { class: "hs-chip", "aria-pressed": "false" });
}
