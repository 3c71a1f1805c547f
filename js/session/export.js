// The diary's file, on its way out.

/** @import { Page } from "./host.js" */
import { make } from "../shared/dom.js";
import { moment } from "./days.js";
import { diaryCsv } from "./table.js";

/** The time that a browser has to fetch the file. */
const FETCHED_MS = 60_000;

/** @param {Page} page */
export function download(page) {
  put(csvFile(page));
  wentOut(page);
}

/**
 * @param {string} name
 * @param {string} text
 */
export function downloadText(name, text) {
  put(new File([text], name, { type: "text/plain" }));
}

/** @param {File} file */
function put(file) {
  const href = URL.createObjectURL(file);
  make("a", { href, download: file.name }).click();
  setTimeout(() => URL.revokeObjectURL(href), FETCHED_MS);
}

/** @param {Page} page */
export function canShare(page) {
  try {
    return Boolean(navigator.canShare?.({ files: [csvFile(page)] }));
  } catch {
    return false;
  }
}

/**
 * Hand the diary to another program. Says whether it was taken.
 * @param {Page} page
 */
export async function share(page) {
  const file = csvFile(page);
  try {
    await navigator.share({ files: [file], title: file.name });
  } catch {
    return false; // somebody thought better of it
  }
  wentOut(page);
  return true;
}

/**
 * Put the diary where the next message takes it from, within the press itself, which is all that some browsers allow.
 * Says whether the browser let it.
 * @param {Page} page
 */
export async function copy(page) {
  try {
    await navigator.clipboard.writeText(diaryText(page));
  } catch {
    return false;
  }
  wentOut(page);
  return true;
}

/**
 * What is written down is no longer on this device alone.
 * @param {Page} page
 */
function wentOut({ diary, now }) {
  diary.saved = moment(now());
  diary.save();
}

/**
 * The diary as text: what was told alone, so that a message takes it, without the mark that only a file begins with.
 * @param {Page} page
 */
export function diaryText({ facts, diary }) {
  return diaryCsv(facts, diary, true).replace(/^\ufeff/, "");
}

/** @param {Page} page */
function csvFile({ facts, diary }) {
  const name = `diary-${facts.plan_id}-${facts.plan_code}-v${facts.plan_version}.csv`;
  return new File([diaryCsv(facts, diary)], name, { type: "text/csv" });
}
