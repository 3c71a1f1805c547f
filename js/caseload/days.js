// Days in words, without the clock of the browser: a day is a day wherever it is read.

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAY_MS = 86_400_000;

/**
 * 2026-06-01 as 1 Jun 2026; nothing where there is no day.
 * @param {string} day
 */
export function said(day) {
  const [year, month, date] = day.split("-");
  return year && month && date ? `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}` : "";
}

/**
 * The same without its year where that is the year of the page.
 * @param {string} day
 * @param {string} asOf
 */
export function brief(day, asOf) {
  return day.slice(0, 4) === asOf.slice(0, 4) ? said(day).replace(/ \d{4}$/, "") : said(day);
}

/**
 * How far a day lies from another one, in words.
 * @param {string} day
 * @param {string} from
 */
export function away(day, from) {
  const days = Math.round((Date.parse(day) - Date.parse(from)) / DAY_MS);
  if (!Number.isFinite(days)) return "";
  if (days === 0) return "today";
  const n = Math.abs(days) === 1 ? "1 day" : `${Math.abs(days)} days`;
  return days > 0 ? `in ${n}` : `${n} ago`;
}
