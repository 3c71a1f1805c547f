// The clinician's answer to a finding in one line: the reason, and Enter. Who answers is known from last time.
import { atForm } from "../shared/asked.js";
import { button, field, h, line } from "../shared/controls.js";
import { sentOf } from "../shared/fingers.js";
import { unsent } from "../shared/unsent.js";

/** @import { Me, Send } from "./hands.js" */
/** @import { FindingShown } from "./messages.js" */

/**
 * What a clinician can give to a finding: what opens the form, what it asks for, and what sends it.
 * @typedef {{ open: string, ask: string, give: string, given: string }} Asked
 */
/** @type {Readonly<Record<FindingShown["asks"], Asked | null>>} */
export const ANSWERS = {
  "": null,
  reason: {
    open: "Keep it, with a reason…",
    ask: "Why it is right for this patient",
    give: "Keep it",
    given: "Kept",
  },
  confirmation: {
    open: "Confirm it as written…",
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
 * Who answers, as one reads it: "as A. Physio, physiotherapist".
 * @param {Me} me
 * @param {boolean} signs whether the role is asked for
 */
export function asWhom({ name, role }, signs) {
  return `as ${[name, signs ? role : ""].filter(Boolean).join(", ")}`;
}

/**
 * The form in which the clinician answers a finding. What is refused is told in it, and what was typed stays.
 * @param {FindingShown} first
 * @param {string} whose
 * @param {{ send: Send, me: Me, code: () => string }} hands
 */
export function answerForm(first, whose, { send, me, code }) {
  const words = ANSWERS[first.asks];
  const signs = first.asks === "sign-off";
  const change = button("", () => open(true), { "aria-expanded": "false" });
  const reason = line();
  const who = whoPart(me, signs);
  let now = first;
  /** @param {Event} event */
  const submit = (event) => {
    event.preventDefault();
    const { name, role } = who.take();
    sent = sentOf(reason);
    send({ do: "answer", key: now.key, by: name, reason: reason.value, ...(signs && { role }) }, refusal.asker);
  };
  const cancel = () => {
    draft.drop();
    open(false);
    change.focus();
  };
  let sent = sentOf(reason);
  const refusal = atForm(
    NAMES,
    () => {
      if (!sent.stands()) return; // it is put in other words by now
      draft.drop();
      if (!form.hidden) cancel();
    },
    { reason, ...who.controls },
  );
  const give = h("button", { type: "submit", class: "hs-first" }, words?.give ?? "");
  const asks = field(words?.ask ?? "", reason, { class: "hs-field hs-grow" });
  const row = h("div", { class: "hs-row" }, asks, ...who.fields, give, button("Cancel", cancel));
  const form = h("form", { class: "hs-answering", hidden: true, onsubmit: submit }, row, who.node, refusal.node);
  const draft = unsent(form, { reason });
  onEscape(form, cancel);
  /** @param {boolean} is @param {boolean} [resumed] by itself, with what was typed before a reload */
  const open = (is, resumed = false) => {
    form.hidden = !is;
    change.hidden = is;
    change.setAttribute("aria-expanded", String(is));
    refusal.clear();
    if (!is) return;
    reason.value ||= now.answer?.said ?? "";
    who.show();
    if (!resumed) reason.focus();
  };
  if (words && draft.about(`answer, ${code()}, ${first.key}`)) open(true, true);
  /** @param {FindingShown} finding @param {boolean} locked */
  const draw = (finding, locked) => {
    now = finding;
    change.textContent = finding.answer ? "Change the answer…" : (words?.open ?? "");
    change.setAttribute("aria-label", `${change.textContent} ${whose}`);
    change.disabled = locked;
  };
  return { nodes: words ? [h("div", {}, change), form] : [], draw };
}

/** @param {HTMLElement} form @param {() => void} cancel */
function onEscape(form, cancel) {
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  });
}

/**
 * Who answers: in words where that is known, in fields where it is not or is to be another.
 * @param {Me} me
 * @param {boolean} signs
 */
function whoPart(me, signs) {
  const name = line();
  const role = line();
  const text = h("span", {});
  const asked = [field("Your name", name), ...(signs ? [field("Role or registration", role)] : [])];
  const node = h(
    "p",
    { class: "hs-quiet hs-as" },
    text,
    button("change", () => ask(true), { class: "hs-inline" }),
  );
  /** @param {boolean} is */
  const ask = (is) => {
    for (const one of asked) one.hidden = !is;
    node.hidden = is;
    if (is) name.focus();
  };
  const show = () => {
    name.value = me.name;
    role.value = me.role;
    text.textContent = `${asWhom(me, signs)} · `;
    ask(!me.name || (signs && !me.role));
  };
  const take = () => {
    me.name = name.value;
    if (signs) me.role = role.value;
    return { name: name.value, role: role.value };
  };
  return { node, fields: asked, controls: { by: name, role }, show, take };
}
