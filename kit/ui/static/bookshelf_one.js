// One exercise in full: the patient's sheet, what is known of it, and the check, each behind a tab.
function shelfOne(send, go) {
  const name = h("h2", { class: "bs-name", tabindex: "-1", id: "bs-one" });
  const about = h("p", { class: "bs-about" });
  const marks = h("p", { class: "bs-marks" });
  const open = h("p", { class: "bs-note", hidden: true });
  const own = ownForm("Start my own from this", (typed) => send({ do: "start", name: typed, from: shown.id }));
  const sheet = sheetPanel((sides) => send({ do: "show", id: shown.id, sides }));
  const background = h("div", { class: "bs-background" }), check = h("div", { class: "bs-check" });
  const pages = tabs([["The patient's sheet", sheet.node], ["Background", background], ["Check", check]]);
  const node = h("section", { class: "hs-panel bs-one", "aria-label": "Exercise in full" },
    h("div", { class: "bs-head" }, h("div", { class: "bs-title" }, name, about, marks), own.opener), own.node, open, pages.node);
  let shown = {};

  const draw = (one) => {
    const other = one.id !== shown.id;
    shown = one;
    name.textContent = one.name;
    about.textContent = `${one.about.join(" · ")} · ${one.position}`;
    marks.replaceChildren(...markers(one));
    open.hidden = !one.open.length;
    open.textContent = `Still to be filled in by a clinician: ${one.open.join(", ")}. Until then no plan takes it, and what stands there is a placeholder.`;
    sheet.draw(one.sheet, one);
    background.replaceChildren(...backgroundOf(one.background, go));
    check.replaceChildren(...checkOf(one.check, go));
    if (other) own.close();
  };
  return { node, draw, focus: () => { name.scrollIntoView({ block: "nearest" }); name.focus(); }, head: name };
}

// Tabs by the usual keys: arrows, Home, End.
function tabs(pairs) {
  const id = ++made;
  const heads = pairs.map(([name], i) => button(name, () => choose(i), { role: "tab", id: `bs-tab-${id}-${i}`, "aria-controls": `bs-page-${id}-${i}` }));
  const pages = pairs.map(([, node], i) => h("div", { role: "tabpanel", id: `bs-page-${id}-${i}`, "aria-labelledby": `bs-tab-${id}-${i}`, tabindex: "0", class: "bs-page" }, node));
  const choose = (n) => heads.forEach((head, i) => {
    head.setAttribute("aria-selected", String(i === n));
    head.tabIndex = i === n ? 0 : -1;
    pages[i].hidden = i !== n;
  });
  const bar = h("div", { role: "tablist", class: "bs-tabs", "aria-label": "Parts of the exercise" }, ...heads);
  bar.addEventListener("keydown", (e) => {
    const at = heads.indexOf(e.target), last = heads.length - 1;
    const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at ? at - 1 : last, Home: 0, End: last }[e.key];
    if (to === undefined || at < 0) return;
    e.preventDefault();
    e.stopPropagation();
    choose(to);
    heads[to].focus();
  });
  choose(0);
  return { node: h("div", {}, bar, ...pages) };
}

