// The picture of an exercise while it is done: the movement, or the still panels for whoever wants it calm.

/** @import { Movement } from "./facts.js" */
import { drawn, make, press } from "../shared/dom.js";
import { picture, swinging } from "./motion.js";
import { say } from "./say.js";

const STILL = "M6 5h4v14H6zM14 5h4v14h-4z";
const MOVE = "M8 5v14l11-7z";

export class Moving {
  /** The still panels. */
  figure = make("div", { class: "stage-figure" });
  #stage = make("div", { class: "stage-moving panel", role: "img" });
  #sign = drawn("path", { d: STILL });
  #key = press("", () => this.#turn(!this.#on), { class: "moving-key" });
  #on = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  /** @type {ReturnType<typeof picture> | null} */
  #picture = null;
  /** @type {Promise<Movement | null> | null} */
  #wanted = null;
  #frame = 0;

  /** @param {() => number | null} where the place in the movement; null lets it swing by itself */
  constructor(where) {
    this.where = where;
    this.#key.append(drawn("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, this.#sign));
    this.node = make("div", { class: "stage-picture" }, this.figure, this.#stage, this.#key);
    this.#turn(this.#on);
  }

  /** Whether nothing at all is shown. */
  get isEmpty() {
    return !this.figure.childElementCount;
  }

  /**
   * @param {readonly Node[]} panels
   * @param {Promise<Movement | null>} movement
   * @param {boolean} mirrored
   */
  async show(panels, movement, mirrored) {
    this.figure.replaceChildren(...panels);
    this.#picture = null;
    this.#wanted = movement;
    this.#turn(this.#on);
    const told = await movement;
    if (!told || this.#wanted !== movement) return;
    const texts = [...this.figure.querySelectorAll("figure:not([aria-hidden]) [role=img]")];
    this.#stage.setAttribute("aria-label", texts.map((part) => part.getAttribute("aria-label")).join(" "));
    this.#stage.classList.toggle("mirrored", mirrored);
    this.#picture = picture(told);
    this.#stage.replaceChildren(this.#picture.node);
    this.#turn(this.#on);
  }

  close() {
    this.#wanted = null;
    cancelAnimationFrame(this.#frame);
  }

  /** @param {boolean} on */
  #turn(on) {
    this.#on = on;
    const shown = on && this.#picture !== null;
    this.#key.hidden = !this.#picture;
    this.#key.setAttribute("aria-label", on ? say("page.player.still") : say("page.player.moving"));
    this.#sign.setAttribute("d", on ? STILL : MOVE);
    this.figure.hidden = shown;
    this.#stage.hidden = !shown;
    cancelAnimationFrame(this.#frame);
    if (shown) this.#draw(performance.now());
  }

  /** @param {number} now */
  #draw(now) {
    this.#picture?.show(this.where() ?? swinging(now / 1000));
    this.#frame = requestAnimationFrame((then) => this.#draw(then));
  }
}
