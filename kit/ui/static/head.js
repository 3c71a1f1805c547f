// The head of a plan: whose it is, from when to when, whether it is kept, and the way back and forth.
const PATIENCE_MS = 5000; // without an answer by then, nothing can be promised

// "Saving…" from a wish until the kernel has answered it: it answers when the change is on the disk, not before.
function savedState() {
  const node = h("span", { class: "hs-saved", role: "status" }, "Saved");
  let asked = 0, answered = 0, waiting = null;
  const say = (text, lost) => {
    if (node.textContent !== text) node.textContent = text;
    node.classList.toggle("hs-lost", lost);
  };
  const late = () => say("Not saved: no answer. What you changed since may be lost; reload the page.", true);
  return {
    node,
    sent: (n) => {
      asked = n;
      if (!node.classList.contains("hs-lost")) say("Saving…", false);
      waiting ??= setTimeout(late, PATIENCE_MS);
    },
    heard: (n) => {
      answered = Math.max(answered, n ?? 0);
      if (answered < asked) return;
      clearTimeout(waiting);
      waiting = null;
      say("Saved", false);
    },
    drop: () => clearTimeout(waiting),
  };
}

function headPanel(send, saved) {
  const state = h("span", { class: "hs-state" }), code = h("span", { class: "hs-code" });
  const input = (name, type) => h("input", { type, autocomplete: "off",
    onchange: (e) => send({ do: "describe", field: name, value: e.target.value }) });
  const fields = {
    plan_id: input("plan_id", "text"), patient: input("patient", "text"), title: input("title", "text"),
    start: input("start", "date"), review_on: input("review_on", "date"),
  };
  const undo = button("Undo", () => send({ do: "undo" }));
  const redo = button("Redo", () => send({ do: "redo" }));
  const close = button("Other plan…", () => send({ do: "close" }));
  const until = h("p", { class: "hs-quiet" });
  const asked = h("div", { class: "hs-asked", role: "status" });

  const node = h("section", { class: "hs-panel", "aria-label": "Plan" },
    h("div", { class: "hs-head" }, h("h2", {}, "Plan"), state, saved.node,
      h("div", { class: "hs-tools", role: "group", "aria-label": "Plan tools" }, undo, redo, close)),
    h("div", { class: "hs-line-fields" },
      field("Plan id", fields.plan_id), field("Patient label", fields.patient),
      field("Start", fields.start), field("Review date", fields.review_on),
      field("Title on the handout", fields.title, { class: "hs-field hs-row-wide" })),
    asked, until, h("p", { class: "hs-quiet" }, "Code of this plan, on every page of its handout: ", code));

  const ask = whenNew((other, label) => asked.replaceChildren(...(other ? [
    h("p", {}, `There is another patient ${label} with ${other.said}. Is it the same person?`),
    button("Yes, the same patient", () => send({ do: "same_patient", patient_code: other.patient_code })),
    h("p", { class: "hs-quiet" }, "If not, leave it, or write another label: the two are kept apart by their codes."),
  ] : [])));
  const draw = ({ plan, namesake, undo: back, redo: forth }) => {
    for (const [name, control] of Object.entries(fields)) {
      show(control, plan[name]);
      control.disabled = !plan.draft || (name === "plan_id" && plan.version > 1);
    }
    state.textContent = `Version ${plan.version} · ${plan.draft ? "draft" : "issued"}`;
    code.textContent = plan.code;
    until.textContent = plan.review_on ? "" : `Without a review date it runs until ${plan.until}.`;
    until.hidden = Boolean(plan.review_on);
    ask(namesake, plan.patient);
    undo.disabled = !back;
    redo.disabled = !forth;
  };
  const refill = ({ plan }) => { for (const [name, control] of Object.entries(fields)) restore(control, plan[name]); };
  return { node, draw, refill };
}
