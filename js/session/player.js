// The player: plays the steps of a session against a clock that it is given. It knows steps and nothing of the page.

/** @typedef {import("./types.js").Step} Step */

/** A clock that leaps further than this has slept: nobody exercised meanwhile. */
export const LEAP_MS = 10_000;

/** Later than this in a step, "back" starts the same step again. */
const AGAIN_S = 2;

/** Where the session stands follows from one clock reading, in ms, not from counted ticks: it cannot drift. */
export class Player {
  /** @type {number | null} the reading at which second 0 would have been; null while it stands still */
  #zero = null;
  /** Second of the session, while it stands still. */
  #at = 0;
  /** The last reading. */
  #seen = 0;
  #index = 0;

  /** @param {readonly Step[]} steps */
  constructor(steps) {
    this.steps = steps;
    this.total_s = steps.at(-1)?.end_s ?? 0;
    /** The longest that each step has run in one go. */
    this.spent_s = steps.map(() => 0);
  }

  get index() {
    return this.#index;
  }

  get step() {
    return this.steps[this.#index] ?? null;
  }

  get running() {
    return this.#zero !== null;
  }

  get done() {
    return this.#index >= this.steps.length;
  }

  /**
   * The second of the session.
   * @param {number} now
   */
  at_s(now) {
    return this.#zero === null ? this.#at : Math.min((now - this.#zero) / 1000, this.total_s);
  }

  /**
   * Seconds that the step still has.
   * @param {number} now
   */
  left_s(now) {
    return this.step ? Math.max(0, this.step.end_s - this.at_s(now)) : 0;
  }

  /** @param {number} now */
  play(now) {
    if (this.running || this.done) return;
    this.#zero = now - this.#at * 1000;
    this.#seen = now;
  }

  /** @param {number} now */
  pause(now) {
    this.tick(now);
    this.#stand(now);
  }

  /**
   * Let the clock be `now`. Says which steps were entered since, and whether the clock had slept.
   * @param {number} now
   * @returns {{ entered: number[], slept: boolean }}
   */
  tick(now) {
    if (!this.running) return { entered: [], slept: false };
    if (now - this.#seen > LEAP_MS) {
      this.#stand(this.#seen);
      return { entered: [], slept: true };
    }
    this.#seen = now;
    const at = this.at_s(now);
    /** @type {number[]} */
    const entered = [];
    this.#note(at);
    while (this.step && at >= this.step.end_s) {
      this.#index += 1;
      if (this.step) entered.push(this.#index);
      this.#note(at);
    }
    if (this.done) this.#stand(now);
    return { entered, slept: false };
  }

  /** @param {number} now */
  next(now) {
    this.#jump(this.#index + 1, now);
  }

  /** @param {number} now */
  back(now) {
    const again = this.step && this.at_s(now) - this.step.start_s > AGAIN_S;
    this.#jump(Math.max(0, this.#index - (again ? 0 : 1)), now);
  }

  /**
   * To the first step of the next exercise, or to the end.
   * @param {number} now
   */
  skip(now) {
    const found = this.#following();
    this.#jump(found < 0 ? this.steps.length : found, now);
  }

  /** Whether no other exercise comes after this one. */
  get isLast() {
    return this.#following() < 0;
  }

  /** The first step of the next exercise; -1 for none. */
  #following() {
    const here = this.step?.item;
    return this.steps.findIndex((step, i) => i > this.#index && step.item !== here);
  }

  /**
   * @param {number} index
   * @param {number} now
   */
  to(index, now) {
    this.#jump(index, now);
  }

  /** @param {number} at */
  #note(at) {
    if (!this.step) return;
    const spent = Math.min(at, this.step.end_s) - this.step.start_s;
    this.spent_s[this.#index] = Math.max(this.spent_s[this.#index] ?? 0, spent);
  }

  /** @param {number} now */
  #stand(now) {
    if (this.running) this.#at = this.at_s(now);
    this.#zero = null;
  }

  /**
   * @param {number} index
   * @param {number} now
   */
  #jump(index, now) {
    const here = this.#index;
    this.tick(now);
    // Somebody who presses at the very end of a step means that step, not the one that has just begun.
    const meant = this.#index !== here && index > here ? Math.max(index, this.#index) : index;
    this.#index = Math.min(meant, this.steps.length);
    this.#at = this.step ? this.step.start_s : this.total_s;
    if (this.done) this.#zero = null;
    else if (this.running) this.#zero = now - this.#at * 1000;
  }
}
