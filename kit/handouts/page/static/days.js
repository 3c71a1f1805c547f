// Days and times of the device's own clock. A day is text such as 2026-06-01; such texts sort by themselves.
const two = (n) => String(n).padStart(2, "0");

function dayOf(date) {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function dayAfter(day, days = 1) {
  const [year, month, date] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}

// In the digits of the rest of the page.
function dayInWords(day, lang) {
  const [year, month, date] = day.split("-").map(Number);
  const format = new Intl.DateTimeFormat(lang, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC", numberingSystem: "latn" });
  return format.format(new Date(Date.UTC(year, month - 1, date)));
}

// With the offset from UTC, as the diary asks for it.
function moment(date) {
  const minutes = -date.getTimezoneOffset(), off = Math.abs(minutes);
  const time = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
  return `${dayOf(date)}T${time}${minutes < 0 ? "-" : "+"}${two(Math.floor(off / 60))}:${two(off % 60)}`;
}

// What the plan asks for on `day`, given what the diary holds already.
function agenda(facts, diary, day) {
  const week = facts.days[day] ?? null;
  const state = day < facts.start ? "early" : day >= facts.until ? "over" : week === null ? "paused" : "open";
  const today = facts.slots.map(([w, date, number, group]) => ({ week: w, date, number, group })).filter((s) => s.date === day);
  const open = today.filter((s) => !diary.rows.some((r) => !r.free && r.date === day && r.slot === s.number && r.status));
  const slot = open[0] ?? null;
  const items = slot ? facts.groups[slot.group].map((n) => facts.items[n]) : [];
  const free = state === "open" ? facts.items.filter((item) => item.free) : [];
  return { day, week, state, slot, number: slot?.number ?? diary.nextNumber(day, today), times: today.length, items, free };
}

// The last day before `day` that had a session and has no entry; null where nothing is missing.
function missedDay(facts, diary, day) {
  const before = facts.slots.map(([, date]) => date).filter((date) => date && date < day);
  const last = before.sort().pop();
  return last && !diary.rows.some((row) => row.date === last && row.status) ? last : null;
}
