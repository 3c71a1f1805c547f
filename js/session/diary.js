// The diary on the device: rows as `diary.csv` has them, kept as text.

/** @import { Facts, Item, Place } from "./facts.js" */
/** @import { Earlier } from "./earlier.js" */
/** @import { Answers, Held, Kept, Occasion, Part, Row, Shelf } from "./types.js" */
import { keptIn, keptText } from "./kept.js";
import { inGroup } from "./sessions.js";

/**
 * What a row is about: the day, the session of that day, item and side.
 * @param {{ date: string, slot: number, item: string, side: Place }} row
 */
export function keyOf({ date, slot, item, side }) {
  return JSON.stringify([date, slot, item, side]);
}

export class Diary {
  /** @type {Row[]} */
  rows = [];
  /** @type {Held | null} */
  open = null;
  /** @type {Kept["choices"]} */
  choices = {};
  /** The moment of the last export; "" before there was one. */
  saved = "";
  /** Whether some of what was kept could not be read; all of it as it was is set aside then. */
  damaged = false;

  /**
   * @param {Facts} facts
   * @param {Shelf} place
   * @param {readonly Earlier[]} [earlier] what is here of other versions of the plan
   */
  constructor(facts, place, earlier = []) {
    this.facts = facts;
    this.place = place;
    this.earlier = earlier;
    this.load();
    this.save(); // shows at once whether this browser keeps anything
  }

  load() {
    const text = this.place.read();
    const { sound, ...kept } = keptIn(text, this.facts);
    if (text && !sound) {
      this.damaged = true;
      this.place.setAside(text);
    }
    Object.assign(this, kept);
  }

  save() {
    return this.place.write(keptText(this));
  }

  clear() {
    this.rows = [];
    this.open = null;
    this.saved = "";
    this.damaged = false;
    this.place.clear();
  }

  /** The first row of each session, the last one written down first; only that row says when it was. */
  sessions() {
    return this.rows.filter((row) => row.logged_at).sort(latestFirst((row) => row.logged_at ?? ""));
  }

  /** The first rows of sessions with a warning sign that nobody has dealt with, the last one first. */
  openSigns() {
    const heads = [...this.sessions(), ...this.earlier.flatMap(({ sessions }) => sessions)];
    return heads.filter((row) => row.help_sign && row.help_sign !== "no" && !row.dealt);
  }

  /**
   * Somebody has helped with the sign that a session tells of.
   * @param {Row} head
   */
  deal(head) {
    head.dealt = true;
    this.save();
    for (const other of this.earlier.filter(({ sessions }) => sessions.includes(head))) other.save();
  }

  /** How many sessions are on this device alone. */
  onlyHere() {
    const saved = Date.parse(this.saved) || 0;
    return this.sessions().filter((row) => !(Date.parse(row.logged_at ?? "") <= saved)).length;
  }

  /**
   * All rows of a session.
   * @param {Row} head
   */
  ofSession(head) {
    return this.rows.filter((row) => row.date === head.date && row.slot === head.slot);
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
   * Write one session down. Without anything that the day's session asks for it is one of its own, and so it is where
   * nothing is said of what was done: the day's session is then still to come, and does not write over it.
   * @param {Occasion} occasion
   * @param {readonly Part[]} parts
   * @param {Answers} head what belongs to the session as a whole
   */
  log({ day, week, number }, parts, head) {
    const planned = this.facts.slots.filter(([, date]) => date === day);
    const group = planned.find(([, , of]) => of === number)?.[3];
    const asked = group === undefined ? [] : inGroup(this.facts, group);
    const isOwn = group !== undefined && !parts.some(([item, , { status }]) => status && asked.includes(item));
    const numbers = planned.map(([, , of]) => of);
    const slot = isOwn ? this.nextNumber(day, numbers) : number;
    const rows = parts.map(([item, side, answers], n) => {
      return { item: item.item, side, date: day, week, slot, ...answers, ...(n ? {} : head) };
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
    const done = this.sessions().filter((head) => head.date < day && this.ofSession(head).some(isDone));
    const [last] = done.sort(latestFirst((row) => row.date));
    return last && !last.pain_next_morning && !last.asked ? last : null;
  }

  /**
   * How often an item of free choice was done in a week.
   * @param {Item} item
   * @param {number | null} week
   */
  freeDone(item, week) {
    const mine = this.rows.filter((row) => row.item === item.item && row.side === item.sides[0]);
    return mine.filter((row) => row.week === week && isDone(row)).length;
  }
}

/**
 * Whether all or part of it was done.
 * @param {Row} row
 */
function isDone({ status }) {
  return status === "done" || status === "partial";
}

/** @param {(row: Row) => string} when */
function latestFirst(when) {
  return (/** @type {Row} */ a, /** @type {Row} */ b) => (when(a) < when(b) ? 1 : -1);
}
