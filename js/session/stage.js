// The player on the screen: one clock, one board, and hooks for whoever listens.

/** @import { Kind, Movement, Place } from "./facts.js" */
/** @import { Step } from "./types.js" */
/** @import { Told } from "./telling.js" */
import { make } from "../shared/dom.js";
import { Board } from "./board.js";
import { placeIn } from "./motion.js";
import { Moving } from "./moving.js";
import { Player } from "./player.js";
import { say } from "./say.js";
import { aloud, inWords, SHORT_S } from "./telling.js";

const TICK_MS = 50;

/**
 * An exercise on the stage. Figures and movement show the leading side, and are mirrored for the other one.
 * @typedef {Told & {
 *   lead: Place,
 *   lines: (side: Place) => string[],
 *   figures: (mirrored: boolean) => Node[],
 *   holds: boolean,
 *   movement: Promise<Movement | null>,
 * }} Played
 */

/**
 * @typedef {object} Hooks
 * @property {(text: string, kind: Kind) => void} told once a step
 * @property {(mark: number, in_s: number) => void} beat 3, 2, 1 and 0 seconds before the end of a step
 * @property {(is: boolean) => void} played
 * @property {(step: Step) => void} skip somebody wants to leave the exercise out
 * @property {() => void} finished
 */

/** @typedef {"back" | "next" | "skip"} Jump */

export class Stage {
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;
  /** Item and side that the board shows. */
  #shown = "";
  /** @type {Set<number>} */
  #beaten = new Set();
  #begun = false;

  /**
   * @param {readonly Step[]} steps
   * @param {ReadonlyMap<string, Played>} items by id
   * @param {Hooks} hooks
   * @param {"h1" | "h2"} [heading]
   * @param {() => number} [clock] in ms
   */
  constructor(steps, items, hooks, heading = "h2", clock = () => performance.now()) {
    this.player = new Player(steps);
    this.items = items;
    this.hooks = hooks;
    this.clock = clock;
    this.order = [...new Set(steps.map((step) => step.item))];
    const keys = {
      back: () => this.jump("back"),
      play: () => this.toggle(),
      next: () => this.jump("next"),
      onward: () => this.onward(),
      skip: () => this.player.step && hooks.skip(this.player.step),
    };
    this.board = new Board(heading, this.player.total_s, keys, new Moving(() => this.#place()));
    this.node = this.board.node;
    this.#draw();
    this.#settle(clock());
  }

  start() {
    this.player.play(this.clock());
    this.#settle(this.clock());
    if (!this.#begun) this.#tell();
    this.#begun = true;
  }

  /** @param {boolean} [silent] */
  halt(silent = false) {
    if (!this.player.running) return;
    this.player.pause(this.clock());
    if (this.player.done) {
      this.#finish();
      return;
    }
    this.#settle(this.clock());
    if (!silent) this.board.live.textContent = say("page.player.paused");
  }

  toggle() {
    if (this.player.running) this.halt();
    else this.start();
  }

  /** To the next exercise; after the last one there is none, and the session ends by its own end alone. */
  onward() {
    if (!this.player.isLast) this.jump("skip");
  }

  /** @param {Jump} way */
  jump(way) {
    const reading = this.clock();
    this.player[way](reading);
    if (this.player.done) {
      this.#finish();
      return;
    }
    this.#enter();
    this.#paint(reading);
  }

  /**
   * Go on from a step.
   * @param {number} index
   */
  from(index) {
    this.player.to(index, this.clock());
    this.#draw();
    this.#paint(this.clock());
  }

  close() {
    this.#stop();
    this.board.moving.close();
  }

  #stop() {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  focus() {
    this.board.name.focus();
  }

  /** The step that runs, with its exercise. */
  get #here() {
    const { step } = this.player;
    const item = step && this.items.get(step.item);
    return step && item ? { step, item } : null;
  }

  #enter() {
    this.#draw();
    this.board.settle(this.player.running, this.player.step, this.player.left_s(this.clock()));
    this.#tell();
  }

  #draw() {
    this.#beaten = new Set();
    if (!this.#here) return;
    const { step, item } = this.#here;
    const side = step.side ?? item.lead;
    const key = `${step.item} ${side}`;
    if (this.#shown !== key) {
      // Whoever has scrolled down, as to skip an exercise, sees the next one from its name on.
      if (this.#shown && !this.#shown.startsWith(`${step.item} `)) this.node.scrollIntoView();
      this.#shown = key;
      this.#present(step.item, item, side);
    }
    this.board.show(step, item, this.#coming(step), this.player.isLast);
  }

  /**
   * @param {string} id
   * @param {Played} item
   * @param {Place} side
   */
  #present(id, item, side) {
    const { name, moving, lines, where } = this.board;
    const mirrored = side !== item.lead;
    name.textContent = item.name;
    void moving.show(item.figures(mirrored), item.movement, mirrored);
    lines.replaceChildren(...item.lines(side).map((line) => make("li", {}, line)));
    where.textContent = say("page.player.exercise", { number: this.order.indexOf(id) + 1, of: this.order.length });
  }

  /** Where in its movement the body is now. */
  #place() {
    if (!this.#here) return 0;
    const { step, item } = this.#here;
    const at_s = this.player.at_s(this.clock()) - step.start_s;
    return placeIn(step, at_s, { ...item, before: this.player.steps[this.player.index - 1] });
  }

  /** @param {Step} step */
  #coming(step) {
    const after = this.player.steps[this.player.index + 1];
    const item = after && this.items.get(after.item);
    if (!item) return say("page.player.last");
    return say("page.player.then", { text: after.item === step.item ? inWords(after, item).what : item.name });
  }

  /** Said once a step, to whoever cannot look: in the live region, and by the hooks. */
  #tell() {
    if (!this.#here) return;
    const { step, item } = this.#here;
    const text = aloud(step, item);
    this.board.live.textContent = text;
    this.hooks.told(text, step.kind);
  }

  /** @param {number} reading */
  #paint(reading) {
    const at = this.player.at_s(reading);
    const minutes = Math.ceil((this.player.total_s - at) / 60);
    this.board.left.textContent = say("page.player.left", { number: minutes });
    this.board.bar.value = at;
    if (this.player.step) this.board.count(this.player.left_s(reading), this.player.step);
  }

  /** @param {number} reading */
  #beat(reading) {
    const { step, running } = this.player;
    if (!step || !running) return;
    const marks = step.end_s - step.start_s > SHORT_S ? [3, 2, 1, 0] : [0];
    for (const mark of marks) {
      const in_s = this.player.left_s(reading) - mark; // a little ahead, so that the sound's own clock can be exact
      if (in_s >= -0.05 && in_s < 0.25 && !this.#beaten.has(mark)) {
        this.#beaten.add(mark);
        this.hooks.beat(mark, Math.max(0, in_s));
      }
    }
  }

  #tick() {
    const reading = this.clock();
    const { entered, slept } = this.player.tick(reading);
    if (entered.length) this.#enter(); // of several that went by in one hang, the last is the one to tell
    if (slept) {
      this.#settle(reading);
      this.board.live.textContent = say("page.player.paused");
    }
    this.#paint(reading);
    this.#beat(reading);
    if (this.player.done) this.#finish();
  }

  /** @param {number} reading */
  #settle(reading) {
    const { running, step } = this.player;
    this.board.settle(running, step, this.player.left_s(reading));
    if (running) this.#timer ??= setInterval(() => this.#tick(), TICK_MS);
    else this.#stop();
    this.hooks.played(running);
    this.#paint(reading);
  }

  #finish() {
    this.close();
    this.hooks.played(false);
    this.hooks.finished();
  }
}
