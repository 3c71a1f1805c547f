// What is said of the browser's memory: that it may be lost, that it is refused, that some of it could not be read.

/** @import { Page } from "./host.js" */
import { make, press } from "../shared/dom.js";
import { canShare, copy, diaryText, download, downloadText, share } from "./export.js";
import { ask, notice } from "./forms.js";
import { prose, say } from "./say.js";

/** Sessions that are on this device alone before the first screen reminds of them. */
const REMIND_AFTER = 3;

/**
 * For the first screen.
 * @param {Page} page
 */
export function storeNotes(page) {
  const { diary } = page;
  const older = diary.earlier.filter(({ isUnsent }) => isUnsent);
  const found = [
    ...(diary.damaged ? aside(page) : []),
    ...older.map(({ version }) => notice(say("page.store.older", { number: version }), "warn")),
  ];
  if (!diary.place.kept) return [...found, notice(say("page.store.refused"), "warn")];
  const number = diary.onlyHere();
  return number < REMIND_AFTER ? found : [...found, reminder(page, number)];
}

/** Where the diary is, and that it may be lost there. */
export function kept() {
  return notice(prose(say("page.store.kept"), say("page.store.drop")));
}

/**
 * What could not be read, on its way to somebody who can; none where there is nothing.
 * @param {Page} page
 */
export function aside({ facts, diary }) {
  const texts = diary.place.asides();
  if (!texts.length) return [];
  const save = () => downloadText(`diary-${facts.plan_id}-${facts.plan_code}-aside.txt`, texts.join("\n"));
  const keys = make("div", { class: "keys" }, press(say("page.store.aside"), save));
  return [make("div", { class: "notice warn" }, make("p", {}, say("page.store.damaged")), keys)];
}

/**
 * The key that sends the diary away, or copies it where the browser cannot send a file.
 * @param {Page} page
 */
export function send(page) {
  const shared = async () => {
    if (await share(page)) page.show("diary", say("page.book.sent"));
  };
  if (canShare(page)) return press(say("page.book.share"), shared);
  const copied = async () => {
    if (await copy(page)) return page.show("diary", say("page.book.copied"));
    const text = /** @type {HTMLTextAreaElement} */ (
      make("textarea", { rows: 6, readonly: true, "aria-label": say("page.book.copy") })
    );
    text.value = diaryText(page);
    text.addEventListener("focus", () => text.select());
    const closed = ask(
      say("page.book.copy"),
      [make("p", {}, say("page.book.by_hand")), text],
      [[null, say("page.close"), "main"]],
    );
    text.focus();
    await closed;
  };
  const key = press(say("page.book.copy"), copied);
  key.hidden = !("clipboard" in navigator);
  return key;
}

/**
 * @param {Page} page
 * @param {number} number of sessions
 */
function reminder(page, number) {
  const save = press(say("page.book.download"), () => {
    download(page);
    box.replaceWith(notice(say("page.book.put"), "good"));
  });
  const box = make(
    "div",
    { class: "notice" },
    make("p", {}, prose(say("page.store.only_here", { number }), say("page.store.drop"))),
    make("div", { class: "keys" }, save, send(page)),
  );
  return box;
}
