// The filters above the table, and the day as of which it is drawn.
import { button, field, h } from "../shared/controls.js";
import { dayField } from "../shared/day.js";
import { CHIPS } from "./wanted.js";

/** @import { Wanted } from "./hands.js" */
/** @import { View, Wish } from "./messages.js" */

/**
 * @param {(wish: Wish) => void} send
 * @param {(wanted: Wanted) => void} want
 */
export function filtersPart(send, want) {
  /** @type {Set<string>} */
  const chosen = new Set();
  const tell = () => want({ words: words.value.trim(), chips: chosen });
  const words = h("input", { type: "search", autocomplete: "off", oninput: tell });
  const chips = CHIPS.map((chip) => ({ chip, node: chipOf(chip.name, chosen, tell) }));
  const day = dayField((value) => send(value ? { do: "as_of", day: value } : { do: "today" }));
  const today = button("Today", () => send({ do: "today" }));
  const node = h(
    "div",
    { class: "cl-filters", role: "search" },
    h(
      "div",
      { class: "hs-row" },
      field("Find a patient, a plan, a code or a reason", words),
      field("As of", day),
      today,
    ),
    h("div", { class: "hs-chips", role: "group", "aria-label": "Show only" }, ...chips.map((one) => one.node)),
  );
  /** @param {View} view */
  const draw = (view) => {
    day.value = view.as_of;
    today.hidden = view.as_of === view.today;
    for (const { chip, node: press } of chips) {
      const n = view.cases.filter(chip.fits).length;
      press.textContent = `${chip.title}: ${n}`;
      press.disabled = !n && !chosen.has(chip.name);
    }
  };
  return { node, draw };
}

/** @param {string} name @param {Set<string>} chosen @param {() => void} tell */
function chipOf(name, chosen, tell) {
  const press = () => {
    const isOn = !chosen.delete(name);
    if (isOn) chosen.add(name);
    node.setAttribute("aria-pressed", String(isOn));
    tell();
  };
  const node = button("", press, { class: "hs-chip", "aria-pressed": "false" });
  return node;
}
