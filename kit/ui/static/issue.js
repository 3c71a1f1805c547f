// Issuing, with one step of thought before it; afterwards the way to a new version.
function issuePanel(send, me) {
  const title = h("h2", { tabindex: "-1" }, "Issue");
  const issued = h("p", {}), about = h("p", { class: "hs-quiet" }), held = h("p", {});
  const by = h("input", { type: "text", autocomplete: "off" });
  const ask = button("Issue…", () => open(true), { "aria-expanded": "false" });
  const which = h("p", {});
  const form = h("form", { class: "hs-confirm", hidden: true, onsubmit: (e) => {
    e.preventDefault();
    me.name = by.value;
    send({ do: "issue", by: by.value });
  } }, which, h("div", { class: "hs-row" }, field("Name of the clinician", by),
    h("button", { type: "submit", class: "hs-first", "data-lm-suppress-shortcuts": "true" }, "Issue now"),
    button("Cancel", () => { open(false); ask.focus(); })));
  const reasons = h("div", { class: "hs-refused", role: "alert" });
  const from = h("input", { type: "date" }), why = h("input", { type: "text", autocomplete: "off" });
  let start = ""; // of a correction: the day it starts, or today
  const again = h("div", {},
    h("h3", {}, "A mistake in it?"),
    h("div", { class: "hs-row" }, field("What is corrected", why, { class: "hs-field hs-long" }),
      button("Correct it now", () => send({ do: "new_version", start, reason: why.value }))),
    h("h3", {}, "The next step?"),
    h("div", { class: "hs-row" }, field("New version from", from),
      button("Make a new version", () => send({ do: "new_version", start: from.value, reason: "" }))));
  const node = h("section", { class: "hs-panel", "aria-label": "Issue" }, title, about, held, h("div", {}, ask), form, reasons, issued, again);

  const open = (is) => {
    form.hidden = !is;
    ask.hidden = is;
    ask.setAttribute("aria-expanded", String(is));
    if (!is) return reasons.replaceChildren();
    by.value ||= me.name;
    by.focus();
  };
  let draft = null, shown = "";
  const draw = ({ plan, review, next, correct_from: today }) => {
    const version = `${plan.code} ${plan.version}`;
    start = today;
    if (version !== shown) [from.value, why.value, shown] = ["", "", version];
    const just = draft && !plan.draft && !form.hidden;
    draft = plan.draft;
    if (!draft) open(false);
    about.hidden = ask.parentElement.hidden = !draft;
    about.textContent = "An issued version is final; a change after that is a new version.";
    held.hidden = !draft || !review.holding;
    held.textContent = `${review.holding}.`;
    which.textContent = `${plan.patient ? `For ${plan.patient}: plan` : "Plan"} ${plan.plan_id}, version ${plan.version}. An issued version cannot be edited.`;
    issued.textContent = plan.issued;
    issued.hidden = draft;
    again.hidden = draft || Boolean(next);
    reasons.replaceChildren();
    if (just) {
      title.focus({ preventScroll: true });
      title.scrollIntoView({ block: "center" }); // not under the card that stays at the top
    }
  };
  const refuse = (faults) => reasons.replaceChildren(...(faults.length ? [h("p", {}, h("b", {}, "Not issued. Nothing is lost; this holds it:")),
    h("ul", {}, ...faults.map((f) => h("li", {}, h("b", {}, f.where), ` ${f.what} ${f.mend}`)))] : []));
  return { node, draw, refuse };
}
