// A movement as pictures that take turns, forth and back in about 3 s. Whoever asks for less motion steps by click.
import { button, h } from "../shared/controls.js";
import { drawing } from "../shared/picture.js";

const FORTH_AND_BACK_MS = 3000;

/**
 * The next picture of a movement that goes forth and back.
 * @param {{ at: number, by: number }} now which picture, and in which direction
 * @param {number} count of pictures, 2 or more
 */
export function turned({ at, by }, count) {
  const there = at + by >= 0 && at + by < count;
  const way = there ? by : -by;
  return { at: at + way, by: way };
}

/**
 * The pictures of a movement, one of them in sight.
 * @param {readonly string[]} frames
 * @param {string} of whose movement, where several can be in sight
 */
function stageOf(frames, of) {
  const shown = frames.map((svg) => drawing(svg, ""));
  const named = { class: "hs-motion-stage", role: "img", "aria-label": `The movement${of} from start to end` };
  let now = { at: 0, by: 1 };
  const draw = () => {
    for (const [i, one] of shown.entries()) one.hidden = i !== now.at;
  };
  const reset = () => {
    now = { at: 0, by: 1 };
    draw();
  };
  const turn = () => {
    now = turned(now, shown.length);
    draw();
  };
  return { node: h("div", named, ...shown), reset, turn, where: () => `Position ${now.at + 1} of ${shown.length}` };
}

/** @param {readonly string[]} frames @param {string} [whose] where several movements can be in sight */
export function movement(frames, whose) {
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const { node: stage, reset, turn, where } = stageOf(frames, whose ? ` of ${whose}` : "");
  const told = h("span", { class: "hs-quiet", role: "status" });
  const next = button("Next position", () => {
    turn();
    told.textContent = where();
  });
  const steps = h("div", { class: "hs-motion-steps" }, next, told);
  const press = () => (stage.hidden ? start() : stop());
  const toggle = button("Show the movement", press, {
    "aria-pressed": "false",
    ...(whose && { "aria-label": `Show the movement, ${whose}` }),
  });
  /** @type {number | undefined} */
  let timer;
  // Out of sight it stops by itself, so that no clock is left behind.
  const tick = () => {
    if (!stage.isConnected || !stage.checkVisibility()) stop();
    else if (calm.matches) byClick();
    else turn();
  };
  const byClick = () => {
    window.clearInterval(timer);
    steps.hidden = false;
  };
  const start = () => {
    reset();
    told.textContent = "";
    stage.hidden = false;
    toggle.setAttribute("aria-pressed", "true");
    if (calm.matches) byClick();
    else timer = window.setInterval(tick, FORTH_AND_BACK_MS / (2 * (frames.length - 1)));
  };
  const stop = () => {
    window.clearInterval(timer);
    stage.hidden = true;
    steps.hidden = true;
    toggle.setAttribute("aria-pressed", "false");
  };
  stop();
  return h("div", { class: "hs-motion" }, toggle, stage, steps);
}
