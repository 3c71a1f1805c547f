// The diary screen: what was written down, and its way out: download, share, take in again, delete.

/** @import { Item, Status } from "./facts.js" */
/** @import { Page } from "./host.js" */
/** @import { Row } from "./types.js" */
import { make, press } from "../shared/dom.js";
import { ACTIVITIES } from "./activities.js";
import { dayInWords } from "./days.js";
import { download } from "./export.js";
import { ask, notice } from "./forms.js";
import { prose, say } from "./say.js";
import { signText } from "./signs.js";
import { aside, kept, send } from "./store_notes.js";
import { mergeCsv } from "./table.js";

/**
 * @param {Page} page
 * @param {string} [said] what has just happened
 */
export function bookScreen(page, said) {
  const { diary } = page;
  const heads = diary.sessions();
  const put = () => {
    download(page);
    page.show("diary", say("page.book.put"));
  };
  return make(
    "div",
    { class: "screen" },
    make("h1", { tabindex: "-1" }, say("diary.title")),
    ...(said ? [make("p", { class: "notice good said", tabindex: "-1" }, said)] : []),
    ...aside(page),
    diary.place.kept ? kept() : notice(say("page.store.refused"), "warn"),
    press(say("page.book.download"), put, { class: "main wide-key" }),
    send(page),
    ...(diary.saved ? [make("p", { class: "quiet" }, say("page.book.last", { day: savedOn(page) }))] : []),
    make("p", { class: "quiet" }, say("page.book.download_how")),
    make("h2", {}, say("page.book.entries")),
    heads.length
      ? make("ul", { class: "entries" }, ...heads.map((head) => entry(page, head)))
      : notice(say("page.book.empty")),
    more(page),
  );
}

/** @param {Page} page */
function savedOn({ diary, facts }) {
  return dayInWords(diary.saved.slice(0, 10), facts.lang);
}

/**
 * One session, in the patient's own words.
 * @param {Page} page
 * @param {Row} head
 */
function entry(page, head) {
  const rows = page.diary.ofSession(head);
  /** @param {Status} status */
  const names = (status) => {
    const items = page.facts.items.filter((item) => statusOf(item, rows) === status);
    return items.map((item) => item.exercise).join(say("mark.comma"));
  };
  const lines = [
    [say("page.book.done"), names("done")],
    [say("page.book.partial"), names("partial")],
    [say("page.book.not_done"), names("not_done")],
    [say("diary.pain_before"), head.pain_before],
    [say("diary.pain_worst"), head.pain_worst],
    [say("page.book.after"), head.pain_after],
    [say("diary.pain_morning"), head.pain_next_morning],
    [say("diary.effort"), head.effort],
    ...page.facts.activities.map((name, n) => [name, ratingOf(head, n)]),
    [say("page.book.sign"), signText(head)],
    [say("page.book.reason"), head.reason],
    [say("page.book.note"), head.note],
  ];
  const shown = lines.flatMap(([name, text]) =>
    name && text ? [make("div", {}, make("dt", {}, name), make("dd", {}, make("bdi", {}, text)))] : [],
  );
  const title = make("h3", {}, dayInWords(head.date, page.facts.lang));
  return make("li", { class: "card" }, title, make("dl", { class: "facts" }, ...shown));
}

/**
 * How well an activity goes, as the session tells it.
 * @param {Row} head
 * @param {number} n its place among the activities
 */
function ratingOf(head, n) {
  const name = ACTIVITIES[n];
  return name && head[name];
}

/**
 * One status for an exercise: in part where its sides differ.
 * @param {Item} item
 * @param {readonly Row[]} rows
 */
export function statusOf(item, rows) {
  const told = new Set(rows.filter((row) => row.item === item.item && row.status).map((row) => row.status));
  return told.size > 1 ? "partial" : [...told][0];
}

/** @param {Page} page */
function more(page) {
  const takenIn = async () => {
    const [chosen] = file.files ?? [];
    if (chosen) takeIn(page, await chosen.text());
  };
  const file = make("input", { type: "file", accept: ".csv,text/csv", id: "earlier", onchange: takenIn });
  return make(
    "details",
    {},
    make("summary", {}, say("page.book.more")),
    make("div", { class: "field" }, make("label", { for: "earlier" }, say("page.book.earlier")), file),
    make("p", {}, say("page.book.delete_how")),
    press(say("page.book.delete"), () => remove(page), { class: "danger" }),
  );
}

/**
 * @param {Page} page
 * @param {string} text
 */
function takeIn(page, text) {
  const { taken, kept, refused } = mergeCsv(page.facts, page.diary, text);
  const said = [
    say("page.book.taken", { number: taken }),
    say("page.book.stayed", { number: kept }),
    say("page.book.refused", { number: refused }),
  ];
  page.show("diary", prose(...said));
}

/** @param {Page} page */
async function remove(page) {
  const said = await ask(
    say("page.book.delete"),
    [notice(say("page.book.delete_sure"), "warn")],
    [
      ["yes", say("page.book.delete_yes"), "danger"],
      [null, say("page.cancel"), "main"],
    ],
  );
  if (said !== "yes") return;
  page.diary.clear();
  page.show("diary", say("page.book.deleted"));
}
