// The diary's file, on its way out.

/** @import { Page } from "./host.js" */
import { make } from "../shared/dom.js";
import { diaryCsv } from "./table.js";

/** The time that a browser has to fetch the file. */
const FETCHED_MS = 60_000;

/** @param {Page} page */
export function download(page) {
  const file = csvFile(page);
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

/** @param {Page} page */
export async function share(page) {
  const file = csvFile(page);
  await navigator.share({ files: [file], title: file.name }).catch(() => null); // somebody thought better of it
}

/** @param {Page} page */
function csvFile({ facts, diary }) {
  const name = `diary-${facts.plan_id}-${facts.plan_code}-v${facts.plan_version}.csv`;
  return new File([diaryCsv(facts, diary)], name, { type: "text/csv" });
}
