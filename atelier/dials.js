// The dials: native ranges and number fields in groups that open and close. Python gives the groups and the values.

function dial(spec, move) {
  const row = document.createElement("div");
  row.className = "dial";
  const label = document.createElement("label");
  const range = document.createElement("input");
  const field = document.createElement("input");
  range.type = "range";
  field.type = "number";
  range.id = `dial-${Math.random().toString(36).slice(2)}`;
  label.htmlFor = range.id;
  label.textContent = spec.label;
  label.title = spec.name;
  field.setAttribute("aria-label", `${spec.label}, as a number`);
  for (const input of [range, field]) {
    Object.assign(input, { min: spec.low, max: spec.high, step: input === range ? spec.step : "any" });
    input.addEventListener(input === range ? "input" : "change", () => {
      if (input.value !== "") move(spec, Number(input.value));
    });
  }
  const show = (value) => {
    if (Number(range.value) !== value) range.value = value;
    if (field.value === "" || Number(field.value) !== value) field.value = Math.round(value * 10) / 10;
  };
  row.append(label, range, field);
  return { row, show };
}

// Keys on the desk belong to its controls: the notebook, which listens on the document, would take arrows and Enter.
function ownKeys(event) {
  if (event.target.closest?.(".atelier-desk")) event.stopImmediatePropagation();
}

function render({ model, el }) {
  let shows = {};
  const alike = document.createElement("input");
  alike.type = "checkbox";
  const both = document.createElement("label");
  both.className = "alike";
  both.append(alike, "Turn left and right alike");
  const move = ({ name, twin }, value) => {
    const also = alike.checked && twin ? { [twin]: value } : {};
    model.set("values", { ...model.get("values"), ...also, [name]: value });
    model.save_changes();
  };
  const fill = () => {
    for (const [name, value] of Object.entries(model.get("values"))) shows[name]?.(value);
  };
  const build = () => {
    const open = new Set([...el.querySelectorAll("details[open]")].map((group) => group.dataset.title));
    shows = {};
    const groups = model.get("groups").map((group, place) => {
      const details = document.createElement("details");
      const summary = document.createElement("summary");
      details.dataset.title = summary.textContent = group.title;
      details.open = open.size ? open.has(group.title) : place === 0;
      const rows = group.dials.map((spec) => {
        const made = dial(spec, move);
        shows[spec.name] = made.show;
        return made.row;
      });
      details.append(summary, ...rows);
      return details;
    });
    el.classList.add("dials");
    el.replaceChildren(both, ...groups);
    fill();
  };
  model.on("change:groups", build);
  model.on("change:values", fill);
  model.on("msg:custom", fill); // a value that was refused
  build();
  window.addEventListener("keydown", ownKeys, true); // one and the same, however many desks there are
}

export default { render };
