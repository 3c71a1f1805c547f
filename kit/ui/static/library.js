// The library panel: search and filters, the exercises found, and one of them in full.
function libraryPanel(model, send, say, small) {
  const lists = model.get("lists");
  const words = h("input", { type: "search", placeholder: "hip, glute, wall…", autocomplete: "off" });
  const select = (all, pairs) => h("select", { onchange: () => seek() }, ...choices([["", all], ...pairs]));
  const region = select("All regions", lists.regions), category = select("All kinds", lists.categories);
  const position = select("All positions", lists.positions);
  const atHome = h("input", { type: "checkbox", onchange: () => seek() });
  const count = h("p", { class: "hs-count", role: "status" });
  const signed = h("p", { class: "hs-quiet" });
  const clear = button("Clear", () => {
    for (const control of [words, region, category, position]) control.value = "";
    atHome.checked = false;
    seek();
    words.focus();
  }, { class: "hs-plain", "aria-label": "Clear search and filters" });
  const list = h("ul", { class: "hs-cards", "aria-label": "Exercises found" });
  const seek = () => {
    const wish = { do: "search", words: words.value, region: region.value, category: category.value, position: position.value, at_home: atHome.checked };
    clear.hidden = ![wish.words, wish.region, wish.category, wish.position, wish.at_home].some(Boolean);
    send(wish);
  };
  words.addEventListener("input", seek);
  clear.hidden = true;

  const add = (exercise) => {
    send({ do: "add", exercise_id: exercise.id });
    say(`${exercise.name} added`);
  };
  const card = (exercise, mixed) => {
    const open = exercise.open.length > 0;
    const about = h("p", { class: "hs-quiet" }, `${exercise.about.join(" · ")} · ${exercise.position}`);
    const name = h("h3", {}, button(exercise.name, () => send({ do: "detail", exercise_id: exercise.id }),
      { class: "hs-plain hs-inline hs-details", "data-exercise": exercise.id, "aria-label": `${exercise.name}, show in full` }));
    const text = h("div", { class: "hs-card-text" }, name, h("p", {}, exercise.patient_name), about);
    if (open) text.append(h("p", {}, pill("CAUTION", "Needs a clinician")));
    else if (mixed && exercise.draft) text.append(h("p", { class: "hs-quiet" }, "Text not yet signed off"));
    return open ? h("li", {}, small(exercise.id), text)
      : h("li", {}, small(exercise.id), text, button("Add", () => add(exercise), { class: "hs-add", "aria-label": `Add ${exercise.name}` }));
  };

  const filters = h("div", { class: "hs-filters" }, field("Search", words, { class: "hs-field hs-wide" }),
    field("Region", region), field("Kind", category), field("Position", position),
    h("label", { class: "hs-check" }, atHome, h("span", {}, "Only what is at home")));
  const browse = h("div", { class: "hs-browse" }, filters,
    h("div", { class: "hs-count-row" }, count, clear), signed,
    // A list that scrolls can be reached by keyboard.
    h("div", { class: "hs-scroll", tabindex: "0", role: "group", "aria-label": "Exercises found, scrolling" }, list));
  const detail = detailView({ send, add, back: () => {
    detail.node.hidden = true;
    browse.hidden = false;
    const card = [...list.querySelectorAll(".hs-details")].find((b) => b.dataset.exercise === detail.shown().id);
    (card ?? words).focus();
  } });
  const show = (exercise) => {
    browse.hidden = true;
    detail.show(exercise);
  };

  const draw = () => {
    const { cards, count: n, all, drafts } = model.get("found");
    const mixed = drafts > 0 && drafts < n;
    list.replaceChildren(...cards.map((exercise) => card(exercise, mixed)));
    const found = n === all ? `${n} exercises` : `${n} of ${all} exercises`;
    count.textContent = n > cards.length ? `${found}, the first ${cards.length} shown` : found;
    signed.textContent = "No text of these is signed off by a physiotherapist yet.";
    signed.hidden = !n || drafts < n;
    if (!n) list.append(h("li", {}, "Nothing found. Try fewer letters or fewer filters."));
    allow();
  };
  const allow = () => {
    const { plan } = model.get("view");
    const may = !plan || plan.draft;
    for (const control of list.querySelectorAll(".hs-add")) control.disabled = !may;
    detail.allow(may);
  };
  const node = h("section", { class: "hs-panel hs-library", "aria-label": "Exercise library" }, h("h2", {}, "Exercises"), browse, detail.node);
  return { node, draw, allow, show };
}
