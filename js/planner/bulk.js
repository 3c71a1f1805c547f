// The selected rows set together, in the place of the head of the plan. What one of them cannot take is told.
import { marked } from "../shared/asked.js";
import { button, choices, fresh, h, told } from "../shared/controls.js";
import { numbered } from "../shared/numbers.js";
import { daysOf, picks } from "./dayspick.js";
import { presetPick } from "./presets.js";
import { writtenDose, writtenNumber, writtenSeconds } from "./shorthand.js";
import { sidePick } from "./sidepick.js";

/** @import { Asker } from "../shared/asked.js" */
/** @import { Control } from "../shared/refused.js" */
/** @import { Send } from "./hands.js" */
/** @import { Changes } from "./messages.js" */

/** @type {readonly (readonly [name: "sets" | "reps" | "hold_s" | "rest_s", text: string])[]} */
const NUMBERS = [
  ["sets", "Sets"],
  ["reps", "Times"],
  ["hold_s", "Hold"],
  ["rest_s", "Rest"],
];

/**
 * What a number typed for all means; null where it is none.
 * @param {"sets" | "reps" | "hold_s" | "rest_s"} name
 * @param {string} text
 * @returns {Changes | null}
 */
export function changesOf(name, text) {
  const dose = writtenDose(text);
  if (dose) return { dose };
  const n = name === "sets" || name === "reps" ? writtenNumber(text) : writtenSeconds(text, "s");
  return n === null ? null : { [name]: n };
}

/**
 * @param {Send} send
 * @param {{ chosen: () => readonly string[], choose: (all: boolean) => void, back: () => void }} acts `back` brings the keyboard to the rows
 */
export function bulkBar(send, { chosen, choose, back }) {
  const all = h("input", { type: "checkbox", id: `hs-all-${fresh()}`, onchange: () => choose(all.checked) });
  const every = h("label", { class: "hs-check hs-every" }, all, h("span", {}, "All"));
  const count = h("b", { role: "status" });
  const refusal = refusalPart();
  /** @param {Changes} changes @param {Control} [control] that asked for them */
  const set = (changes, control) => {
    refusal.clear();
    send({ do: "adjust_all", item_ids: [...chosen()], changes }, refusal.asker(control));
  };
  const sides = sidePick("all selected", (side) => set({ sides: side }));
  const named = { "aria-label": "Days, all selected" };
  const days = h("select", named, ...choices([["", "Days…"], ...picks({ weekdays: null, days_a_week: 7 })]));
  days.addEventListener("change", () => {
    if (days.value) set(daysOf(days.value), days);
  });
  const dose = presetPick((preset) => set({ dose: preset }));
  const numbers = NUMBERS.map((one) => numberField(one, set));
  const remove = () => {
    send({ do: "remove_all", item_ids: [...chosen()] });
    back();
  };
  const away = button("Remove", remove, { class: "hs-small", "aria-label": "Remove all selected" });
  /** No row is selected any more; gives whether one was. */
  const close = () => {
    const was = !node.hidden;
    const inside = node.contains(document.activeElement);
    choose(false);
    if (was && inside) back();
    return was;
  };
  const done = button("✕", close, {
    class: "hs-icon",
    "aria-label": "Select none",
    title: "Select none (Esc)",
  });
  const tools = h("div", { class: "hs-bulk-tools" }, count, sides.node, days, dose.node, ...numbers, away, done);
  const named2 = { class: "hs-bulk", role: "group", "aria-label": "All selected exercises", hidden: true };
  const node = h("div", named2, tools, refusal.node);
  /** @param {number} n how many are selected @param {number} of @param {boolean} locked @param {readonly string[]} presets */
  const draw = (n, of, locked, presets) => {
    node.hidden = n === 0;
    dose.draw(presets);
    every.hidden = of === 0 || locked;
    all.checked = n > 0 && n === of;
    all.indeterminate = n > 0 && n < of;
    count.textContent = n ? `${n} selected` : "";
    if (n === 0) {
      refusal.clear();
      days.value = dose.node.value = "";
      sides.draw(null, false);
      for (const input of node.querySelectorAll("input")) if (input.type === "text") input.value = "";
    }
    away.title = `Remove ${numbered(n, "exercise")}`;
  };
  return { node, every, draw, close };
}

/** What none of the rows could take, under their names. */
function refusalPart() {
  const node = h("div", { class: "hs-fault", role: "alert", id: `hs-bulk-fault-${fresh()}` });
  const marks = marked(node.id);
  const clear = () => {
    node.replaceChildren();
    marks.clear();
  };
  /** @param {Control | undefined} control @returns {Asker} */
  const asker = (control) => ({
    refused: (faults) => {
      marks.put([control]);
      node.replaceChildren(
        ...told(
          faults.map((fault) => ({ where: "", ...fault })),
          "hs-bulk-fault",
        ),
      );
      return node.isConnected;
    },
    taken: clear,
  });
  return { node, clear, asker };
}

/**
 * @param {(typeof NUMBERS)[number]} number
 * @param {(changes: Changes, control: Control) => void} set
 */
function numberField([name, text], set) {
  const input = h("input", {
    type: "text",
    inputmode: "numeric",
    autocomplete: "off",
    "aria-label": `${text}, all selected`,
    "data-field": name,
  });
  input.addEventListener("change", () => {
    const changes = changesOf(name, input.value);
    if (changes) set(changes, input);
    else input.value = "";
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    event.stopPropagation();
    input.dispatchEvent(new Event("change"));
    input.select();
  });
  return h("label", { class: "hs-bulk-number" }, h("span", { "aria-hidden": "true" }, text), input);
}
