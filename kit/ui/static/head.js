// The head of a plan: whose it is, from when to when, and the way back and forth.
function headPanel(send) {
  const state = h("span", { class: "hs-state" });
  const input = (name, type) => h("input", { type, autocomplete: "off",
    onchange: (e) => send({ do: "describe", field: name, value: e.target.value }) });
  const fields = {
    plan_id: input("plan_id", "text"), patient: input("patient", "text"), title: input("title", "text"),
    start: input("start", "date"), review_on: input("review_on", "date"),
  };
  const undo = button("Undo", () => send({ do: "undo" }));
  const redo = button("Redo", () => send({ do: "redo" }));
  const save = button("Save", () => send({ do: "save" }));
  const close = button("Other plan…", () => send({ do: "close" }));
  const until = h("p", { class: "hs-quiet" });

  const node = h("section", { class: "hs-panel", "aria-label": "Plan" },
    h("div", { class: "hs-head" }, h("h2", {}, "Plan"), state,
      h("div", { class: "hs-tools", role: "group", "aria-label": "Plan tools" }, undo, redo, save, close)),
    h("div", { class: "hs-line-fields" },
      field("Plan id", fields.plan_id), field("Patient label", fields.patient),
      field("Start", fields.start), field("Review date", fields.review_on),
      field("Title on the handout", fields.title, { class: "hs-field hs-row-wide" })),
    until);

  const draw = ({ plan, saved, undo: back, redo: forth }) => {
    for (const [name, control] of Object.entries(fields)) {
      show(control, plan[name]);
      control.disabled = !plan.draft || (name === "plan_id" && plan.version > 1);
    }
    state.textContent = `Version ${plan.version} · ${plan.draft ? "draft" : "issued"} · ${saved ? "saved" : "not saved"}`;
    until.textContent = plan.review_on ? "" : `Without a review date it runs until ${plan.until}.`;
    until.hidden = Boolean(plan.review_on);
    undo.disabled = !back;
    redo.disabled = !forth;
    save.disabled = saved;
  };
  const refill = ({ plan }) => { for (const [name, control] of Object.entries(fields)) restore(control, plan[name]); };
  return { node, draw, refill };
}
