// The diary on the device: rows as `diary.csv` has them, kept as text.

/** @import { Facts, Item, Place, SlotRow } from "./facts.js" */
/** @import { Answers, Held, Occasion, Part, Row, Shelf, Switch } from "./types.js" */

/** @typedef {{ rows: Row[], open: Held | null, choices: Partial<Record<Switch, boolean>> }} Kept */

/**
 * What a row is about: the day and session, or the week and session where the day is free; item and side.
 * @param {{ free: boolean, week: number | null, date: string, slot: number, item: string, side: Place }} row
 */
export function keyOf({ free, week, date, slot, item, side }) {
  return JSON.stringify([free ? week : date, free, slot, item, side]);
}

export class Diary {
  /** @type {Row[]} */
  rows = [];
  /** @type {Held | null} */
  open = null;
  /** @type {Kept["choices"]} */
  choices = {};

  /**
   * @param {Facts} facts
   * @param {Shelf} place
   */
  constructor(facts, place) {
    this.facts = facts;
    this.place = place;
    this.load();
    this.save(); // shows at once whether this browser keeps anything
  }

  load() {
    try {
      /** @type {Partial<Kept>} */
      const held = JSON.parse(this.place.read() ?? "{}");
      this.rows = Array.isArray(held.rows) ? held.rows : [];
      this.open = held.open ?? null;
      this.choices = held.choices ?? {};
    } catch {
      this.rows = []; // a text that is not ours under our name
    }
  }

  save() {
    const { rows, open, choices } = this;
    return this.place.write(JSON.stringify({ format: 1, rows, open, choices }));
  }

  clear() {
    this.rows = [];
    this.open = null;
    this.place.clear();
  }

  /** The first row of each session, the last one written down first; only that row says when it was. */
  sessions() {
    return this.rows.filter((row) => row.logged_at).sort(latestFirst((row) => row.logged_at ?? ""));
  }

  /**
   * All rows of a session.
   * @param {Row} head
   */
  ofSession(head) {
    return this.rows.filter((row) => row.date === head.date && (row.part ?? row.slot) === (head.part ?? head.slot));
  }

  /**
   * The first session number of a day that nothing has.
   * @param {string} day
   * @param {readonly number[]} planned the numbers that the plan has given
   */
  nextNumber(day, planned) {
    const written = this.rows.filter((row) => row.date === day).map((row) => row.slot);
    return Math.max(0, ...planned, ...written) + 1;
  }

  /**
   * Which session of the week `items` of free choice are: the printed one that fits them best, else a further one.
   * @param {number | null} week
   * @param {string} day
   * @param {readonly Item[]} items
   * @param {boolean} alone whether nothing else is done in this session
   */
  freeNumber(week, day, items, alone) {
    const { facts } = this;
    const taken = new Set(this.rows.filter((row) => row.free && row.week === week).map((row) => row.slot));
    // Alone on its day it must not share its number with another session of that day: pain is told by day and number.
    if (alone) {
      for (const row of this.rows) if (row.date === day) taken.add(row.slot);
      for (const [, date, number] of facts.slots) if (date === day) taken.add(number);
    }
    const places = items.map((item) => facts.items.indexOf(item));
    const printed = facts.slots.filter(([of, date]) => of === week && !date);
    /** @param {SlotRow} slot */
    const group = ([, , , n]) => facts.groups[n] ?? [];
    const fits = printed.filter((slot) => !taken.has(slot[2]) && places.every((n) => group(slot).includes(n)));
    const [best] = fits.sort((a, b) => group(a).length - group(b).length || a[2] - b[2]);
    return best ? best[2] : Math.max(0, ...printed.map(([, , number]) => number), ...taken) + 1;
  }

  /**
   * Write one session down. Gives its first row.
   * @param {Occasion} occasion
   * @param {readonly Part[]} parts
   * @param {Answers} head what belongs to the session as a whole
   */
  log({ day, week, number }, parts, head) {
    const fixed = parts.filter(([item]) => !item.free);
    const free = parts.filter(([item]) => item.free);
    const slot = free.length ? this.freeNumber(week, day, chosen(free), !fixed.length) : 0;
    const part = fixed.length ? number : slot;
    const rows = [...fixed, ...free].map(([item, side, answers], n) => {
      const place = { item: item.item, side, date: day, week, slot: item.free ? slot : number, free: item.free, part };
      return { ...place, ...answers, ...(n ? {} : head) };
    });
    const fresh = new Set(rows.map(keyOf));
    this.rows = [...this.rows.filter((row) => !fresh.has(keyOf(row))), ...rows];
    this.open = null;
    this.save();
  }

  /**
   * The session whose next morning nobody has told yet: the last one before today that was done.
   * @param {string} day
   */
  waitingForMorning(day) {
    const done = this.sessions().filter(
      (head) => head.date < day && this.ofSession(head).some((row) => row.status !== "not_done"),
    );
    const [last] = done.sort(latestFirst((row) => row.date));
    return last && !last.pain_next_morning && !last.asked ? last : null;
  }

  /**
   * How often an item of free choice was done in a week.
   * @param {Item} item
   * @param {number | null} week
   */
  freeDone(item, week) {
    const mine = this.rows.filter((row) => row.free && row.item === item.item && row.side === item.sides[0]);
    return mine.filter((row) => row.week === week && row.status !== "not_done").length;
  }
}

/**
 * The items of which anything was done; the first of all where nothing was.
 * @param {readonly Part[]} free
 */
function chosen(free) {
  const done = [...new Set(free.filter(([, , answers]) => answers.status !== "not_done").map(([item]) => item))];
  return done.length ? done : free.slice(0, 1).map(([item]) => item);
}

/** @param {(row: Row) => string} when */
function latestFirst(when) {
  return (/** @type {Row} */ a, /** @type {Row} */ b) => (when(a) < when(b) ? 1 : -1);
}
