// The diaries of the patient in hand: how far they are back, what came in, and how it is taken back.
import { button, h } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";

/** @import { Send } from "./hands.js" */
/** @import { Chosen, FileShown } from "./messages.js" */

/** @param {Send} send */
export function diariesPanel(send) {
  const state = h("p", {});
  const waits = h("p", { class: "fu-waits" });
  const list = h("ul", { class: "fu-files", "aria-label": "What came in before" });
  const node = h(
    "section",
    { class: "hs-panel fu-diaries", "aria-label": "Diaries" },
    h("h2", {}, "Diaries"),
    state,
    waits,
    list,
  );
  const drawFiles = whenNew((/** @type {readonly FileShown[]} */ files) =>
    list.replaceChildren(...files.map((file) => fileRow(file, send))),
  );
  /** @param {Chosen} chosen */
  const draw = ({ diary, waits: since, files }) => {
    state.textContent = `${diary}.`;
    waits.textContent = since ? `The days since ${since} have no diary.` : "";
    waits.hidden = !since;
    list.hidden = !files.length;
    drawFiles(files);
  };
  return { node, draw };
}

/**
 * Taking back asks once more: what was typed is in no file to be brought in again.
 * @param {FileShown} file
 * @param {Send} send
 */
function fileRow({ number, name, at, said, undone }, send) {
  const text = h("div", {}, h("p", {}, h("b", {}, name)), h("p", { class: "hs-quiet" }, `${at} · ${said}`));
  if (undone) {
    text.append(h("p", { class: "hs-quiet" }, `Undone ${undone}.`));
    return h("li", { class: "fu-undone" }, text);
  }
  const acts = h("div", { class: "hs-tools" });
  const ask = () => {
    const keep = button("Keep it", rest, { class: "hs-small" });
    const go = button("Yes, undo", () => send({ do: "undo", number }), { class: "hs-small" });
    acts.replaceChildren(h("span", {}, "Its rows will count no longer."), go, keep);
    keep.focus();
  };
  const rest = () => {
    const undo = button("Undo", ask, { class: "hs-small", "aria-label": `Undo ${name}` });
    const had = acts.contains(document.activeElement);
    acts.replaceChildren(undo);
    if (had) undo.focus();
  };
  rest();
  return h("li", {}, text, acts);
}
