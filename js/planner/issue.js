// Issuing, with one step of thought before it; afterwards the way to a new version.
import { atField } from "../shared/asked.js";
import { button, field, h, line } from "../shared/controls.js";

/** @import { Me, Send } from "./hands.js" */
/** @import { Notice, PlanShown, Work } from "./messages.js" */

/**
 * @param {Send} send
 * @param {Me} me
 */
export function issuePanel(send, me) {
  const title = h("h2", { tabindex: "-1" }, "Issue");
  const issued = h("p", {});
  const about = h("p", { class: "hs-quiet" });
  const held = h("p", {});
  const reasons = reasonsPart();
  const confirm = confirmPart(send, me, reasons.clear);
  const again = againPart(send);
  const node = h(
    "section",
    { class: "hs-part-of-aside", "aria-label": "Issue" },
    title,
    about,
    held,
    confirm.asks,
    confirm.form,
    reasons.node,
    issued,
    again.node,
  );
  let draft = false;
  /** @param {Work} view */
  const draw = ({ plan, review, next, correct_from }) => {
    again.draw(plan, correct_from);
    const just = draft && !plan.draft && confirm.isOpen();
    draft = plan.draft;
    if (!draft) confirm.open(false);
    about.hidden = !draft;
    confirm.asks.hidden = !draft;
    about.textContent = "An issued version is final; a change after that is a new version.";
    held.hidden = !draft || !review.holding;
    held.textContent = `${review.holding}.`;
    confirm.draw(plan);
    issued.textContent = plan.issued;
    issued.hidden = draft;
    again.node.hidden = draft || Boolean(next);
    reasons.clear();
    if (!just) return;
    title.focus({ preventScroll: true });
    title.scrollIntoView({ block: "center" }); // not under the card that stays at the top
  };
  return { node, draw, refuse: reasons.refuse };
}

/** Why it was not issued. */
function reasonsPart() {
  const node = h("div", { class: "hs-refused", role: "alert" });
  /** @param {readonly Notice[]} faults */
  const refuse = (faults) => node.replaceChildren(...(faults.length ? refusal(faults) : []));
  return { node, refuse, clear: () => node.replaceChildren() };
}

/** @param {readonly Notice[]} faults */
function refusal(faults) {
  const rows = faults.map((f) => h("li", {}, h("b", {}, f.where), ` ${f.what} ${f.mend}`));
  return [h("p", {}, h("b", {}, "Not issued. Nothing is lost; this holds it:")), h("ul", {}, ...rows)];
}

/**
 * The button, and after it the form with the clinician's name.
 * @param {Send} send
 * @param {Me} me
 * @param {() => void} closed
 */
function confirmPart(send, me, closed) {
  const by = line();
  const ask = button("Issue…", () => open(true), { "aria-expanded": "false" });
  const which = h("p", {});
  /** @param {Event} event */
  const submit = (event) => {
    event.preventDefault();
    me.name = by.value;
    send({ do: "issue", by: by.value });
  };
  const cancel = () => {
    open(false);
    ask.focus();
  };
  const row = h(
    "div",
    { class: "hs-row" },
    field("Name of the clinician", by),
    h("button", { type: "submit", class: "hs-first" }, "Issue now"),
    button("Cancel", cancel),
  );
  const form = h("form", { class: "hs-confirm", hidden: true, onsubmit: submit }, which, row);
  /** @param {boolean} is */
  const open = (is) => {
    form.hidden = !is;
    ask.hidden = is;
    ask.setAttribute("aria-expanded", String(is));
    if (!is) {
      closed();
      return;
    }
    by.value ||= me.name;
    by.focus();
  };
  /** @param {PlanShown} plan */
  const draw = ({ patient, plan_id, version }) => {
    const whose = patient ? `For ${patient}: plan` : "Plan";
    which.textContent = `${whose} ${plan_id}, version ${version}. An issued version cannot be edited.`;
  };
  return { asks: h("div", {}, ask), form, open, draw, isOpen: () => !form.hidden };
}

/**
 * The way on from an issued version: a correction, or the next step.
 * @param {Send} send
 */
function againPart(send) {
  const from = h("input", { type: "date", max: "9999-12-31" });
  const why = line();
  let start = ""; // of a correction: the day it starts, or today
  let shown = "";
  const correct = () => send({ do: "new_version", start, reason: why.value }, atField(why));
  const next = () => send({ do: "new_version", start: from.value, reason: "" }, atField(from));
  const node = h(
    "div",
    {},
    h("h3", {}, "A mistake in it?"),
    h(
      "div",
      { class: "hs-row" },
      field("What is corrected", why, { class: "hs-field hs-long" }),
      button("Correct it now", correct),
    ),
    h("h3", {}, "The next step?"),
    h("div", { class: "hs-row" }, field("New version from", from), button("Make a new version", next)),
  );
  /** @param {PlanShown} plan @param {string} correctFrom */
  const draw = ({ code, version }, correctFrom) => {
    start = correctFrom;
    const now = `${code} ${version}`;
    if (now === shown) return;
    shown = now;
    from.value = "";
    why.value = "";
  };
  return { node, draw };
}
