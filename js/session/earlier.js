// What this browser keeps of other versions of the plan: their warning signs, and what nobody has sent yet.

/** @import { Row, Store } from "./types.js" */
import { isRecord, isText, parsed } from "./shapes.js";

/** The diary of one other version, as far as it can be read. */
export class Earlier {
  /** @type {Record<string, unknown>} */
  #held;

  /**
   * @param {string} name
   * @param {string} version
   * @param {Record<string, unknown>} held
   * @param {() => Store} store
   */
  constructor(name, version, held, store) {
    this.name = name;
    this.version = version;
    this.#held = held;
    this.store = store;
    /** The first row of each session. @type {Row[]} */
    this.sessions = Array.isArray(held.rows) ? held.rows.filter(isHead) : [];
  }

  /** Whether sessions of it are on this device alone. */
  get isUnsent() {
    const saved = isText(this.#held.saved) ? Date.parse(this.#held.saved) || 0 : 0;
    return this.sessions.some((row) => !(Date.parse(row.logged_at ?? "") <= saved));
  }

  /** Its rows lie in what is held: what is changed in them is written back as it is. */
  save() {
    try {
      this.store().setItem(this.name, JSON.stringify(this.#held));
    } catch {
      return; // the sign then stays open, which is the safe side
    }
  }
}

/**
 * The diaries of all other versions of a plan, the newest one first.
 * @param {string} plan the beginning of their names
 * @param {string} own the name of this one's
 * @param {() => Store} [store]
 * @returns {Earlier[]}
 */
export function earlierOf(plan, own, store = () => localStorage) {
  try {
    const there = store();
    const names = Array.from({ length: there.length }, (_, n) => there.key(n) ?? "");
    const found = names.flatMap((name) => {
      const [version, ...rest] = name.startsWith(plan) ? name.slice(plan.length).split(" ") : [];
      if (!version || rest.length !== 1 || name === own) return [];
      const held = parsed(there.getItem(name) ?? "");
      return isRecord(held) ? [new Earlier(name, version, held, store)] : [];
    });
    return found.sort((one, two) => Number(two.version) - Number(one.version));
  } catch {
    return []; // no storage
  }
}

/**
 * @param {unknown} row
 * @returns {row is Row}
 */
function isHead(row) {
  if (!isRecord(row) || !isText(row.date) || !isText(row.logged_at)) return false;
  return Boolean(row.logged_at) && (row.help_sign === undefined || isText(row.help_sign));
}
