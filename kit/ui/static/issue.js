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
  const begin = h("div", { class: "hs-row" }, field("New version from", from),
    field("Reason, if it corrects this one on the day it starts", why, { class: "hs-field hs-long" }),
    button("Make a new version", () => send({ do: "new_version", start: from.value, reason: why.value })));
  const newer = h("p", {}), go = button("Open it", () => send({ do: "open", code: next.code, version: next.version }));
  const begun = h("div", { class: "hs-row" }, newer, go);
  const again = h("div", {}, begin, begun);
  let next = null;
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
  const draw = ({ plan, review, next: following }) => {
    next = following;
    begin.hidden = Boolean(next);
    begun.hidden = !next;
    if (next) newer.textContent = `Version ${next.version} ${next.draft ? "has been begun" : "is issued"}.`;
    if (plan.code !== shown) [from.value, why.value, shown] = [plan.start, "", plan.code];
    const just = draft && !plan.draft && !form.hidden;
    draft = plan.draft;
    if (!draft) open(false);
    about.hidden = ask.parentElement.hidden = !draft;
    about.textContent = "An issued version is final; a change after that is a new version.";
    held.hidden = !draft || !review.holding;
    held.textContent = `${review.holding}.`;
    which.textContent = `Plan ${plan.plan_id}, version ${plan.version}. An issued version cannot be edited.`;
    issued.textContent = plan.issued;
    issued.hidden = again.hidden = draft;
    reasons.replaceChildren();
    if (just) title.focus();
  };
  const refuse = (faults) => reasons.replaceChildren(...(faults.length ? [h("p", {}, h("b", {}, "Not issued. Nothing is lost; this holds it:")),
    h("ul", {}, ...faults.map((f) => h("li", {}, h("b", {}, f.where), ` ${f.what} ${f.mend}`)))] : []));
  return { node, draw, refuse };
}
