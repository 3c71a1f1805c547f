// The diaries in one line: how far they are back, what came in, and the ways to bring more. The list of what came in is
// opened when it is asked for. Without a patient in hand, the line says how files are brought in.
import { button, fresh, h } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";

/** @import { Send } from "./hands.js" */
/** @import { Chosen, FileShown } from "./messages.js" */
/** @typedef {ReturnType<typeof import("./drop.js").dropZone>} Zone */

/**
 * @param {Send} send
 * @param {Zone} zone
 * @param {HTMLElement} typing opens the sheet
 */
export function diariesPanel(send, zone, typing) {
  const id = `fu-files-${fresh()}`;
  const state = h("p", {});
  const waits = h("p", { class: "fu-waits" });
  const list = h("ul", { id, class: "fu-files", "aria-label": "What came in before", hidden: true });
  const props = { class: "hs-plain hs-small fu-count", "aria-expanded": "false", "aria-controls": id };
  const count = button("", () => open(list.hasAttribute("hidden")), props);
  const tools = h("div", { class: "hs-tools" }, zone.opener, typing);
  const line = h("div", { class: "fu-line" }, state, waits, count, zone.lead, tools);
  const node = h("section", { class: "fu-diaries" }, line, zone.said, list);
  /** @param {boolean} is */
  const open = (is) => {
    list.hidden = !is;
    count.setAttribute("aria-expanded", String(is));
  };
  const drawFiles = whenNew((/** @type {readonly FileShown[]} */ files) => {
    count.textContent = `Came in: ${files.length}`;
    list.replaceChildren(...files.map((file) => fileRow(file, send)));
  });
  let whose = "";
  /** @param {Chosen | null} chosen */
  const draw = (chosen) => {
    const { diary = "", waits: since = "", files = [] } = chosen ?? {};
    if (whose !== (chosen?.code ?? "")) open(false);
    whose = chosen?.code ?? "";
    state.textContent = diary && `${diary}.`;
    waits.textContent = since && `${files.length ? "None" : "Waited for"} since ${short(since)}`;
    state.hidden = !diary;
    waits.hidden = !since;
    count.hidden = !files.length;
    if (!files.length) open(false);
    drawFiles(files);
    zone.draw(files.length > 0);
    node.setAttribute("aria-label", chosen ? "Diaries" : "Bring diaries in");
  };
  return { node, draw };
}

/**
 * 10 November 2026 as 10 Nov 2026: the line has to fit.
 * @param {string} day
 */
function short(day) {
  return day.replace(/(\p{L}{3})\p{L}+/u, "$1");
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
