// One finding of the review, with what can be done about it: swap, give a reason, confirm, sign off.
import { atForm } from "../shared/asked.js";
import { button, field, h, line } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { icon, pill } from "../shared/icons.js";

/** @import { Me, Send } from "./hands.js" */
/** @import { AnswerShown, FindingShown, Named } from "./messages.js" */
/** @typedef {{ node: HTMLElement, draw: (finding: FindingShown, locked: boolean) => void }} Row */

/**
 * What a clinician can give to a finding: what opens the form, what it asks for, and what sends it.
 * @typedef {{ open: string, ask: string, give: string, given: string }} Asked
 */
/** @type {Record<FindingShown["asks"], Asked | null>} */
const ANSWERS = {
  "": null,
  reason: {
    open: "Keep it, with a reason…",
    ask: "Why it is right for this patient",
    give: "Keep it",
    given: "Kept",
  },
  confirmation: {
    open: "It is right: confirm…",
    ask: "How it is known",
    give: "Confirm it",
    given: "Confirmed",
  },
  "sign-off": {
    open: "Sign off…",
    ask: "Reason, in 10 letters or more",
    give: "Sign off",
    given: "Signed off",
  },
};

const NAMES = { by: "Your name", reason: "The reason" };

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
 * The form in which the clinician answers a finding. What is refused is told in it, and what was typed stays.
 * @param {FindingShown} first
 * @param {string} whose
 * @param {{ send: Send, me: Me }} hands
 */
function answerForm(first, whose, { send, me }) {
  const words = ANSWERS[first.asks];
  const change = button("", () => open(true), { "aria-expanded": "false" });
  const fields = answerFields(first.asks, words?.ask ?? "");
  const { reason, by, role } = fields;
  let now = first;
  /** @param {Event} event */
  const submit = (event) => {
    event.preventDefault();
    me.name = by.value;
    me.role = role.value || me.role;
    const said = { by: by.value, reason: reason.value, ...(first.asks === "sign-off" && { role: role.value }) };
    send({ do: "answer", key: now.key, ...said }, refusal.asker);
  };
  const cancel = () => {
    open(false);
    change.focus();
  };
  const refusal = atForm(NAMES, () => {
    if (!form.hidden) cancel();
  });
  const give = h("button", { type: "submit", class: "hs-first" }, words?.give ?? "");
  const row = h("div", { class: "hs-row" }, ...fields.nodes, give, button("Cancel", cancel));
  const form = h("form", { class: "hs-answering", hidden: true, onsubmit: submit }, row, refusal.node);
  /** @param {boolean} is */
  const open = (is) => {
    form.hidden = !is;
    change.hidden = is;
    change.setAttribute("aria-expanded", String(is));
    refusal.clear();
    if (!is) return;
    reason.value ||= now.answer?.said ?? "";
    by.value ||= now.answer?.by ?? me.name;
    role.value ||= now.answer?.role || me.role;
    reason.focus();
  };
  /** @type {Row["draw"]} */
  const draw = (finding, locked) => {
    now = finding;
    change.textContent = finding.answer ? "Change the answer…" : (words?.open ?? "");
    change.setAttribute("aria-label", `${change.textContent} ${whose}`);
    change.disabled = locked;
  };
  return { nodes: words ? [h("div", {}, change), form] : [], draw };
}

/**
 * A reason and a name, and for a sign-off the role of who signs.
 * @param {FindingShown["asks"]} asks
 * @param {string} ask
 */
function answerFields(asks, ask) {
  const reason = line();
  const by = line();
  const role = line();
  const nodes = [field(ask, reason, { class: "hs-field hs-grow" }), field("Your name", by)];
  if (asks === "sign-off") nodes.push(field("Role or registration", role));
  return { reason, by, role, nodes };
}

/**
 * @param {FindingShown} first
 * @param {string} whose
 * @param {{ send: Send, me: Me }} hands
 * @returns {Row}
 */
export function findingRow(first, whose, hands) {
  const what = h("p", { class: "hs-what" });
  const why = h("p", {});
  const mend = h("p", {});
  const source = h("p", { class: "hs-quiet" });
  const answer = h("p", { class: "hs-answer" });
  const swaps = h("div", { class: "hs-tools" });
  const form = answerForm(first, whose, hands);
  const text = h("div", { class: "hs-finding-text" }, what, why, mend, source, answer, swaps, ...form.nodes);
  const node = h("li", { class: "hs-finding", "data-level": first.level }, pill(first.level), text);
  /** @param {Named} one @param {FindingShown} finding @param {boolean} locked */
  const swap = (one, { item }, locked) => {
    const does = () => {
      if (item) hands.send({ do: "swap", item_id: item, exercise_id: one.id });
    };
    const label = `Swap for ${one.name}, in place of ${whose}`;
    const swaps = button(`Swap for ${one.name}`, does, { "aria-label": label });
    swaps.disabled = locked;
    return swaps;
  };
  const draw = whenNew((/** @type {FindingShown} */ finding, /** @type {boolean} */ locked) => {
    what.textContent = finding.what;
    why.textContent = finding.why;
    mend.textContent = finding.mend;
    source.textContent = `Source: ${finding.source}`;
    swaps.replaceChildren(...finding.swaps.map((one) => swap(one, finding, locked)));
    swaps.hidden = !finding.swaps.length;
    answer.hidden = !finding.answer;
    answer.replaceChildren(...(finding.answer ? answered(finding.asks, finding.answer) : []));
    form.draw(finding, locked);
  });
  return { node, draw };
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
 */
export function rowsByKey(list, make) {
  /** @type {Map<string, Made>} */
  const rows = new Map();
  let order = "";
  /** @param {readonly (readonly [key: string, thing: Thing])[]} things */
  return (things) => {
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
 * @param {{ send: Send, me: Me }} hands
 */
export function findingList(list, whose, hands) {
  const rows = rowsByKey(list, (/** @type {FindingShown} */ finding) => findingRow(finding, whose, hands));
  /** @param {readonly FindingShown[]} findings @param {boolean} locked */
  return (findings, locked) => {
    for (const [i, row] of rows(keyed(findings)).entries()) {
      const finding = findings[i];
      if (finding) row.draw(finding, locked);
    }
  };
}
