// What came of the files brought in last: what cannot wait on top, then each file in words, and row by row.
import { button, h, told } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { numbered } from "../shared/numbers.js";

/** @import { Send } from "./hands.js" */
/** @import { Brought, BroughtFile, RefusedRow } from "./messages.js" */

/** @param {Send} send */
export function broughtPanel(send) {
  const node = h("section", {
    class: "hs-panel fu-brought",
    "aria-label": "What came in",
    tabindex: "-1",
    hidden: true,
  });
  const draw = whenNew((/** @type {Brought} */ { alarms, more_alarms, files }) => {
    node.hidden = !files.length;
    if (!files.length) return;
    node.replaceChildren(
      h("h2", {}, "What came in"),
      ...alarmPart(alarms, more_alarms),
      ...files.map((file) => filePart(file, send)),
    );
    node.focus({ preventScroll: true });
    node.scrollIntoView({ block: "nearest" });
  });
  return { node, draw };
}

/** @param {Brought["alarms"]} alarms @param {number} more */
function alarmPart(alarms, more) {
  if (!alarms.length) return [];
  const rest = more ? [h("p", {}, `And ${more} more.`)] : [];
  const title = h("h3", {}, numbered(alarms.length + more, "entry that cannot wait", "entries that cannot wait"));
  return [h("div", { class: "fu-alarms", role: "alert" }, title, ...told(alarms, "fu-alarm"), ...rest)];
}

/** @param {BroughtFile} file @param {Send} send */
function filePart(file, send) {
  const { number, name, said, rejects, corrections, faults, more } = file;
  const undo = () => number && send({ do: "undo", number });
  const undoes = number
    ? [button("Undo this import", undo, { class: "hs-small", "aria-label": `Undo the import of ${name}` })]
    : [];
  const left = (/** @type {string} */ kind) => more[kind] ?? 0;
  return h(
    "div",
    { class: "fu-file" },
    h("div", { class: "hs-head" }, h("h3", {}, name), ...undoes),
    h("ul", { class: "fu-said" }, ...said.map((text) => h("li", {}, text))),
    ...part("row refused", "rows refused", rejects.map(rejectRow), left("rejects"), true),
    ...part(
      "correction",
      "corrections",
      corrections.map((text) => h("li", {}, text)),
      left("corrections"),
      true,
    ),
    ...part("thing to look at", "things to look at", faults.map(faultRow), left("faults"), !number),
  );
}

/**
 * A list that folds, with how many there are in all.
 * @param {string} one
 * @param {string} many
 * @param {readonly HTMLElement[]} rows
 * @param {number} more
 * @param {boolean} open
 */
function part(one, many, rows, more, open) {
  if (!rows.length) return [];
  const rest = more > 0 ? [h("li", { class: "hs-quiet" }, `And ${more} more.`)] : [];
  const title = h("summary", {}, numbered(rows.length + Math.max(0, more), one, many));
  return [h("details", { class: "fu-part", open }, title, h("ul", {}, ...rows, ...rest))];
}

/** @param {RefusedRow} refused */
function rejectRow({ row, why, cells }) {
  const line = cells.length ? [h("p", { class: "fu-cells" }, cells.join(" | "))] : [];
  return h("li", {}, h("p", {}, h("b", {}, `Row ${row}`), ` ${why}`), ...line);
}

/** @param {BroughtFile["faults"][number]} fault */
function faultRow({ where, what, mend }) {
  return h("li", {}, h("b", {}, where), ` ${what} ${mend}`);
}
