// The last screen: what was done, how it felt. The player's count is a proposal; the patient has the last word.
function finishScreen(app, sitting, run, before) {
  const { facts } = app;
  // Whoever did none of what the day asks for did a session of their own choice: the day's session is still to come.
  const ofDay = sitting.items.some((item) => sitting.planned.includes(item.item));
  const planned = facts.items.filter((item) => sitting.items.includes(item) || (ofDay && sitting.planned.includes(item.item)));
  const asked = planned.map((item) => doneField(item, run));
  const early = run && planned.some((item) => item.sides.some((side) => worked(item, side, run.steps, run.spent).status !== "done"));
  const pains = {
    pain_before: before, pain_worst: scale(say("page.end.worst"), say("page.pain.low"), say("page.pain.high")),
    pain_after: scale(say("page.end.now"), say("page.pain.low"), say("page.pain.high")),
    effort: scale(say("page.end.effort"), say("page.effort.low"), say("page.effort.high")),
  };
  const help = helpField(app);
  const note = make("textarea", { id: "note", rows: "3", maxlength: `${TEXT_MAX}` });
  const save = () => {
    const head = { started_at: run ? moment(run.started) : "", logged_at: moment(new Date()), help_sign: help.value(), note: plainText(note.value) };
    for (const [name, part] of Object.entries(pains)) head[name] = typeof part === "string" ? part : part.value;
    const parts = asked.flatMap((field) => field.answers());
    if (!parts.length) return;
    app.diary.log(sitting, parts, head);
    app.show("diary", say("page.saved"));
  };
  return make("div", { class: "screen" }, make("h1", { tabindex: "-1" }, !run ? dayInWords(sitting.day, facts.lang) : early ? say("page.end.early") : say("page.end.done")),
    ...(run ? [make("p", { class: "big" }, early ? say("page.end.early_how") : say("page.end.done_how"))] : []),
    make("h2", {}, say("page.end.what")), ...asked.map((field) => field.node),
    make("h2", {}, say("page.end.felt")), pains.pain_worst.node, pains.pain_after.node, pains.effort.node, help.node,
    make("div", { class: "field" }, make("label", { for: "note" }, say("page.end.note")), note),
    notice(say("page.end.blank")), press(say("page.end.save"), save, { class: "main wide-key" }));
}

// All, part or none of one exercise; with a reason where it was not all, with the load where there is one.
function doneField(item, run) {
  const told = item.sides.map((side) => (run ? worked(item, side, run.steps, run.spent) : null));
  const all = (status) => told.every((one) => one?.status === status);
  const first = !run ? "" : all("done") ? "done" : all("not_done") ? "not_done" : "partial";
  const given = run?.reasons?.[item.item] ?? "";
  const why = make("select", { id: `why-${item.item}` }, make("option", { value: "" }, ""),
    ...reasons().map(([value, text]) => make("option", { value, selected: value === given }, text)));
  const asked = make("div", { class: "field" }, make("label", { for: why.id }, say("page.reason.why")), why);
  const load = item.load_kg ? make("input", { id: `load-${item.item}`, inputmode: "decimal", value: `${item.load_kg}`, size: "6" }) : null;
  const status = choice(item.exercise, [["done", say("page.end.all")], ["partial", say("page.end.part")], ["not_done", say("page.end.none")]],
    { value: first, changed: () => refresh() });
  const loaded = load && make("div", { class: "field" }, make("label", { for: load.id }, say("page.end.load")), load);
  const node = make("div", { class: "card" }, status.node, asked, ...(loaded ? [loaded] : []));
  const refresh = () => {
    asked.hidden = !["partial", "not_done"].includes(status.value);
    if (loaded) loaded.hidden = !["partial", "done"].includes(status.value);
  };
  refresh();
  const kilos = () => { const text = load ? load.value.trim().replace(",", ".") : ""; return /^\d{1,3}(\.\d{1,6})?$/.test(text) && Number(text) <= 500 ? text : ""; };
  const answers = () => !status.value && !run ? [] : item.sides.map((side, n) => {
    // The clock's own count stands as long as nobody says otherwise.
    const counted = told[n] && status.value === first ? told[n] : null;
    const row = counted ? { ...counted } : status.value === "done" ? whole(item) : { status: status.value };
    if (load && row.status !== "not_done") row.load_kg = kilos();
    if (n === 0 && row.status && !asked.hidden) row.reason = why.value;
    return [item, side, row];
  });
  return { node, answers };
}

// The list of signs, at hand; whoever says yes ticks which ones, and is told at once what to do.
function helpField(app) {
  const signs = make("div", { hidden: true });
  const told = choice(say("page.help.ask"), [["no", say("page.no")], ["yes", say("page.yes")]], { changed: () => { signs.hidden = told.value !== "yes"; } });
  for (const box of app.tiers) {
    const alert = make("p", { class: "alert", role: "alert" });
    const title = box.querySelector("h2, h3").textContent.replace(/:$/, ".");
    const rows = [...box.querySelectorAll("li")].map((line) => {
      const input = make("input", { type: "checkbox", value: line.textContent });
      input.addEventListener("change", () => {
        const any = rows.some((row) => row.querySelector("input").checked);
        alert.textContent = any ? `${say("safety.stop_first")} ${title.replace(/ if\.$/, ".")}` : "";
      });
      return make("li", {}, make("label", { class: "tick-row" }, input, make("span", {}, line.textContent)));
    });
    signs.append(make("div", { class: box.className }, make("h3", {}, box.querySelector("h2, h3").textContent), alert, make("ul", { class: "ticks" }, ...rows)));
  }
  const value = () => {
    const which = [...signs.querySelectorAll("input:checked")].map((input) => input.value);
    return told.value === "yes" && which.length ? plainText(`yes: ${which.join(" ")}`) : told.value;
  };
  return { node: make("div", { class: "card" }, told.node, press(say("safety.help"), () => app.help()), signs), value };
}
