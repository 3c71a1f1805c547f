// A whole number with − and +. The buttons are for the mouse; the arrow keys of the field do the same.
function stepper(name, whose, { min, max, step = 1, unit = "" }, change) {
  const input = h("input", { type: "number", inputmode: "numeric", min, max, step, "aria-label": `${name}${unit && `, ${unit}`}, ${whose}` });
  const tell = (typing) => { if (input.value !== "" && Number.isInteger(input.valueAsNumber)) change(input.valueAsNumber, typing); };
  let visit = 0; // digits typed in one visit are one step back; each press of − and + is one
  const by = (n) => () => {
    input.value = Math.min(max, Math.max(min, (input.valueAsNumber || 0) + n));
    tell();
  };
  const nudge = (sign, n) => button(sign, by(n), { class: "hs-nudge", tabindex: "-1", "aria-hidden": "true" });
  input.addEventListener("focus", () => { visit = ++visits; });
  input.addEventListener("input", () => tell(visit));
  const caption = h("span", { class: "hs-caption", "aria-hidden": "true" }, unit ? `${name} (${unit})` : name);
  const node = h("div", { class: "hs-field hs-stepper" }, caption,
    h("div", {}, nudge("−", -step), input, nudge("+", step)));
  const draw = (value, shown, locked) => {
    show(input, value ?? "");
    node.hidden = !shown;
    for (const part of node.querySelectorAll("input, button")) part.disabled = locked;
  };
  return { node, draw, input };
}

// On which days, and how often on a day.
const DAYS = [["mon", "Mon"], ["tue", "Tue"], ["wed", "Wed"], ["thu", "Thu"], ["fri", "Fri"], ["sat", "Sat"], ["sun", "Sun"]];

function daysField(whose, change) {
  let now = {};
  const mode = h("select", { "aria-label": `Days, ${whose}` },
    ...choices([["every", "Every day"], ["count", "Some days"], ["fixed", "Set days"]]));
  const tell = (wish) => change({ weekdays: now.weekdays, days_a_week: now.days_a_week, times_a_day: now.times_a_day, ...wish });
  const count = stepper("Days a week", whose, { min: 1, max: 6 }, (n) => tell({ weekdays: null, days_a_week: n }));
  const times = stepper("Times a day", whose, { min: 1, max: 10 }, (n) => tell({ times_a_day: n }));
  const chips = DAYS.map(([day, name]) => button(name, () => {
    const set = new Set(now.weekdays);
    if (!set.delete(day)) set.add(day);
    tell({ weekdays: DAYS.map(([d]) => d).filter((d) => set.has(d)), days_a_week: null });
  }, { class: "hs-chip", "aria-label": `${name}, ${whose}` }));
  const chipRow = h("div", { class: "hs-chips", role: "group", "aria-label": `Weekdays, ${whose}` }, ...chips);
  let chosen = null; // “set days” with all seven looks like “every day”, so the choice is kept
  mode.addEventListener("change", () => {
    chosen = mode.value;
    if (chosen === "count") tell({ weekdays: null, days_a_week: 3 });
    else if (chosen === "every") tell({ weekdays: DAYS.map(([d]) => d), days_a_week: null });
    else tell({ weekdays: ["mon", "wed", "fri"], days_a_week: null });
  });
  const draw = (schedule, locked) => {
    now = schedule;
    const every = schedule.weekdays?.length === 7;
    mode.value = schedule.days_a_week ? "count" : every && chosen !== "fixed" ? "every" : "fixed";
    mode.disabled = locked;
    count.draw(schedule.days_a_week, mode.value === "count", locked);
    times.draw(schedule.times_a_day, true, locked);
    chipRow.hidden = mode.value !== "fixed";
    chips.forEach((chip, i) => {
      chip.setAttribute("aria-pressed", String(Boolean(schedule.weekdays?.includes(DAYS[i][0]))));
      chip.disabled = locked;
    });
  };
  const caption = h("span", { class: "hs-caption", "aria-hidden": "true" }, "Days");
  const node = h("div", { class: "hs-days" }, h("div", { class: "hs-field" }, caption, mode), count.node, chipRow, times.node);
  return { node, draw };
}
