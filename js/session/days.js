// Days and times of the device's own clock. A day is text such as 2026-06-01; such texts sort by themselves.

/** @param {number} n */
const two = (n) => String(n).padStart(2, "0");

/**
 * The day of a moment, where the device is.
 * @param {Date} date
 */
export function dayOf(date) {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/**
 * Whether there is such a day.
 * @param {unknown} value
 */
export function isDay(value) {
  return typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(noon(value));
}

/**
 * @param {string} day
 * @param {number} [days]
 */
export function dayAfter(day, days = 1) {
  return new Date(noon(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * In the digits of the rest of the page.
 * @param {string} day
 * @param {string} lang
 */
export function dayInWords(day, lang) {
  const format = new Intl.DateTimeFormat(lang, {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: "UTC",
    numberingSystem: "latn",
  });
  return format.format(noon(day));
}

/**
 * With the offset from UTC, as the diary asks for it.
 * @param {Date} date
 */
export function moment(date) {
  const minutes = -date.getTimezoneOffset();
  const off = Math.abs(minutes);
  const time = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
  return `${dayOf(date)}T${time}${minutes < 0 ? "-" : "+"}${two(Math.floor(off / 60))}:${two(off % 60)}`;
}

/**
 * @param {string} day
 * @returns {number} the middle of the day in UTC, in ms
 */
function noon(day) {
  return Date.parse(`${day}T12:00:00Z`);
}
