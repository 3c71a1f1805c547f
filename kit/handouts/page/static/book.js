// The diary screen: what was written down, and its way out: download, share, take in again, delete.
function bookScreen(app, said) {
  const { facts, diary } = app;
  const kids = [make("h1", { tabindex: "-1" }, say("diary.title"))];
  if (said) kids.push(notice(said, "good"));
  kids.push(diary.place.kept ? notice(say("page.store.kept")) : notice(say("page.store.refused"), "warn"));
  const told = make("p", { role: "status" });
  const file = make("input", { type: "file", accept: ".csv,text/csv", id: "earlier", onchange: () => takeIn(app, file, told) });
  const out = press(say("page.book.download"), () => download(app), { class: "main wide-key" });
  const share = press(say("page.book.share"), () => navigator.share({ files: [csvFile(app)], title: csvName(facts) }).catch(() => null));
  share.hidden = !canShare(app);
  kids.push(out, share, make("p", { class: "quiet" }, say("page.book.download_how")), make("h2", {}, say("page.book.entries")));
  const heads = diary.sessions();
  if (!heads.length) kids.push(notice(say("page.book.empty")));
  else kids.push(make("ul", { class: "entries" }, ...heads.map((head) => entry(app, head))));
  kids.push(make("details", {}, make("summary", {}, say("page.book.more")),
    make("div", { class: "field" }, make("label", { for: "earlier" }, say("page.book.earlier")), file, told),
    make("p", {}, say("page.book.delete_how")), press(say("page.book.delete"), () => remove(app), { class: "danger" })));
  return make("div", { class: "screen" }, ...kids);
}

function entry(app, head) {
  const rows = app.diary.ofSession(head);
  const said = (item) => {
    const told = new Set(rows.filter((row) => row.item === item.item && row.status).map((row) => row.status));
    return told.size > 1 ? "partial" : [...told][0];
  };
  const byItem = (status) => app.facts.items.filter((item) => said(item) === status);
  const lines = [["done", say("page.book.done")], ["partial", say("page.book.partial")], ["not_done", say("page.book.not_done")]]
    .map(([status, name]) => [name, byItem(status).map((item) => item.exercise).join(", ")]);
  for (const [key, name] of [["pain_before", say("diary.pain_before")], ["pain_worst", say("diary.pain_worst")], ["pain_after", say("page.book.after")],
    ["pain_next_morning", say("diary.pain_morning")], ["effort", say("diary.effort")], ["reason", say("page.book.reason")], ["note", say("page.book.note")]]) {
    lines.push([name, head[key] ?? ""]);
  }
  return make("li", { class: "card" }, make("h3", {}, dayInWords(head.date, app.facts.lang)), make("dl", { class: "facts" },
    ...lines.filter(([, text]) => text !== "").map(([name, text]) => make("div", {}, make("dt", {}, name), make("dd", {}, make("bdi", {}, text))))));
}

function csvName(facts) { return `diary-${facts.plan_id}-${facts.plan_code}-v${facts.plan_version}.csv`; }

function csvFile(app) { return new File([diaryCsv(app.facts, app.diary)], csvName(app.facts), { type: "text/csv" }); }

function canShare(app) {
  try { return Boolean(navigator.canShare?.({ files: [csvFile(app)] })); } catch { return false; }
}

function download(app) {
  const href = URL.createObjectURL(csvFile(app));
  make("a", { href, download: csvName(app.facts) }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

async function takeIn(app, file, told) {
  if (!file.files.length) return;
  const done = mergeCsv(app.facts, app.diary, await file.files[0].text());
  app.show("diary", `${say("page.book.taken", { number: done.taken })} ${say("page.book.stayed", { number: done.kept })} ${say("page.book.refused", { number: done.refused })}`);
}

async function remove(app) {
  const said = await ask(say("page.book.delete"), [notice(say("page.book.delete_sure"), "warn")],
    [["yes", say("page.book.delete_yes"), "danger"], [null, say("page.cancel"), "main"]]);
  if (said !== "yes") return;
  app.diary.clear();
  app.show("diary", say("page.book.deleted"));
}
