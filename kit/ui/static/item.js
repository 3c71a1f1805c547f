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

function itemRow(first, { send, me, small }, drag) {
  const id = first.item_id, whose = first.name;
  const adjust = (name, value, typing) => send({ do: "adjust", item_id: id, field: name, value, ...(typing && { typing }) });
  const number = h("span", { class: "hs-number" });
  const time = h("span", { class: "hs-item-time" });
  const said = h("p", { class: "hs-said" });
  const sides = h("select", { "aria-label": `Sides, ${whose}`, onchange: () => adjust("sides", sides.value) }, ...choices(SIDES));
  const sidesField = h("div", { class: "hs-field" }, h("span", { class: "hs-caption", "aria-hidden": "true" }, "Sides"), sides);
  const amounts = AMOUNTS.map(([name, text, range, fits]) => {
    // Typing steps by one second; − and + step by `step`.
    const part = stepper(text, whose, range, (n, typing) => adjust(name, n, typing));
    part.input.setAttribute("data-field", name);
    part.input.step = 1;
    return { part, name, fits };
  });
  const days = daysField(whose, (wish) => send({ do: "schedule", item_id: id, ...wish }));
  const note = h("input", { type: "text", autocomplete: "off", "aria-label": `Note, ${whose}`,
    placeholder: "Note for the patient" });
  typed(note, (text, typing) => adjust("note", text, typing));
  const up = button("↑", () => drag.move(id, -1, ".hs-up"), { class: "hs-icon hs-up", "aria-label": `Move ${whose} up`, title: "Move up" });
  const down = button("↓", () => drag.move(id, 1, ".hs-down"), { class: "hs-icon hs-down", "aria-label": `Move ${whose} down`, title: "Move down" });
  const away = button("✕", () => drag.remove(id, whose), { class: "hs-icon", "aria-label": `Remove ${whose}`, title: "Remove" });
  const name = h("h3", { tabindex: "-1" }, whose);
  const flags = itemFlags(whose, { send, me });
  const grip = h("span", { class: "hs-grip", draggable: "true", "aria-hidden": "true", title: "Drag to another place" }, "⠿");
  const node = h("li", { class: "hs-item", "data-item": id },
    h("div", { class: "hs-item-head" }, grip, number, small(first.exercise_id), h("div", { class: "hs-item-name" }, name), time, up, down, away),
    said, flags.node,
    h("div", { class: "hs-amounts" }, sidesField, ...amounts.map(({ part }) => part.node)),
    days.node, note);
  drag.watch(node, grip, id);

  const draw = (item, i, all, locked, findings) => {
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
    flags.draw(findings, locked);
  };
  return { node, draw, focus: () => name.focus(), open: flags.open };
}

// What the review says of one exercise: its highest level in sight, the reasons folded.
function itemFlags(whose, hands) {
  const badge = h("span", { class: "hs-badges" }), line = h("span", { class: "hs-line" });
  const summary = h("summary", {}, badge, line, h("span", { class: "hs-why" }, "What the review says"));
  const list = h("ul", { class: "hs-findings", "aria-label": `Review of ${whose}` });
  const node = h("details", { class: "hs-item-flags", hidden: true }, summary, list);
  const fill = findingList(list, whose, hands);
  const drawBadge = whenNew((findings) => {
    const [worst] = findings, others = findings.length - 1;
    badge.replaceChildren(pill(worst.level), ...(findings.every((f) => f.answer) ? [pill("OK", "Answered")] : []));
    line.textContent = `${worst.what}${others ? ` And ${others} more.` : ""}`;
  });
  const draw = (findings, locked) => {
    node.hidden = !findings.length;
    if (findings.length) drawBadge(findings);
    else node.open = false;
    fill(findings, locked);
  };
  const open = () => {
    node.open = true;
    summary.focus();
  };
  return { node, draw, open };
}
