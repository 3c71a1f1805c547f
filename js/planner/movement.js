// A movement as pictures that take turns, forth and back in about 3 s. Whoever asks for less motion steps by click.
import { button, h } from "../shared/controls.js";
import { drawing } from "./picture.js";

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

/** @param {readonly string[]} frames */
export function movement(frames) {
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const shown = frames.map((svg) => drawing(svg, ""));
  const told = h("span", { class: "hs-quiet", role: "status" });
  const next = button("Next position", () => {
    turn();
    told.textContent = `Position ${now.at + 1} of ${shown.length}`;
  });
  const named = { class: "hs-motion-stage", role: "img", "aria-label": "The movement from start to end" };
  const stage = h("div", named, ...shown);
  const steps = h("div", { class: "hs-motion-steps" }, next, told);
  const press = () => (stage.hidden ? start() : stop());
  const toggle = button("Show the movement", press, { "aria-pressed": "false" });
  let now = { at: 0, by: 1 };
  /** @type {number | undefined} */
  let timer;
  const draw = () => {
    for (const [i, one] of shown.entries()) one.hidden = i !== now.at;
  };
  const turn = () => {
    now = turned(now, shown.length);
    draw();
  };
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
    now = { at: 0, by: 1 };
    told.textContent = "";
    draw();
    stage.hidden = false;
    toggle.setAttribute("aria-pressed", "true");
    if (calm.matches) byClick();
    else timer = window.setInterval(tick, FORTH_AND_BACK_MS / (2 * (shown.length - 1)));
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
