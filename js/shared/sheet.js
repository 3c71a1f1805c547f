// An exercise as its patient reads it: what the handout prints of it.
import { h } from "./controls.js";

/** @import { Sheet } from "../library/messages.js" */

/** @param {Sheet} sheet @returns {Node[]} */
export function printed(sheet) {
  const pictures = sheet.pictures.map((p) => h("figure", {}, h("img", { src: p.src, alt: p.alt })));
  const table = sheet.table.map(([term, value]) => h("div", {}, h("dt", {}, term), h("dd", {}, value)));
  const steps = h("ol", {}, ...sheet.steps.map((step) => h("li", {}, step)));
  const asides = sheet.asides.map((aside) =>
    h(
      "div",
      { class: "bs-aside" },
      h("h4", {}, aside.title),
      h("ul", {}, ...aside.lines.map((line) => h("li", {}, line))),
    ),
  );
  return [
    h("h3", {}, sheet.name),
    ...(pictures.length ? [h("div", { class: "bs-pictures" }, ...pictures)] : []),
    h("p", { class: "bs-dose" }, sheet.dose.join(" ")),
    h("dl", { class: "bs-table", "aria-label": sheet.dose_title }, ...table),
    h(
      "div",
      { class: "bs-columns" },
      h("div", { class: "bs-steps" }, h("h4", {}, sheet.steps_title), steps),
      h("div", { class: "bs-asides" }, ...asides),
    ),
    ...(sheet.licence ? [h("p", { class: "bs-licence" }, sheet.licence)] : []),
  ];
}
