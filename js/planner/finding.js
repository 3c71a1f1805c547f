// One finding of the review: what, why, by which source, what mends it, and the clinician's answer.
import { button, h } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { icon, pill } from "../shared/icons.js";
import { ANSWERS, answerForm } from "./answering.js";
import { TO_WRONG } from "./issued.js";
import { mendsPart } from "./mending.js";

/** @import { Hands } from "./hands.js" */
/** @import { AnswerShown, FindingShown } from "./messages.js" */
/** @typedef {Pick<Hands, "send" | "me" | "mends" | "patient" | "lead" | "code">} FindingHands */
/** @typedef {{ node: HTMLElement, draw: (finding: FindingShown, locked: boolean) => void, ask: () => void }} Row */

/**
 * Findings with a key of their own each, since one can stand there twice.
 * @template {{ key: string }} Finding
 * @param {readonly Finding[]} findings
 * @returns {[key: string, finding: Finding][]}
 */
export function keyed(findings) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  return findings.map((finding) => {
    const n = (seen.get(finding.key) ?? 0) + 1;
    seen.set(finding.key, n);
    return [`${n} ${finding.key}`, finding];
  });
}

/**
 * Who answered, and how.
 * @param {{ asks: FindingShown["asks"], answer: AnswerShown }} finding
 */
export function answeredBy({ asks, answer }) {
  const by = [answer.by, answer.role, answer.on].filter(Boolean).join(", ");
  const carried = answer.carried_from ? `, carried from version ${answer.carried_from}` : "";
  return `${ANSWERS[asks]?.given ?? "Answered"} by ${by}${carried}.`;
}

/**
 * @param {FindingShown} first
 * @param {string} whose
 * @param {FindingHands} hands
 * @returns {Row}
 */
export function findingRow(first, whose, hands) {
  const what = h("p", { class: "hs-what" });
  const why = h("p", {});
  const mend = h("p", {});
  const source = h("p", { class: "hs-quiet" });
  const answer = h("p", { class: "hs-answer" });
  const mends = mendsPart(first, whose, hands);
  const form = answerForm(first, whose, hands);
  const opens = button("", () => (to === "patient" ? hands.patient() : hands.lead(to)), { class: "hs-small" });
  /** @type {FindingShown["opens"]} */
  let to = "";
  const text = h(
    "div",
    { class: "hs-finding-text" },
    what,
    why,
    mend,
    source,
    answer,
    opens,
    ...form.nodes,
    mends.node,
  );
  const node = h("li", { class: "hs-finding", "data-level": first.level }, pill(first.level), text);
  const draw = whenNew((/** @type {FindingShown} */ finding, /** @type {boolean} */ locked) => {
    what.textContent = finding.what;
    why.textContent = finding.why;
    mend.textContent = finding.mend;
    source.textContent = `Source: ${finding.source}`;
    to = finding.opens;
    opens.hidden = locked || !to;
    if (to) opens.textContent = to === "patient" ? "Patient and conditions…" : TO_WRONG[to];
    answer.hidden = !finding.answer;
    answer.replaceChildren(...(finding.answer ? answered(finding.asks, finding.answer) : []));
    mends.draw(finding, locked);
    form.draw(finding, locked);
  });
  return { node, draw, ask: mends.ask };
}

/** @param {FindingShown["asks"]} asks @param {AnswerShown} answer */
function answered(asks, answer) {
  const words = h("span", {}, h("b", {}, answeredBy({ asks, answer })), answer.said ? ` ${answer.said}` : "");
  return [icon("OK"), words];
}

/**
 * Rows by key, in the order given; a row that stays keeps its place in the page, and what is typed into it.
 * @template Thing
 * @template {{ node: HTMLElement }} Made
 * @param {HTMLElement} list
 * @param {(thing: Thing) => Made} make
 * @param {() => string} code of the plan in hand: what was typed for another patient does not stay
 */
export function rowsByKey(list, make, code) {
  /** @type {Map<string, Made>} */
  const rows = new Map();
  let order = "";
  let whose = "";
  /** @param {readonly (readonly [key: string, thing: Thing])[]} things */
  return (things) => {
    if (whose !== code()) {
      rows.clear();
      order = "";
    }
    whose = code();
    const keys = things.map(([key]) => key);
    const made = things.map(([key, thing]) => {
      const row = rows.get(key) ?? make(thing);
      rows.set(key, row);
      return row;
    });
    const now = JSON.stringify(keys);
    if (now === order) return made;
    order = now;
    const stays = new Set(keys);
    for (const key of [...rows.keys()]) if (!stays.has(key)) rows.delete(key);
    list.replaceChildren(...made.map((row) => row.node));
    return made;
  };
}

/**
 * @param {HTMLElement} list
 * @param {string} whose
 * @param {FindingHands} hands
 */
export function findingList(list, whose, hands) {
  const rows = rowsByKey(list, (/** @type {FindingShown} */ finding) => findingRow(finding, whose, hands), hands.code);
  /** @type {readonly Row[]} */
  let now = [];
  /** @param {readonly FindingShown[]} findings @param {boolean} locked */
  const fill = (findings, locked) => {
    now = rows(keyed(findings));
    for (const [i, row] of now.entries()) {
      const finding = findings[i];
      if (finding) row.draw(finding, locked);
    }
  };
  const ask = () => {
    for (const row of now) row.ask();
  };
  return { fill, ask };
}
