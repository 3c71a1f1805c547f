// The diary on the device: rows as `diary.csv` has them, kept as text. "0" is an answer; only "" is none.
const TEXT_MAX = 2000;
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

// A typed text as one line, without what cannot be seen or turns the reading direction.
function plainText(text) {
  return String(text).replace(/\s+/g, " ").replace(UNSEEN, "").trim().slice(0, TEXT_MAX);
}

// One place in the browser's storage. `kept` turns false for good once the browser refuses.
function shelf(name) {
  const place = {
    name,
    kept: true,
    read() {
      try { return localStorage.getItem(name); } catch { place.kept = false; return null; }
    },
    write(text) {
      try { localStorage.setItem(name, text); } catch { place.kept = false; }
      return place.kept;
    },
    clear() {
      try { localStorage.removeItem(name); } catch { place.kept = false; }
    },
  };
  return place;
}

class Diary {
  constructor(facts, place) {
    this.facts = facts;
    this.place = place;
    this.rows = [];
    this.open = null; // a session that was begun and is not written down yet
    this.choices = {};
    this.load();
    this.save(); // shows at once whether this browser keeps anything
  }

  load() {
    try {
      const held = JSON.parse(this.place.read() ?? "{}");
      this.rows = Array.isArray(held.rows) ? held.rows : [];
      this.open = held.open ?? null;
      this.choices = held.choices ?? {};
    } catch { this.rows = []; } // a text that is not ours under our name
  }

  save() { return this.place.write(JSON.stringify({ format: 1, rows: this.rows, open: this.open, choices: this.choices })); }

  clear() {
    this.rows = [];
    this.open = null;
    this.place.clear();
  }

  static key(row) {
    return JSON.stringify([row.free ? row.week : row.date, Boolean(row.free), row.slot, row.item, row.side]);
  }

  // Only the first row of a session says when it was written down.
  sessions() { return this.rows.filter((row) => row.logged_at).sort((a, b) => (a.logged_at < b.logged_at ? 1 : -1)); }

  ofSession(head) {
    return this.rows.filter((row) => row.date === head.date && (row.part ?? row.slot) === (head.part ?? head.slot));
  }

  // The first session number of a day that nothing has.
  nextNumber(day, planned) {
    const taken = [...planned.map((s) => s.number), ...this.rows.filter((r) => r.date === day).map((r) => r.slot)];
    return Math.max(0, ...taken) + 1;
  }

  // Which session of the week `items` of free choice are: the printed one that fits them best, else a further one.
  freeNumber(week, day, items, alone) {
    const rows = this.rows.filter((row) => row.free && row.week === week);
    const taken = new Set(rows.map((row) => row.slot));
    // Alone on its day it must not share its number with another session of that day: pain is told by day and number.
    if (alone) {
      for (const row of this.rows) if (row.date === day) taken.add(row.slot);
      for (const [, date, number] of this.facts.slots) if (date === day) taken.add(number);
    }
    const places = items.map((item) => this.facts.items.indexOf(item));
    const fits = this.facts.slots.filter(([w, date, number, group]) =>
      w === week && !date && !taken.has(number) && places.every((n) => this.facts.groups[group].includes(n)));
    fits.sort((a, b) => this.facts.groups[a[3]].length - this.facts.groups[b[3]].length || a[2] - b[2]);
    if (fits.length) return fits[0][2];
    const all = this.facts.slots.filter(([w, date]) => w === week && !date).map(([, , number]) => number);
    return Math.max(0, ...all, ...taken) + 1;
  }

  // Write one session down. `parts`: [item, side, answers]; `head`: what belongs to the session as a whole.
  log({ day, week, number }, parts, head) {
    const fixed = parts.filter(([item]) => !item.free), free = parts.filter(([item]) => item.free);
    const chosen = [...new Set(free.filter(([, , a]) => a.status !== "not_done").map(([item]) => item))];
    const slot = free.length ? this.freeNumber(week, day, chosen.length ? chosen : [free[0][0]], !fixed.length) : 0;
    const part = fixed.length ? number : slot;
    const rows = [...fixed, ...free].map(([item, side, answers]) => ({
      item: item.item, side, date: day, week, slot: item.free ? slot : number, free: item.free, part, ...answers,
    }));
    Object.assign(rows[0], head);
    const fresh = new Set(rows.map(Diary.key));
    this.rows = [...this.rows.filter((row) => !fresh.has(Diary.key(row))), ...rows];
    this.open = null;
    this.save();
    return rows[0];
  }

  // The session whose next morning nobody has told yet: the last one before today that was done.
  waitingForMorning(day) {
    const done = this.sessions().filter((head) => head.date < day && this.ofSession(head).some((r) => r.status !== "not_done"));
    const last = done.sort((a, b) => (a.date < b.date ? 1 : -1))[0];
    return last && !last.pain_next_morning && !last.asked ? last : null;
  }

  freeDone(item, week) {
    return this.rows.filter((r) => r.free && r.item === item.item && r.week === week && r.side === item.sides[0] && r.status !== "not_done").length;
  }
}
