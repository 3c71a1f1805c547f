// The check of one exercise: its words, its default dose, the conditions that would flag it.
import { h } from "../shared/controls.js";
import { pill } from "../shared/icons.js";
import { numbered } from "../shared/numbers.js";
import { lines, linkTo, part } from "./parts.js";

/** @import { Go } from "./hands.js" */
/** @import { FindingTold, FlagTold, Inspection, Reading } from "./messages.js" */

/**
 * @param {Inspection} check
 * @param {Go} go
 */
export function checkOf(check, go) {
  return [
    part("Words of the patient's sheet", ...wordsOf(check.reading)),
    part("Default dose", ...doseOf(check)),
    part("Conditions", ...conditionsOf(check, go)),
    h("p", { class: "bs-banner" }, check.banner),
  ];
}

/** @param {Reading} reading */
function wordsOf(reading) {
  const judged = [reading.judged, reading.counts].filter(Boolean).join(" · ");
  const summary = h(
    "p",
    { class: "bs-line" },
    pill(reading.level, `School grade ${reading.grade}`),
    h("span", {}, judged),
  );
  const hard = hardOf(reading);
  const none = h("p", { class: "hs-quiet" }, "No long sentence, no long word, no word of the clinic.");
  return [summary, ...(hard.length ? hard : [none])];
}

/**
 * What makes the text hard.
 * @param {Reading} reading
 */
function hardOf({ long_sentences, most_words, jargon, long_words, stated }) {
  /** @param {string} title @param {Node} body */
  const block = (title, body) => h("div", {}, h("h4", {}, title), body);
  const hard = [];
  if (stated.length)
    hard.push(block("A dose or an address of its own: the plan says the dose", lines("bs-dots", stated)));
  if (long_sentences.length) {
    hard.push(block(`Sentences of more than ${most_words} words`, lines("bs-dots", long_sentences)));
  }
  if (jargon.length) {
    const rows = jargon.map(([word, plain]) => h("li", {}, h("b", {}, word), ` – say “${plain}”`));
    hard.push(block("Words of the clinic", h("ul", { class: "bs-dots" }, ...rows)));
  }
  if (long_words.length) hard.push(block("Long words", h("p", {}, long_words.join(", "))));
  return hard;
}

/** @param {Inspection} check */
function doseOf({ open_dose, dose, nothing }) {
  if (open_dose) {
    return [h("p", {}, "The dose is not filled in yet, so that there is nothing to hold against the limits.")];
  }
  if (!dose.length) return [h("p", { class: "bs-line" }, pill("OK", "Within the limits"), h("span", {}, nothing))];
  /** @param {FindingTold} f */
  const row = (f) => {
    const text = h("p", {}, h("b", {}, f.what), ` ${f.why}`);
    return h("li", {}, pill(f.level), h("div", {}, text, h("p", { class: "bs-why" }, `${f.mend} ${f.source}`)));
  };
  return [h("ul", { class: "bs-flags" }, ...dose.map(row))];
}

/** @param {Inspection} check @param {Go} go */
function conditionsOf({ conditions: { flags, holds, rest, all }, region, open_tags, nothing }, go) {
  const how = `All ${all} conditions, each as if it held from today on the working side (region: ${region}).`;
  const open = "Its movement tags are not filled in, so that most conditions cannot be matched yet.";
  const shown = flags.length
    ? h("ul", { class: "bs-flags" }, ...flags.map((flag) => flagRow(flag, go)))
    : h("p", {}, nothing);
  const held = `${numbered(holds.length, "condition stops", "conditions stop")} any plan until a named sign-off`;
  const unmatched = `${numbered(rest.length, "condition")}: no rule matched, which is no proof of safety`;
  return [
    h("p", { class: "hs-quiet" }, how),
    ...(open_tags ? [h("p", { class: "bs-note" }, open)] : []),
    shown,
    ...(holds.length ? [folded(held, holds)] : []),
    ...(rest.length ? [folded(unmatched, rest)] : []),
  ];
}

/** @param {FlagTold} flag @param {Go} go */
function flagRow(flag, go) {
  const swaps = flag.swaps.flatMap((s, i) => [i ? ", " : "", linkTo(s.id, s.name, go)]);
  const text = h(
    "div",
    {},
    h("p", {}, h("b", {}, flag.name), flag.what ? `: ${flag.what}` : ""),
    h("p", {}, flag.why),
    flag.alone ? h("p", {}, h("b", {}, `Without fixed support: ${flag.alone.toLowerCase()}.`)) : "",
    swaps.length ? h("p", {}, "Instead: ", ...swaps) : "",
    h("p", { class: "bs-why" }, flag.source),
  );
  return h("li", {}, pill(flag.level), text);
}

/** @param {string} title @param {readonly string[]} names */
function folded(title, names) {
  return h("details", { class: "bs-more" }, h("summary", {}, title), lines("bs-dots", names));
}
