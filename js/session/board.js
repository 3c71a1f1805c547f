// What the player shows: the elements, and how they change from one moment to the next.

/** @import { Moving } from "./moving.js" */
/** @import { Step } from "./types.js" */
/** @import { Told } from "./telling.js" */
import { drawn, make, press } from "../shared/dom.js";
import { say } from "./say.js";
import { clockText, inWords } from "./telling.js";

const ROUND = 2 * Math.PI * 54;

/** @typedef {{ back: () => void, play: () => void, next: () => void, onward: () => void, skip: () => void }} Keys */

export class Board {
  where = make("p", { class: "stage-where" });
  left = make("p", { class: "stage-left" });
  live = make("p", { class: "unseen", role: "status" });
  lines = make("ol");
  #what = make("p", { class: "stage-what" });
  #side = make("p", { class: "stage-side" });
  #counts = make("p", { class: "stage-counts" });
  #ready = make("p", { class: "stage-ready", hidden: true });
  #coming = make("p", { class: "stage-coming" });
  #number = make("div", { class: "stage-number", "aria-hidden": "true" });
  #arc = drawn("circle", { class: "arc", cx: 60, cy: 60, r: 54, "stroke-dasharray": ROUND });
  #calm = matchMedia("(prefers-reduced-motion: reduce)");
  #roomy = matchMedia("(min-width: 54rem)");

  /**
   * @param {"h1" | "h2"} heading
   * @param {number} total_s
   * @param {Keys} keys
   * @param {Moving} moving
   */
  constructor(heading, total_s, { back, play, next, onward, skip }, moving) {
    this.moving = moving;
    this.bar = make("progress", { max: total_s, value: 0, "aria-label": say("page.player.progress") });
    this.name = make(heading, { class: "stage-name", tabindex: "-1" });
    this.how = make("details", { class: "stage-how" }, make("summary", {}, say("page.player.how")), this.lines);
    this.play = press(say("page.player.pause"), play, { class: "main" });
    this.onward = press(say("page.player.onward"), onward, { "aria-keyshortcuts": "Shift+ArrowRight" });
    this.more = make("div", { class: "stage-more" }, this.onward, press(say("page.player.skip"), skip));
    const keys = [
      press(say("page.player.back"), back, { class: "back", "aria-keyshortcuts": "ArrowLeft" }),
      this.play,
      press(say("page.player.next"), next, { class: "next", "aria-keyshortcuts": "ArrowRight" }),
    ];
    this.node = make(
      "section",
      { class: "stage", "aria-label": say("page.player.region") },
      make("div", { class: "stage-head" }, this.where, this.left, this.bar),
      make("div", { class: "stage-body" }, this.name, moving.node, this.#now(), this.how),
      make("div", { class: "stage-keys" }, ...keys),
      this.more,
      this.live,
    );
  }

  /**
   * A step, and what comes after it.
   * @param {Step} step
   * @param {Told} item
   * @param {string} coming
   * @param {boolean} isLast whether no other exercise comes after it
   */
  show(step, item, coming, isLast) {
    const { what, side, counts } = inWords(step, item);
    this.node.setAttribute("data-kind", step.kind);
    const isOpen = step.kind === "setup" || this.#roomy.matches || this.moving.isEmpty;
    // Whoever read to the end of the steps is back at the clock when these close.
    if (this.how.open && !isOpen) this.node.scrollIntoView();
    this.how.open = isOpen;
    this.#what.textContent = what;
    this.#side.textContent = side;
    this.#counts.replaceChildren(...counts.flatMap((count, n) => [n ? " · " : "", make("span", {}, count)]));
    this.#side.hidden = !side;
    this.#counts.hidden = !counts.length;
    this.#coming.textContent = coming;
    if (isLast && document.activeElement === this.onward) this.name.focus(); // the key goes, and not the keyboard
    this.onward.hidden = isLast;
  }

  /**
   * Whether the clock runs; a step to get ready says how long it will take, once it does.
   * @param {boolean} running
   * @param {Step | null} step
   * @param {number} rest_s
   */
  settle(running, step, rest_s) {
    const waits = !running && step?.kind === "setup";
    const begin = waits ? say("page.player.ready") : say("page.player.play");
    this.play.textContent = running ? say("page.player.pause") : begin;
    this.node.toggleAttribute("data-paused", !running);
    this.#ready.hidden = !waits;
    this.#ready.textContent = waits ? say("page.player.ready_how", { number: Math.ceil(rest_s) }) : "";
  }

  /**
   * The seconds that a step still has, as a number and as a ring; whoever wants it calm sees whole seconds alone.
   * @param {number} rest_s
   * @param {Step} step
   */
  count(rest_s, step) {
    const text = clockText(rest_s);
    if (this.#number.textContent !== text) this.#number.textContent = text;
    this.#number.classList.toggle("long", text.length > 2);
    const share = (this.#calm.matches ? Math.ceil(rest_s) : rest_s) / (step.end_s - step.start_s);
    this.#arc.style.strokeDashoffset = `${ROUND * (1 - Math.min(1, share))}`;
  }

  #now() {
    const track = drawn("circle", { class: "track", cx: 60, cy: 60, r: 54 });
    const dial = drawn("svg", { viewBox: "0 0 120 120", "aria-hidden": "true" }, track, this.#arc);
    const words = make("div", { class: "stage-words" }, this.#counts, this.#coming);
    const ring = make("div", { class: "ring" }, dial, this.#number);
    return make("div", { class: "stage-now" }, make("div", {}, this.#what, this.#side, this.#ready), ring, words);
  }
}
