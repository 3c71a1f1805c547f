// The head of a plan: whose it is, from when to when, and its life: save, issue, new version.
function headPanel(send) {
  const state = h("span", { class: "hs-state" });
  const issued = h("p", { class: "hs-quiet" });
  const input = (name, type) => h("input", { type, autocomplete: "off",
    onchange: (e) => send({ do: "describe", field: name, value: e.target.value }) });
  const fields = {
    plan_id: input("plan_id", "text"), patient: input("patient", "text"), title: input("title", "text"),
    start: input("start", "date"), review_on: input("review_on", "date"), goal: input("goal", "text"),
  };
  const undo = button("Undo", () => send({ do: "undo" }));
  const redo = button("Redo", () => send({ do: "redo" }));
  const save = button("Save", () => send({ do: "save" }));
  const close = button("Other plan…", () => send({ do: "close" }));
  const by = h("input", { type: "text", autocomplete: "off", placeholder: "Your name" });
  const issue = button("Issue", () => send({ do: "issue", by: by.value }));
  const issuing = h("div", { class: "hs-row" }, field("Issue in the name of", by), issue);
  const from = h("input", { type: "date" });
  const again = h("div", { class: "hs-row" }, field("New version from", from),
    button("Make a new version", () => send({ do: "new_version", start: from.value })));
  const until = h("p", { class: "hs-quiet" });

  const node = h("section", { class: "hs-panel", "aria-label": "Plan" },
    h("div", { class: "hs-head" }, h("h2", {}, "Plan"), state,
      h("div", { class: "hs-tools", role: "group", "aria-label": "Plan tools" }, undo, redo, save, close)),
    h("div", { class: "hs-fields" },
      field("Plan id", fields.plan_id), field("Patient label", fields.patient),
      field("Start", fields.start), field("Review date", fields.review_on),
      field("Title on the handout", fields.title, { class: "hs-field hs-wide" }),
      field("Goal", fields.goal, { class: "hs-field hs-wide" })),
    until, issued, issuing, again);

  const draw = ({ plan, saved, undo: back, redo: forth }) => {
    for (const [name, control] of Object.entries(fields)) {
      show(control, plan[name]);
      control.disabled = !plan.draft || (name === "plan_id" && plan.version > 1);
    }
    state.textContent = `Version ${plan.version} · ${plan.draft ? "draft" : "issued"} · ${saved ? "saved" : "not saved"}`;
    until.textContent = plan.review_on ? "" : `Without a review date it runs until ${plan.until}.`;
    until.hidden = Boolean(plan.review_on);
    issued.textContent = plan.issued;
    issued.hidden = issuing.hidden = plan.draft;
    issuing.hidden = !plan.draft;
    again.hidden = plan.draft;
    undo.disabled = !back;
    redo.disabled = !forth;
    save.disabled = saved;
  };
  // After a refusal the field shows again what the plan holds.
  const restore = ({ plan }) => { for (const [name, control] of Object.entries(fields)) control.value = plan[name]; };
  return { node, draw, restore };
}
