// The head of a plan: whose it is, from when to when, whether it is kept, and the way back and forth.
const PATIENCE_MS = 4000; // without an answer by then, nothing can be promised

// "Saving…" from a wish until the kernel has answered it: it answers when the change is on the disk, not before.
function savedState(lost) {
  const node = h("span", { class: "hs-saved", role: "status" }, "Saved");
  const band = h("div", { class: "hs-band-lost", role: "alert", hidden: true });
  let asked = 0, answered = 0, waiting = null, typing = false;
  const say = (text) => { if (node.textContent !== text) node.textContent = text; };
  const late = () => {
    say("Not saved");
    band.hidden = false;
    band.replaceChildren(h("p", {}, h("b", {}, "Not saved: no answer from the program."), " All up to the last “Saved” is kept; what you changed after it may be lost. Nothing more is taken in until the page is loaded again."),
      button("Load the page again", () => window.location.reload(), { class: "hs-first" }));
    lost();
  };
  return {
    node,
    band,
    typing: () => {
      typing = true;
      say("Saving…");
    },
    sent: (n) => {
      asked = n;
      typing = false;
      if (band.hidden) say("Saving…");
      waiting ??= setTimeout(late, PATIENCE_MS);
    },
    heard: (n) => {
      answered = Math.max(answered, n ?? 0);
      if (answered < asked || typing || !band.hidden) return;
      clearTimeout(waiting);
      waiting = null;
      say("Saved");
    },
    drop: () => clearTimeout(waiting),
  };
}

function headPanel(send, saved) {
  const state = h("span", { class: "hs-state" }), code = h("span", { class: "hs-code" });
  const tell = (name) => (value, typing) => send({ do: "describe", field: name, value, ...(typing && { typing }) });
  const input = (name, type) => h("input", { type, autocomplete: "off", onchange: (e) => tell(name)(e.target.value) });
  const text = (name) => typed(h("input", { type: "text", autocomplete: "off" }), tell(name));
  const fields = {
    plan_id: input("plan_id", "text"), patient: text("patient"), title: text("title"), // an id is taken whole or not at all
    start: input("start", "date"), review_on: input("review_on", "date"),
  };
  const undo = button("Undo", () => send({ do: "undo" }));
  const redo = button("Redo", () => send({ do: "redo" }));
  const close = button("Other plan…", () => send({ do: "close" }));
  const until = h("p", { class: "hs-quiet" });
  const asked = h("div", { class: "hs-asked", role: "status" });
  const also = h("p", { class: "hs-quiet" });
  const newer = h("p", {}), replaced = h("div", { class: "hs-asked" }, newer,
    button("Open the newest version", () => send({ do: "open", code: next.code, version: next.version })));
  const done = h("p", { class: "hs-quiet hs-done" }); // what the last step did; spoken by the page
  let next = null;

  const node = h("section", { class: "hs-panel", "aria-label": "Plan" },
    h("div", { class: "hs-head" }, h("h2", {}, "Plan"), state, saved.node,
      h("div", { class: "hs-tools", role: "group", "aria-label": "Plan tools" }, undo, redo, close)),
    done, replaced,
    h("div", { class: "hs-line-fields" },
      field("Plan id", fields.plan_id), field("Patient label (printed)", fields.patient),
      field("Start", fields.start), field("Review date", fields.review_on),
      field("Title on the handout", fields.title, { class: "hs-field hs-row-wide" })),
    asked, also, until, h("p", { class: "hs-quiet" }, "Code of this plan, on every page of its handout: ", code));

  const ask = whenNew((other, label) => asked.replaceChildren(...(other ? [
    h("p", {}, `There is another patient ${label} with ${other.said}. Is it the same person?`),
    h("div", { class: "hs-row" },
      button("Yes, the same patient", () => send({ do: "same_patient", patient_code: other.patient_code })),
      button("No, another person", () => asked.replaceChildren(h("p", { class: "hs-quiet" }, "They are kept apart by their codes. Another label would help people, too.")))),
  ] : [])));
  const draw = ({ plan, namesake, siblings, next: following, undo: back, redo: forth }) => {
    next = following;
    replaced.hidden = !next;
    if (next) newer.textContent = `This is version ${plan.version}. ${next.draft ? `Version ${next.version} has been begun.` : `It is replaced by version ${next.version}.`}`;
    also.hidden = !siblings;
    also.textContent = siblings ? `Other plans of this patient: ${siblings}.` : "";
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
  return { node, draw, refill, done };
}
