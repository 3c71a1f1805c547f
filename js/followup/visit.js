// How well her activities go today, asked at the visit: boxes that write into the same diary as the sheet does.
import { button, field, h, line } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { settleAll } from "../shared/refused.js";
import { atFields } from "./told_where.js";

/** @import { Send } from "./hands.js" */
/** @import { Asked, TypedAnswer, Visit } from "./messages.js" */
/** @typedef {{ asked: Asked, input: HTMLInputElement }} Box */

/**
 * What is new in the boxes, as answers of a day.
 * @param {string} day
 * @param {readonly { asked: Asked, text: string }[]} boxes
 * @returns {TypedAnswer[]}
 */
export function newScores(day, boxes) {
  return boxes
    .filter(({ asked, text }) => text.trim() !== asked.was)
    .map(({ asked, text }) => ({
      ...{ day, column: asked.column, text: text.trim(), was: asked.was },
      ...{ item_id: "", side: "", slot: 1 },
    }));
}

/** @param {Send} send @param {(text: string) => void} say says how far it is kept */
export function visitPart(send, say) {
  const title = h("h3", {});
  const closed = h("p", { class: "hs-quiet" });
  const place = h("div", { class: "mt-fields" });
  const by = line();
  const whose = field("Asked by", by);
  const keep = button("Keep these scores", () => form.requestSubmit(), { class: "hs-add" });
  const form = h("form", { class: "mt-form", onsubmit: submit }, place, whose, keep);
  const node = h("div", { class: "mt-visit" }, title, closed, form);
  /** @type {Box[]} */
  let boxes = [];
  let [code, day, version] = ["", "", 0];

  /** @param {Event} event */
  function submit(event) {
    event.preventDefault();
    const typed = newScores(
      day,
      boxes.map(({ asked, input }) => ({ asked, text: input.value })),
    );
    if (!typed.length) {
      say("Nothing new to keep.");
      return;
    }
    say("Saving…");
    send({ do: "type", code, version, by: by.value, typed }, asker);
  }
  const asker = atFields({
    controls: () => [by, ...boxes.map(({ input }) => input)],
    // a fault says "activity 2", as people read it
    fieldOf: (where) => boxes.find(({ asked }) => where.endsWith(asked.column.replace("_", " ")))?.input ?? by,
    refused: () => say("Not saved: see the field."),
    taken: () => say("Saved in the diary."),
  });

  const draw = whenNew((/** @type {string} */ whoseCode, /** @type {Visit} */ visit, /** @type {string} */ who) => {
    const isSame = code === whoseCode && day === visit.day && sameAsked(boxes, visit.asked);
    [code, day, version] = [whoseCode, visit.day, visit.version];
    title.textContent = visit.label ? `Asked today, ${visit.label}` : "Asked today";
    closed.textContent = visit.closed;
    closed.hidden = !visit.closed;
    form.hidden = !visit.asked.length;
    node.hidden = !visit.asked.length && !visit.closed;
    if (isSame) {
      boxes.forEach((box, n) => {
        renew(box, visit.asked[n] ?? box.asked);
      });
      return;
    }
    settleAll(form);
    by.value = who;
    boxes = visit.asked.map((asked) => ({ asked, input: boxOf(asked) }));
    place.replaceChildren(...boxes.map(({ asked, input }) => field(`${asked.name}, 0 to 10`, input)));
  });
  return { node, draw };
}

/** @param {Asked} asked */
function boxOf({ was }) {
  const input = h("input", { type: "text", inputmode: "numeric", autocomplete: "off", maxlength: 20 });
  input.value = was;
  return input;
}

/** @param {readonly Box[]} boxes @param {readonly Asked[]} asked */
function sameAsked(boxes, asked) {
  return (
    boxes.length === asked.length &&
    boxes.every((box, n) => box.asked.column === asked[n]?.column && box.asked.name === asked[n]?.name)
  );
}

/**
 * What stands in the diary by now; what is half typed over it stays.
 * @param {Box} box
 * @param {Asked} now
 */
function renew(box, now) {
  if (box.input.value === box.asked.was) box.input.value = now.was;
  box.asked = now;
}
