// The library panel: search, region, cards.
function libraryPanel(model, send, say) {
  const words = h("input", { type: "search", placeholder: "hip, glute, wall…", autocomplete: "off" });
  const region = h("select", {}, ...choices([["", "All regions"],
    ...model.get("view").regions.map((name) => [name, name.replaceAll("_", " ")])]));
  const count = h("p", { class: "hs-quiet", role: "status" });
  const list = h("ul", { class: "hs-cards", "aria-label": "Exercises found" });
  const seek = () => send({ do: "search", words: words.value, region: region.value });
  words.addEventListener("input", seek);
  region.addEventListener("change", seek);

  const card = (exercise) => {
    const text = h("div", { class: "hs-card-text" },
      h("h3", {}, exercise.name),
      h("p", {}, `For the patient: ${exercise.patient_name}`),
      h("p", {}, h("span", { class: "hs-tag" }, exercise.region), h("span", { class: "hs-tag" }, exercise.category)),
      h("p", { class: "hs-quiet" }, exercise.muscles),
      h("p", {}, exercise.feel));
    if (exercise.draft) text.append(h("p", { class: "hs-quiet" }, "Not yet signed off by a physiotherapist"));
    const add = button("Add", () => {
      send({ do: "add", exercise_id: exercise.id });
      say(`${exercise.name} added`);
    }, { class: "hs-add", "aria-label": `Add ${exercise.name}` });
    return h("li", {}, text, add);
  };

  const draw = () => {
    const { cards, count: n } = model.get("found");
    list.replaceChildren(...cards.map(card));
    const found = n === 1 ? "1 exercise" : `${n} exercises`;
    count.textContent = n > cards.length ? `${found}, the first ${cards.length} shown` : found;
    if (!n) list.append(h("li", {}, "Nothing found. Try fewer letters, or another region."));
  };
  const allow = () => {
    const { plan } = model.get("view");
    for (const add of list.querySelectorAll(".hs-add")) add.disabled = Boolean(plan && !plan.draft);
  };
  const node = h("section", { class: "hs-panel hs-library", "aria-label": "Exercise library" },
    h("h2", {}, "Exercises"),
    h("div", { class: "hs-fields" }, field("Search", words), field("Region", region)), count,
    // A list that scrolls can be reached by keyboard.
    h("div", { class: "hs-scroll", tabindex: "0", role: "group", "aria-label": "Exercises found, scrolling" }, list));
  return { node, draw: () => { draw(); allow(); }, allow };
}
