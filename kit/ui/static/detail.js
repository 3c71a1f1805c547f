// One exercise in full, in the place of the list, before it is added.
function detailView({ send, add, back }) {
  const title = h("h3", { tabindex: "-1", class: "hs-detail-name" });
  const adds = button("Add to the plan", () => add(now), { class: "hs-first" });
  const body = h("div", { class: "hs-detail-body" });
  const node = h("div", { class: "hs-detail", hidden: true },
    h("div", { class: "hs-detail-bar" }, button("‹ All exercises", back, { class: "hs-plain" }), adds),
    h("div", { class: "hs-scroll hs-detail-scroll", tabindex: "0", role: "group", "aria-label": "Exercise in full, scrolling" }, title, body));
  let now = null;

  const part = (name, ...kids) => [h("h4", {}, name), ...kids];
  const text = (name, words) => (words ? part(name, h("p", {}, words)) : []);
  const list = (name, lines, tag = "ul") => (lines.length ? part(name, h(tag, {}, ...lines.map((line) => h("li", {}, line)))) : []);
  const variant = (one) => h("li", {}, one.id
    ? button(one.text, () => send({ do: "detail", exercise_id: one.id }), { class: "hs-plain hs-inline" }) : one.text,
  one.why ? h("span", { class: "hs-quiet" }, ` ${one.why}`) : "");
  const variants = (name, all) => (all.length ? part(name, h("ul", {}, ...all.map(variant))) : []);

  const show = (exercise) => {
    now = exercise;
    title.textContent = exercise.name;
    adds.setAttribute("aria-label", `Add to the plan: ${exercise.name}`);
    adds.hidden = exercise.open.length > 0;
    body.replaceChildren(
      ...(exercise.pictures.length ? [h("div", { class: "hs-pictures" }, ...exercise.pictures.map((one) => drawing(one.svg, one.alt)))] : []),
      ...(exercise.frames.length > 1 ? [movement(exercise.frames)] : []),
      ...(exercise.open.length ? [pillNote("CAUTION", "Needs a clinician", `Still to be filled in: ${exercise.open.join(", ")}.`)] : []),
      h("p", {}, `For the patient: ${exercise.patient_name}`),
      h("p", { class: "hs-quiet" }, [...exercise.about, exercise.position].join(" · ")),
      ...text("What it is for", exercise.purpose), ...text("Usual dose", exercise.dose),
      ...text("Muscles", exercise.muscles), ...text("Equipment", exercise.equipment), ...list("Steps", exercise.steps, "ol"),
      ...text("Where to feel it", exercise.feel), ...text("Breathing", exercise.breathing),
      ...list("Take care that", exercise.mistakes), ...list("Precautions", exercise.precautions),
      ...variants("Easier", exercise.easier), ...variants("Harder", exercise.harder),
      ...part("Sources", h("ul", { class: "hs-sources" }, ...exercise.sources.map((s) => h("li", {}, h("b", {}, s.cited), ` ${s.says}`)))),
      h("p", { class: "hs-quiet" }, exercise.draft ? "Its text is not yet signed off by a physiotherapist." : "Signed off by a physiotherapist."));
    node.hidden = false;
    title.parentElement.scrollTop = 0;
    title.focus();
  };
  const allow = (may) => { adds.disabled = !may; };
  return { node, show, allow, shown: () => now };
}

function pillNote(level, name, words) {
  return h("p", { class: "hs-pill-note" }, pill(level, name), ` ${words}`);
}
