// Totals of other scores: each with its change, everything that was noted of it, and a form to note one.
import { button, choices, field, h, line } from "../shared/controls.js";
import { dayField } from "../shared/day.js";
import { whenNew } from "../shared/draw.js";
import { sentOf } from "../shared/fingers.js";
import { settleAll } from "../shared/refused.js";
import { foldsNarrow } from "./narrow.js";
import { scoreLine } from "./score_line.js";
import { atFields } from "./told_where.js";

/** @import { Send } from "./hands.js" */
/** @import { Entry, Matters, Offered, Total } from "./messages.js" */

const OTHER = "";
const PLACES = { name: "score, name", day: "score, day" }; // of faults; all others are of the total

/** @param {Send} send @param {(text: string, focus?: boolean) => void} say says how far it is kept */
export function totalsPart(send, say) {
  const none = h("p", { class: "hs-quiet" }, "No other score was noted yet.");
  const list = h("div", { class: "mt-lines" });
  const form = noteForm(send, say);
  const head = h("div", { class: "ms-head" }, h("h3", { tabindex: "-1" }, "Other scores"));
  const node = h("div", { class: "mt-totals" }, head, form.node, none, list);
  foldsNarrow(node, "Other scores");
  /** @param {Entry} entry @param {string} name */
  const undo = ({ number, total }, name) => {
    say("Saving…");
    send(
      { do: "undo_score", number },
      { refused: () => false, taken: () => say(`Taken back: ${name} ${total}.`, true) },
    );
  };
  const drawList = whenNew((/** @type {readonly Total[]} */ totals) => {
    none.hidden = Boolean(totals.length);
    list.replaceChildren(...totals.map((total) => totalPart(total, undo)));
  });
  /** @param {Matters} matters */
  const draw = (matters) => {
    drawList(matters.totals);
    form.draw(matters);
  };
  return { node, draw };
}

/** @param {Total} total @param {(entry: Entry, name: string) => void} undo */
function totalPart({ line: told, entries }, undo) {
  const rows = entries.map((entry) => {
    const { label, total, noted, gone } = entry;
    const what = h("b", {}, `${label}: ${total}`);
    if (gone)
      return h("li", { class: "mt-gone" }, h("p", {}, what), h("p", { class: "hs-quiet" }, `${noted}. ${gone}`));
    const props = { class: "hs-small", "aria-label": `Undo ${told.name} ${total} of ${label}` };
    const act = button("Undo", () => undo(entry, told.name), props);
    return h("li", {}, h("p", {}, what), h("p", { class: "hs-quiet" }, noted), act);
  });
  const node = scoreLine({ ...told });
  node.querySelector("details")?.remove(); // the entries are its table
  node.append(h("ul", { class: "mt-entries", "aria-label": `${told.name}: what was noted` }, ...rows));
  return node;
}

/**
 * What is said of the score that is chosen.
 * @param {readonly Offered[]} offered
 * @param {string} key
 */
export function aboutOf(offered, key) {
  const about = offered.find((one) => one.key === key)?.about;
  return about ? `${about}.` : "Any total, by a name of your own. No range and no band of change is known of it.";
}

/** @param {Send} send @param {(text: string) => void} say */
function noteForm(send, say) {
  let [code, today] = ["", ""];
  /** @type {readonly Offered[]} */
  let offered = [];
  const score = h("select", { onchange: () => chosen() }, ...choices([]));
  const name = line();
  const day = dayField(() => {});
  const total = h("input", { type: "text", inputmode: "decimal", autocomplete: "off", maxlength: 40 });
  const about = h("p", { class: "hs-quiet mt-about" });
  const called = field("Its name", name);
  const act = button("Note it", () => node.requestSubmit(), { class: "hs-add" });
  const fields = [field("Score", score), called, field("Day", day), field("Total", total)];
  const node = h("form", { class: "mt-form", "aria-label": "Note a total", onsubmit: submit }, ...fields, act, about);
  const chosen = () => {
    called.hidden = score.value !== OTHER;
    about.textContent = aboutOf(offered, score.value);
  };
  const controls = [score, name, day, total];

  /** @param {Event} event */
  function submit(event) {
    event.preventDefault();
    const what = score.value || name.value.trim();
    const said = `Noted: ${score.value ? score.selectedOptions[0]?.textContent : what} ${total.value.trim()}.`;
    say("Saving…");
    const sent = sentOf(total);
    const asker = atFields({
      controls: () => controls,
      fieldOf: (where) => (where === PLACES.name && !called.hidden ? name : where === PLACES.day ? day : total),
      refused: () => say("Not noted: see the field."),
      taken: () => {
        if (sent.stands()) total.value = "";
        say(said);
        total.focus();
      },
    });
    send({ do: "note_score", code, score: what, day: day.value, total: total.value }, asker);
  }

  /** @param {Matters} matters */
  const draw = (matters) => {
    if (code === matters.code && today === matters.today) return;
    [code, today, offered] = [matters.code, matters.today, matters.offered];
    settleAll(node);
    score.replaceChildren(
      ...choices([...offered.map((one) => /** @type {const} */ ([one.key, one.name])), OTHER_CHOICE]),
    );
    for (const control of [name, total]) control.value = "";
    day.value = today;
    chosen();
  };
  return { node, draw };
}

/** @type {readonly [string, string]} */
const OTHER_CHOICE = [OTHER, "Another score"];
