// What a movement does to the body: a tick a tag, and for a tag that has a side, of which.
import { choices, h } from "../shared/controls.js";

/** @import { Choice } from "../shared/controls.js" */

/** @type {readonly Choice[]} */
const LIMBS = [
  ["", "side that works"],
  ["@other", "other side"],
  ["@both", "both sides"],
];

/** @param {() => void} changed */
export function tagsPart(changed) {
  const rows = h("ul", { class: "hs-own-tags" });
  const filter = h("input", {
    type: "search",
    placeholder: "Filter, such as knee",
    "aria-label": "Filter what it does",
  });
  const count = h("span", { class: "hs-quiet", role: "status" });
  const node = h(
    "fieldset",
    { class: "hs-field hs-own-wide hs-own-tags-of" },
    h("legend", {}, "What the movement does to the body"),
    h("div", { class: "hs-own-tags-bar" }, filter, count),
    rows,
  );
  /** @type {Map<string, { box: HTMLInputElement, limb: HTMLSelectElement | null, row: HTMLElement }>} */
  let all = new Map();
  const read = () =>
    [...all].filter(([, { box }]) => box.checked).map(([name, { limb }]) => name + (limb?.value ?? ""));
  const show = () => {
    const words = filter.value.trim().toLowerCase();
    for (const { box, limb, row } of all.values()) {
      if (limb) limb.hidden = !box.checked;
      row.hidden = Boolean(words) && !box.checked && !row.textContent?.toLowerCase().includes(words);
    }
    count.textContent = `${read().length} ticked`;
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
    all = new Map(
      known.map(([name, means]) => {
        const box = h("input", { type: "checkbox" });
        box.checked = limbs.has(name);
        const limb = whole.includes(name)
          ? null
          : h("select", { "aria-label": `Which side: ${means}` }, ...choices(LIMBS));
        if (limb) limb.value = limbs.get(name) ?? "";
        const row = h("li", {}, h("label", { class: "hs-check" }, box, h("span", {}, means)), ...(limb ? [limb] : []));
        return [name, { box, limb, row }];
      }),
    );
    filter.value = "";
    // What is ticked stands first.
    const ticked = [...all.values()].sort((one, two) => Number(two.box.checked) - Number(one.box.checked));
    rows.replaceChildren(...ticked.map(({ row }) => row));
    show();
  };
  return { node, control: filter, draw, read };
}
