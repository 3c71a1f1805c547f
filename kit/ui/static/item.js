// One exercise of the plan. A row is built once and then only filled, so that focus and dragging survive.
const SIDES = [["each", "Each side"], ["left", "Left only"], ["right", "Right only"], ["both", "Both at once"]];
const AMOUNTS = [
  ["sets", "Sets", { min: 1, max: 10 }, () => true],
  ["reps", "Times", { min: 1, max: 100 }, (d) => !d.duration_s],
  ["hold_s", "Hold", { min: 0, max: 300, step: 5, unit: "s" }, (d) => !d.duration_s],
  ["tempo_s", "Move", { min: 0, max: 60, unit: "s" }, (d) => !d.duration_s && (d.tempo_s > 0 || !d.hold_s)],
  ["duration_s", "For", { min: 1, max: 10800, step: 30, unit: "s" }, (d) => d.duration_s],
  ["rest_rep_s", "Rest", { min: 0, max: 600, step: 5, unit: "s" }, (d) => d.reps > 1],
  ["rest_set_s", "Set rest", { min: 0, max: 600, step: 5, unit: "s" }, (d) => d.sets > 1],
];

function itemRow(first, send, drag) {
  const id = first.item_id, whose = first.name;
  const adjust = (name, value) => send({ do: "adjust", item_id: id, field: name, value });
  const number = h("span", { class: "hs-number" });
  const time = h("span", { class: "hs-item-time" });
  const said = h("p", { class: "hs-said" });
  const sides = h("select", { "aria-label": `Sides, ${whose}`, onchange: () => adjust("sides", sides.value) }, ...choices(SIDES));
  const sidesField = h("div", { class: "hs-field" }, h("span", { class: "hs-caption", "aria-hidden": "true" }, "Sides"), sides);
  const amounts = AMOUNTS.map(([name, text, range, fits]) => {
    // Typing steps by one second; − and + step by `step`.
    const part = stepper(text, whose, range, (n) => adjust(name, n));
    part.input.setAttribute("data-field", name);
    part.input.step = 1;
    return { part, name, fits };
  });
  const days = daysField(whose, (wish) => send({ do: "schedule", item_id: id, ...wish }));
  const note = h("input", { type: "text", autocomplete: "off", "aria-label": `Note, ${whose}`,
    placeholder: "Note for the patient", onchange: () => adjust("note", note.value) });
  const up = button("↑", () => drag.move(id, -1, ".hs-up"), { class: "hs-icon hs-up", "aria-label": `Move ${whose} up`, title: "Move up" });
  const down = button("↓", () => drag.move(id, 1, ".hs-down"), { class: "hs-icon hs-down", "aria-label": `Move ${whose} down`, title: "Move down" });
  const away = button("✕", () => drag.remove(id, whose), { class: "hs-icon", "aria-label": `Remove ${whose}`, title: "Remove" });
  const grip = h("span", { class: "hs-grip", draggable: "true", "aria-hidden": "true", title: "Drag to another place" }, "⠿");
  const node = h("li", { class: "hs-item", "data-item": id },
    h("div", { class: "hs-item-head" }, grip, number, h("div", { class: "hs-item-name" }, h("h3", {}, whose)), time, up, down, away),
    said,
    h("div", { class: "hs-amounts" }, sidesField, ...amounts.map(({ part }) => part.node)),
    days.node, note);
  drag.watch(node, grip, id);

  const draw = (item, i, all, locked) => {
    number.textContent = `${i + 1}`;
    time.textContent = item.time;
    said.textContent = item.sentences;
    sides.value = item.sides;
    sides.disabled = locked;
    sidesField.hidden = !item.one_sided && item.sides === "both";
    for (const { part, name, fits } of amounts) part.draw(item.dose[name], Boolean(fits(item.dose)), locked);
    days.draw(item.schedule, locked);
    show(note, item.note);
    note.disabled = locked;
    note.hidden = locked && !item.note;
    up.disabled = locked || i === 0;
    down.disabled = locked || i === all - 1;
    away.disabled = locked;
    grip.draggable = !locked;
  };
  return { node, draw };
}

function itemList(send, say) {
  const list = h("ol", { class: "hs-items", "aria-label": "Exercises of the plan" });
  const none = h("p", { class: "hs-panel hs-none" }, "No exercises yet. Add one from the list.");
  const node = h("div", {}, none, list);
  const rows = new Map();
  let plan = { items: [] }, order = "", held = null, after = null;
  const place = (id) => plan.items.findIndex((item) => item.item_id === id);
  const drag = {
    move: (id, by, focus) => {
      const to = place(id) + by;
      after = () => {
        const row = rows.get(id).node;
        (row.querySelector(`${focus}:not(:disabled)`) ?? row.querySelector(".hs-icon:not(:disabled)")).focus();
      };
      send({ do: "move", item_id: id, to });
      say(`${plan.items[place(id)].name} is now number ${to + 1} of ${plan.items.length}`);
    },
    remove: (id, name) => {
      const next = plan.items[place(id) + 1] ?? plan.items[place(id) - 1];
      after = () => rows.get(next?.item_id)?.node.querySelector("[aria-label^='Remove']")?.focus();
      send({ do: "remove", item_id: id });
      say(`${name} removed`);
    },
    watch: (row, grip, id) => {
      grip.addEventListener("dragstart", (e) => {
        held = id;
        e.stopPropagation(); // JupyterLab would drag the cell
        e.dataTransfer.effectAllowed = "move";
        e.dataTransfer.setData("text/plain", id);
        e.dataTransfer.setDragImage(row, 12, 12);
      });
      grip.addEventListener("dragend", () => { held = null; });
      row.addEventListener("dragover", (e) => {
        if (!held) return;
        e.preventDefault();
        e.stopPropagation();
        row.classList.add("hs-over");
      });
      row.addEventListener("dragleave", () => row.classList.remove("hs-over"));
      row.addEventListener("drop", (e) => {
        row.classList.remove("hs-over");
        if (!held) return;
        e.preventDefault();
        e.stopPropagation();
        if (held !== id) send({ do: "move", item_id: held, to: place(id) });
      });
    },
  };
  const draw = (next) => {
    plan = next;
    const ids = plan.items.map((item) => `${item.item_id}:${item.name}`).join();
    if (ids !== order) {
      const names = new Map(plan.items.map((item) => [item.item_id, item.name]));
      for (const [id, row] of rows) if (names.get(id) !== row.name) rows.delete(id);
      for (const item of plan.items) {
        if (!rows.has(item.item_id)) rows.set(item.item_id, { ...itemRow(item, send, drag), name: item.name });
      }
      list.replaceChildren(...plan.items.map((item) => rows.get(item.item_id).node));
      order = ids;
    }
    plan.items.forEach((item, i) => rows.get(item.item_id).draw(item, i, plan.items.length, !plan.draft));
    none.hidden = plan.items.length > 0;
    after?.();
    after = null;
  };
  return { node, draw };
}
