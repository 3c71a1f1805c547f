// The keys of the sheet as buttons, for mouse and finger; each shows its key.
import { button, h } from "../shared/controls.js";

/** @import { Box, Deed } from "./hands.js" */
/** @typedef {readonly [key: string, text: string, deed: Deed]} Key */

/** @type {readonly Key[]} */
const OF_MARK = [
  ["D", "✓ Done", { do: "mark", text: "done" }],
  ["P", "P Part", { do: "mark", text: "partial" }],
  ["X", "✕ Not done", { do: "mark", text: "not_done" }],
  ["Del", "Blank", { do: "mark", text: "" }],
];
/** @type {readonly Key[]} */
const OF_SCORE = [
  ...Array.from({ length: 11 }, (_, n) => scoreKey(`${n}`)),
  ["Del", "Blank", { do: "mark", text: "" }],
];
/** @type {readonly Key[]} */
const OF_NOTE = [
  ["F2", "Write the note", { do: "write", text: "" }],
  ["Del", "Blank", { do: "mark", text: "" }],
];
/** @type {readonly Key[]} */
const OF_DAY = [
  ["A", "All done", { do: "fill", with: "done" }],
  ["N", "None done", { do: "fill", with: "not_done" }],
  ["S", "Same as the day before", { do: "fill", with: "before" }],
];
const KINDS = { mark: OF_MARK, score: OF_SCORE, note: OF_NOTE };

/** @param {string} text @returns {Key} */
function scoreKey(text) {
  return ["", text, { do: "mark", text }];
}

/** @param {(deed: Deed) => void} act */
export function keypad(act) {
  /** @param {Key} key */
  const press = ([key, text, deed]) => {
    const made = button(text, () => act(deed), { class: key ? "hs-small" : "hs-small fu-digit" });
    if (key) made.append(h("kbd", { "aria-hidden": "true" }, key));
    return made;
  };
  const groups = Object.fromEntries(
    Object.entries(KINDS).map(([kind, keys]) => [
      kind,
      h("div", { class: "fu-keys", hidden: true }, ...keys.map(press)),
    ]),
  );
  const where = h("p", { class: "fu-where" });
  const day = h(
    "div",
    { class: "fu-keys" },
    h("span", { class: "hs-quiet" }, "All blank boxes of the day:"),
    ...OF_DAY.map(press),
  );
  const help = h(
    "p",
    { class: "hs-quiet fu-help" },
    "Arrows move, Enter goes on down the day. What stays blank is not logged.",
  );
  const bar = { class: "fu-keypad", role: "group", "aria-label": "Keys of the sheet" };
  const node = h("div", bar, h("div", { class: "fu-now" }, where), ...Object.values(groups), day, help);
  /** @param {Box | null} box */
  const draw = (box) => {
    where.textContent = box ? `${box.spoken}${box.closed && `: ${box.closed}`}` : "";
    for (const [kind, group] of Object.entries(groups)) group.hidden = kind !== box?.kind;
    day.hidden = box?.kind === "note";
  };
  return { node, draw };
}
