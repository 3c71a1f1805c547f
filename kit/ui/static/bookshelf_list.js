// The list: search, filters, and a row for each exercise found.
function shelfList(model, send, pick) {
  const words = h("input", { type: "search", placeholder: "hip, glute, wall…", autocomplete: "off" });
  const select = () => h("select", { onchange: () => seek() });
  const filters = { region: select(), category: select(), position: select(), whose: select() };
  const things = h("div", { class: "bs-things", role: "group", "aria-label": "Equipment at hand", hidden: true });
  const byThings = h("input", { type: "checkbox", onchange: () => seek() });
  const count = h("p", { class: "bs-count", role: "status" });
  const list = h("ul", { class: "bs-rows", "aria-label": "Exercises found" });
  const ticks = () => [...things.querySelectorAll("input")];
  const ticked = () => ticks().filter((box) => box.checked).map((box) => box.value);
  const clear = button("Clear", () => {
    for (const control of [words, ...Object.values(filters)]) control.value = "";
    for (const box of [byThings, ...ticks()]) box.checked = false;
    seek();
    words.focus();
  }, { class: "bs-plain", "aria-label": "Clear search and filters", hidden: true });

  const seek = () => {
    const wish = { do: "search", words: words.value, things: byThings.checked ? ticked() : null };
    for (const [name, control] of Object.entries(filters)) wish[name] = control.value;
    things.hidden = !byThings.checked;
    clear.hidden = !(words.value || byThings.checked || Object.values(filters).some((control) => control.value));
    send(wish);
  };
  words.addEventListener("input", seek);

  const offer = (control, pairs) => {
    const chosen = control.value;
    control.replaceChildren(...choices(pairs));
    control.value = pairs.some(([value]) => value === chosen) ? chosen : "";
  };
  const drawLists = () => {
    const lists = model.get("lists"), kept = new Set(ticked());
    offer(filters.region, [["", "All regions"], ...lists.regions]);
    offer(filters.category, [["", "All kinds"], ...lists.categories]);
    offer(filters.position, [["", "All positions"], ...lists.positions]);
    offer(filters.whose, lists.whose);
    things.replaceChildren(...lists.things.map((name) => h("label", { class: "bs-tick" },
      h("input", { type: "checkbox", value: name, onchange: seek, checked: kept.has(name) }), h("span", {}, name))));
  };

  const choose = (id) => {
    pick();
    send({ do: "show", id });
  };
  const row = (exercise) => {
    const marks = h("span", { class: "bs-marks" }, ...markers(exercise));
    return h("li", {}, h("button", { type: "button", class: "bs-row", "data-id": exercise.id, onclick: () => choose(exercise.id) },
      h("span", { class: "bs-row-name" }, exercise.name),
      h("span", { class: "bs-row-about" }, `${exercise.about.join(" · ")} · ${exercise.position}`), marks));
  };
  const point = () => {
    const now = model.get("one").id;
    for (const one of list.querySelectorAll(".bs-row")) {
      if (one.dataset.id === now) one.setAttribute("aria-current", "true");
      else one.removeAttribute("aria-current");
    }
  };
  const reveal = () => list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  const draw = () => {
    const { rows, count: n, all } = model.get("found");
    const held = list.getRootNode().activeElement?.dataset?.id; // the focus stays on the same exercise
    list.replaceChildren(...rows.map(row));
    const found = n === all ? `${n} exercises` : `${n} of ${all} exercises`;
    count.textContent = n > rows.length ? `${found}, the first ${rows.length} shown` : found;
    if (!n) list.append(h("li", { class: "bs-none" }, "Nothing found. Try fewer letters or fewer filters."));
    point();
    [...list.querySelectorAll(".bs-row")].find((one) => held && one.dataset.id === held)?.focus();
  };
  const node = h("section", { class: "hs-panel bs-list", "aria-label": "Exercises" }, h("h2", {}, "Exercises"),
    field("Search", words),
    h("div", { class: "bs-filters" }, field("Region", filters.region), field("Kind", filters.category),
      field("Position", filters.position), field("Whose", filters.whose)),
    h("label", { class: "bs-tick" }, byThings, h("span", {}, "Only with the equipment at hand")), things,
    h("div", { class: "bs-count-row" }, count, clear),
    // A list that scrolls can be reached by keyboard.
    h("div", { class: "bs-scroll", tabindex: "0", role: "group", "aria-label": "Exercises found, scrolling" }, list));
  return { node, draw, drawLists, point, reveal };
}

// Whose it is, whether it is signed off, and whether anything is still open: in words, not in colour alone.
function markers(exercise) {
  const open = exercise.open.length ? [h("span", { class: "bs-mark bs-open" }, "Needs a clinician")] : [];
  return [h("span", { class: `bs-mark bs-${exercise.origin}` }, exercise.whose), h("span", { class: "bs-mark bs-review" }, exercise.review), ...open];
}
