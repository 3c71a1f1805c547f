// The plan in hand used again: as a template of her own, or for another patient. Nothing goes along that is the first one's.
import { atForm } from "../shared/asked.js";
import { button, field, h } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { sentOf } from "../shared/fingers.js";
import { unsent } from "../shared/unsent.js";

/** @import { Asker } from "../shared/asked.js" */
/** @import { Send } from "./hands.js" */
/** @import { TextShown, Wish, Work } from "./messages.js" */
/** @typedef {{ keep: string[], sides: boolean }} Along */

const CARRIED =
  "Goes along: the exercises with their doses, days and limits, and the words that you tick. Stays here: the patient's label, conditions, what is at home, what matters to them, the red-flag screen, dates, pauses, and every answer to a finding.";

/** @param {Send} send */
export function againPart(send) {
  const mine = formPart({
    title: "Keep as my template",
    asks: "What you call it",
    act: "Keep as my template",
    done: "It stands first on the start page now.",
    wish: (name, along) => ({ do: "keep_template", name, ...along }),
    send,
  });
  const other = formPart({
    title: "This plan for another patient",
    asks: "The other patient’s label",
    act: "Begin their plan",
    done: "",
    wish: (patient, along) => ({ do: "for_another", patient, ...along }),
    send,
  });
  const node = h("section", { class: "hs-part-of-aside", "aria-label": "Use it again" }, mine.node, other.node);
  /** @param {Work} view */
  const draw = (view) => {
    node.hidden = !view.plan.items.length;
    mine.draw(view);
    other.draw(view);
  };
  return { node, draw };
}

/**
 * One way to use it again, folded until it is asked for.
 * @param {object} how
 * @param {string} how.title
 * @param {string} how.asks
 * @param {string} how.act
 * @param {string} how.done
 * @param {(name: string, along: Along) => Wish} how.wish
 * @param {(wish: Wish, asker: Asker) => void} how.send
 */
function formPart({ title, asks, act, done, wish, send }) {
  const name = h("input", { type: "text", autocomplete: "off" });
  const sides = h("input", { type: "checkbox" });
  const texts = h("div", { class: "hs-texts" });
  const said = h("p", { class: "hs-quiet", role: "status" });
  const names = { template: "", "template, name": "The name", "new plan, patient": "The label" };
  let sent = sentOf(name);
  const taken = () => {
    said.textContent = done;
    if (!sent.stands()) return; // another name is being typed by now
    draft.drop();
    name.value = "";
  };
  const told = atForm(names, taken, { "template, name": name });
  const go = () => {
    /** @type {NodeListOf<HTMLInputElement>} */
    const ticked = texts.querySelectorAll("input:checked");
    const keep = [...ticked].map((box) => box.value);
    said.textContent = "";
    sent = sentOf(name);
    send(wish(name.value, { keep, sides: sides.checked }), told.asker);
  };
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    go();
  };
  const form = h(
    "form",
    { class: "hs-again", onsubmit: submit },
    field(asks, name),
    h("label", { class: "hs-check" }, sides, h("span", {}, "Left and right stay as they are here")),
    texts,
    h("p", { class: "hs-quiet" }, CARRIED),
    told.node,
    h("div", { class: "hs-tools" }, button(act, go, { class: "hs-first" })),
    said,
  );
  const draft = unsent(form, { name, sides });
  const unfolded = () => {
    drawTexts(node.open ? asked : []); // folded, nothing of it is there
    if (!node.open) told.clear(); // what is said of a form is not said again when it is opened anew
    if (!node.open || resumed) return;
    name.focus({ preventScroll: true });
    const panel = node.closest(".hs-aside-body"); // only the panel scrolls, not the page around it
    if (panel) panel.scrollTop += node.getBoundingClientRect().top - panel.getBoundingClientRect().top;
  };
  const node = h("details", { class: "hs-more", ontoggle: unfolded }, h("summary", {}, title), form);
  const drawTexts = whenNew((/** @type {readonly TextShown[]} */ all) =>
    texts.replaceChildren(...(all.length ? [textsField(all)] : [])),
  );
  /** @type {readonly TextShown[]} */
  let asked = [];
  let code = "";
  let resumed = false; // it is open by itself, with what was typed before a reload
  /** @param {Work} view */
  const draw = ({ plan, texts: all }) => {
    if (plan.code !== code) {
      name.value = said.textContent = "";
      sides.checked = false;
      told.clear();
      node.open = resumed = draft.about(`${title}, ${plan.code}`);
    }
    code = plan.code;
    asked = all;
    drawTexts(node.open ? asked : []);
  };
  return { node, draw };
}

/** @param {readonly TextShown[]} all */
function textsField(all) {
  const rows = all.map(({ key, where, text, names, known }) => {
    const box = h("input", { type: "checkbox", value: key, disabled: names, checked: known && !names });
    const held = names ? " It holds the patient’s label, and stays here." : "";
    return h("label", { class: "hs-check" }, box, h("span", {}, h("b", {}, `${where}: `), text, held));
  });
  const legend = h("legend", {}, "Your own words: tick what names nobody and fits others");
  return h("fieldset", { class: "hs-texts-of" }, legend, ...rows);
}
