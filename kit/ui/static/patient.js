// This patient, as far as the exercises depend on it.
const SUPPORT = [["", "Not known"], ["yes", "Yes"], ["no", "No"]];
const HELD = { yes: true, no: false };

function patientPanel(lists, send, say) {
  const tell = (name, value, typing) => send({ do: "patient", field: name, value, ...(typing && { typing }) });
  const number = (name, min, max) => h("input", { type: "number", inputmode: "numeric", min, max,
    onchange: (e) => tell(name, e.target.value === "" ? null : e.target.valueAsNumber) });
  const fields = {
    age: number("age", 0, 120), minutes_a_day: number("minutes_a_day", 1, 600),
    support: h("select", { onchange: (e) => tell("support", HELD[e.target.value] ?? null) }, ...choices(SUPPORT)),
    goal: typed(h("input", { type: "text", autocomplete: "off" }), (text, typing) => tell("goal", text, typing)),
  };
  const shown = (patient, name) => {
    const value = patient[name];
    return name === "support" ? { true: "yes", false: "no" }[value] ?? "" : value ?? "";
  };

  const things = h("div", { class: "hs-chips", role: "group", "aria-label": "Things at home" });
  const other = h("input", { type: "text", autocomplete: "off", placeholder: "Another thing", "aria-label": "Another thing at home" });
  const bring = () => {
    if (other.value.trim()) send({ do: "thing", name: other.value, has: true });
    other.value = "";
  };
  other.addEventListener("keydown", (e) => { if (e.key === "Enter") bring(); });
  const bringing = button("Add", bring, { "aria-label": "Add another thing at home" });
  const chips = new Map();
  const drawThings = whenNew((has, locked) => {
    const all = [...new Set([...lists.things, ...has])];
    for (const name of all) {
      if (!chips.has(name)) {
        chips.set(name, button(name, (e) => send({ do: "thing", name, has: e.target.getAttribute("aria-pressed") !== "true" }), { class: "hs-chip" }));
      }
      chips.get(name).setAttribute("aria-pressed", String(has.includes(name)));
      chips.get(name).disabled = locked;
    }
    if (things.children.length !== all.length) things.replaceChildren(...all.map((name) => chips.get(name)));
  });

  const list = h("ul", { class: "hs-conditions", "aria-label": "Conditions in force" });
  const picker = combobox("Add a condition", "Type a part of its name", lists.conditions, (one) => {
    send({ do: "add_condition", condition: one.id });
    say(`${one.name} added`);
  });
  let rows = [], order = "";
  const drawConditions = (conditions, locked) => {
    const now = JSON.stringify(conditions.map((held) => held.condition));
    if (now !== order) {
      const had = list.contains(document.activeElement);
      rows = conditions.map((held, at) => conditionRow(held, at, { regions: lists.regions, send, say }));
      list.replaceChildren(...rows.map((row) => row.node));
      if (had) picker.input.focus();
      order = now;
    }
    conditions.forEach((held, i) => rows[i].draw(held, locked));
  };

  const { node, line } = fold("This patient", {},
    h("div", { class: "hs-line-fields" }, field("Age, years", fields.age), field("Minutes a day", fields.minutes_a_day),
      field("Support to hold on to", fields.support), field("Goal", fields.goal, { class: "hs-field hs-long" })),
    h("div", { class: "hs-part" }, h("h3", {}, "Conditions in force"), list, picker.node),
    h("div", { class: "hs-part" }, h("h3", {}, "Things at home"), h("p", { class: "hs-quiet" }, "Where none is marked, equipment is not checked."),
      things, h("div", { class: "hs-row hs-short" }, other, bringing)));

  const draw = ({ patient, plan }) => {
    const locked = !plan.draft;
    line.textContent = patient.summary;
    for (const [name, control] of Object.entries(fields)) {
      show(control, shown(patient, name));
      control.disabled = locked;
    }
    drawThings(patient.equipment, locked);
    drawConditions(patient.conditions, locked);
    for (const control of [other, bringing, picker.input]) control.disabled = locked;
  };
  const refill = ({ patient }) => {
    for (const [name, control] of Object.entries(fields)) restore(control, shown(patient, name));
    patient.conditions.forEach((held, i) => rows[i]?.refill(held));
  };
  return { node, draw, refill };
}
