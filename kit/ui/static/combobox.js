// A list to pick from by typing: arrow keys, Enter and Escape, or the mouse.
function combobox(name, placeholder, options, choose) {
  const id = `hs-${++made}`;
  const input = h("input", { type: "text", role: "combobox", autocomplete: "off", placeholder,
    "aria-expanded": "false", "aria-autocomplete": "list", "aria-controls": id });
  const list = h("ul", { id, class: "hs-options", role: "listbox", "aria-label": name, hidden: true });
  const rows = options.map((one, i) => h("li", { id: `${id}-${i}`, role: "option", "aria-selected": "false",
    onmousedown: (e) => e.preventDefault(), onclick: () => take(i) }, one.name));
  const sought = options.map((one) => `${one.name} ${one.about}`.toLowerCase());
  const none = h("li", { role: "option", "aria-disabled": "true", "aria-selected": "false", class: "hs-quiet" }, "Nothing of this name. Try fewer letters.");
  let shown = [], at = -1;

  const open = (is) => {
    list.hidden = !is;
    input.setAttribute("aria-expanded", String(is));
    if (!is) point(-1);
  };
  const point = (n) => {
    rows[shown[at]]?.setAttribute("aria-selected", "false");
    at = n;
    const row = rows[shown[at]];
    row?.setAttribute("aria-selected", "true");
    row?.scrollIntoView({ block: "nearest" });
    if (row) input.setAttribute("aria-activedescendant", row.id);
    else input.removeAttribute("aria-activedescendant");
  };
  const filter = () => {
    const words = input.value.toLowerCase().split(" ").filter(Boolean);
    point(-1);
    // Names that hold every word come first, then those whose advice does.
    const named = (i) => words.every((word) => options[i].name.toLowerCase().includes(word));
    const hits = sought.flatMap((text, i) => (words.every((word) => text.includes(word)) ? [i] : []));
    shown = [...hits.filter(named), ...hits.filter((i) => !named(i))];
    list.replaceChildren(...(shown.length ? shown.map((i) => rows[i]) : [none]));
    open(true);
    list.scrollIntoView({ block: "nearest" });
  };
  const take = (i) => {
    input.value = "";
    open(false);
    choose(options[i]);
  };
  const keys = {
    ArrowDown: () => { if (list.hidden) filter(); point(Math.min(at + 1, shown.length - 1)); },
    ArrowUp: () => point(Math.max(at - 1, 0)),
    Enter: () => { if (!list.hidden && shown.length) take(shown[Math.max(at, 0)]); },
    Escape: () => open(false),
  };
  input.addEventListener("keydown", (e) => {
    if (!keys[e.key]) return;
    e.preventDefault();
    e.stopPropagation();
    keys[e.key]();
  });
  input.addEventListener("input", filter);
  input.addEventListener("click", filter);
  input.addEventListener("blur", () => open(false));
  const node = h("div", { class: "hs-combo" }, field(name, input), list);
  return { node, input };
}