// What the handout prints, beside a choice of sides.
function sheetPanel(turn) {
  const group = `bs-sides-${++made}`;
  const sides = h("fieldset", { class: "bs-sides" });
  const time = h("p", { class: "hs-quiet" });
  const paper = h("article", { class: "bs-paper", "aria-label": "As the patient reads it" });
  const node = h("div", {}, h("div", { class: "bs-sheet-bar" }, sides, time), paper);
  let offered = "";
  const drawSides = (sheet, id) => {
    const now = JSON.stringify([id, sheet.choices]);
    if (now !== offered) {
      sides.replaceChildren(h("legend", { class: "hs-unseen" }, "Sides"), ...sheet.choices.map(([value, text]) =>
        h("label", { class: "bs-side" }, h("input", { type: "radio", name: group, value, onchange: () => turn(value) }), h("span", {}, text))));
    }
    offered = now;
    sides.hidden = !sheet.choices.length;
    for (const choice of sides.querySelectorAll("input")) choice.checked = choice.value === sheet.sides;
  };
  const listed = (title, lines) => h("div", { class: "bs-aside" }, h("h4", {}, title), h("ul", {}, ...lines.map((line) => h("li", {}, line))));
  const draw = (sheet, { id }) => {
    drawSides(sheet, id);
    time.textContent = `As it is printed, at the default dose: ${sheet.time} in a session`;
    const pictures = sheet.pictures.map((p) => h("figure", {}, h("img", { src: p.src, alt: p.alt })));
    paper.replaceChildren(h("h3", {}, sheet.name),
      ...(pictures.length ? [h("div", { class: "bs-pictures" }, ...pictures)] : []),
      h("p", { class: "bs-dose" }, sheet.dose.join(" ")),
      h("dl", { class: "bs-table", "aria-label": sheet.dose_title }, ...sheet.table.map(([term, value]) => h("div", {}, h("dt", {}, term), h("dd", {}, value)))),
      h("div", { class: "bs-columns" },
        h("div", { class: "bs-steps" }, h("h4", {}, sheet.steps_title), h("ol", {}, ...sheet.steps.map((step) => h("li", {}, step)))),
        h("div", { class: "bs-asides" }, ...sheet.asides.map((aside) => listed(aside.title, aside.lines)))),
      ...(sheet.licence ? [h("p", { class: "bs-licence" }, sheet.licence)] : []));
  };
  return { node, draw };
}

// A link inside the page, to another exercise.
function linkTo(id, name, go) {
  return h("a", { href: "#bs-one", class: "bs-link", onclick: (e) => { e.preventDefault(); go(id); } }, name);
}

function part(title, ...kids) {
  return h("section", { class: "bs-part" }, h("h3", {}, title), ...kids);
}

function facts(pairs) {
  return h("dl", { class: "bs-facts" }, ...pairs.flatMap(([term, value]) => [h("dt", {}, term), h("dd", {}, value)]));
}

function backgroundOf(known, go) {
  const way = (v) => h("li", {}, v.id ? linkTo(v.id, v.name, go) : v.text, v.id && v.text ? ` ${v.text}` : "", v.why ? h("span", { class: "bs-why" }, v.why) : "");
  const ways = (title, all) => (all.length ? [part(title, h("ul", { class: "bs-ways" }, ...all.map(way)))] : []);
  const tag = (t) => [h("dt", {}, h("code", {}, t.name)), h("dd", {}, t.means, t.limb ? h("span", { class: "bs-why" }, `Counts for ${t.limb}.`) : "")];
  const source = (s) => h("li", {}, h("b", { class: "bs-evidence", title: s.means }, s.mark), h("span", {}, s.says || "Named as the source.",
    h("span", { class: "bs-why" }, s.cites ? `${s.cites} ${s.mark}: ${s.means}.` : `${s.mark}: ${s.means}.`)));
  return [
    part("At a glance", facts(known.facts)),
    ...(known.easier.length || known.harder.length ? [h("div", { class: "bs-pair" }, ...ways("Easier", known.easier), ...ways("Harder", known.harder))] : []),
    ...(known.precautions.length ? [part("Precautions", h("ul", { class: "bs-dots" }, ...known.precautions.map((line) => h("li", {}, line))))] : []),
    part("Movement tags", known.tags.length ? h("dl", { class: "bs-facts bs-tags" }, ...known.tags.flatMap(tag)) : h("p", { class: "hs-quiet" }, "None. No condition can be matched by its movement.")),
    part("Sources", h("ul", { class: "bs-sources" }, ...known.sources.map(source))),
    ...(known.licence.length ? [part("Licence", facts(known.licence))] : []),
  ];
}
