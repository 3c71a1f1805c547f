// One run of the player, from the first step to the last screen; on its way it is kept, so that a closed page can go on.

/** @import { Item, Kind } from "./facts.js" */
/** @import { Page } from "./host.js" */
/** @import { PlanView } from "./plan.js" */
/** @import { ScreenLock } from "./screen_lock.js" */
/** @import { Sounds } from "./sounds.js" */
/** @import { Run, Sitting, Step } from "./types.js" */
/** @import { Played } from "./stage.js" */
import { press } from "../shared/dom.js";
import { ask, notice, reasonList } from "./forms.js";
import { unpacked } from "./motion.js";
import { say } from "./say.js";
import { Stage } from "./stage.js";

/**
 * The page, as far as a run needs it.
 * @typedef {Page & { plan: PlanView, sounds: Sounds, lock: ScreenLock, readonly stage: Stage | null }} House
 */

export class Performance {
  /** The step at which the session was kept last. */
  #kept = -1;

  /**
   * @param {House} app
   * @param {Sitting} sitting
   * @param {Run} run
   * @param {string} before how much it hurt before
   */
  constructor(app, sitting, run, before) {
    this.app = app;
    this.sitting = sitting;
    this.run = run;
    this.before = before;
    const items = new Map(sitting.items.map((item) => [item.item, this.#played(item)]));
    const hooks = {
      /** @type {(text: string, kind: Kind) => void} */
      told: (text, kind) => this.#told(text, kind),
      /** @type {(mark: number, in_s: number) => void} */
      beat: (mark, in_s) => (mark ? app.sounds.count(in_s) : app.sounds.end(in_s)),
      /** @type {(is: boolean) => void} */
      played: (is) => this.#running(is),
      /** @type {(step: Step) => void} */
      skip: (step) => void this.#skip(step),
      finished: () => this.#over(),
    };
    this.stage = new Stage(run.steps, items, hooks, "h1");
    this.stage.player.spent_s.splice(0, run.spent.length, ...run.spent);
    run.spent = this.stage.player.spent_s;
    this.stage.board.more.append(this.#mute(), this.#aid(), this.#end());
  }

  /**
   * Begin, or go on from a step.
   * @param {number} index
   */
  begin(index) {
    if (index) this.stage.from(index);
    this.stage.start();
    this.stage.focus();
  }

  /** Whether this is what the page shows. */
  get #onStage() {
    return this.app.stage === this.stage;
  }

  /**
   * @param {Item} item
   * @returns {Played}
   */
  #played(item) {
    return {
      name: item.exercise,
      lead: item.sides[0] ?? "both",
      timed: Boolean(item.duration_s),
      turns: item.sides.includes("left") && item.sides.includes("right"),
      sets: item.sets,
      reps: item.reps,
      lines: (side) => item.lines[side] ?? [],
      figures: (mirrored) => this.app.plan.figures(item, mirrored),
      holds: item.hold_s > 0,
      movement: unpacked(item.motion),
    };
  }

  /**
   * @param {string} text
   * @param {Kind} kind
   */
  #told(text, kind) {
    this.app.voice.say(text);
    if (kind === "switch") this.app.sounds.change();
    // Not for every repetition.
    if (kind !== "move") queueMicrotask(() => this.#onStage && this.#keep());
    if (kind === "setup" && this.app.choice("wait")) queueMicrotask(() => this.#onStage && this.stage.halt(true));
  }

  #keep() {
    const { diary } = this.app;
    const { index } = this.stage.player;
    if (this.#kept === index) return;
    this.#kept = index;
    const { items, ...sitting } = this.sitting;
    const { spent, reasons } = this.run;
    const ids = items.map((item) => item.item);
    const started = this.run.started.toISOString();
    diary.open = { day: sitting.day, sitting, items: ids, before: this.before, started, spent, index, reasons };
    diary.save();
  }

  /** @param {boolean} is */
  #running(is) {
    void this.app.lock.keep(is);
    if (!is) this.app.voice.hush();
  }

  /** @param {Step} step */
  async #skip(step) {
    const was = this.stage.player.running;
    this.stage.halt(true);
    const why = reasonList();
    const said = await ask(
      say("page.player.skip"),
      [why.node],
      [
        ["yes", say("page.player.skip"), "main"],
        [null, say("page.cancel")],
      ],
    );
    if (said === "yes") {
      this.run.reasons[step.item] = why.value;
      this.stage.jump("skip");
    }
    if (was && this.#onStage) this.stage.start();
  }

  #over() {
    this.app.finish(this.sitting, this.run, this.before);
  }

  #mute() {
    const key = press("", () => {
      this.app.choose("sound", !this.app.choice("sound"));
      label();
    });
    const label = () => {
      key.textContent = this.app.choice("sound") ? say("page.player.mute") : say("page.player.unmute");
    };
    label();
    return key;
  }

  #aid() {
    const help = () => {
      this.stage.halt(true);
      void this.app.help();
    };
    return press(say("safety.help"), help, { class: "help-key" });
  }

  #end() {
    return press(say("page.player.stop"), async () => {
      this.stage.halt(true);
      const said = await ask(
        say("page.player.stop"),
        [notice(say("page.player.stop_how"))],
        [
          ["yes", say("page.player.stop_yes"), "main"],
          [null, say("page.player.stop_no")],
        ],
      );
      if (said === "yes") this.#over();
    });
  }
}
