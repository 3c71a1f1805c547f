// A small picture that moves while the mouse or the keyboard is at its row. What it needs is asked once.
import { drawing } from "../shared/picture.js";
import { turned } from "./movement.js";

/** @import { Send } from "./hands.js" */
/** @import { Frames } from "./messages.js" */

const LOOKING_MS = 250; // who only passes by asks for nothing
const FORTH_AND_BACK_MS = 2400;

/** @param {Send} send */
export function players(send) {
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  /** @type {Map<string, readonly string[] | null>} */
  const known = new Map();
  /** @type {{ id: string, place: HTMLElement } | null} */
  let now = null;
  /** @type {number | undefined} */
  let timer;
  const stop = () => {
    window.clearTimeout(timer);
    window.clearInterval(timer);
    now?.place.querySelector(".hs-moving")?.remove();
    now = null;
  };
  const play = () => {
    const svgs = now && known.get(now.id);
    if (!now || !svgs || svgs.length < 2) return;
    const pictures = svgs.map((svg) => drawing(svg, ""));
    const stage = document.createElement("span");
    stage.className = "hs-moving";
    let at = { at: 0, by: 1 };
    const turn = () => {
      if (!stage.isConnected && stage.hasChildNodes()) return stop();
      stage.replaceChildren(pictures[at.at] ?? "");
      at = turned(at, pictures.length);
    };
    turn();
    now.place.append(stage);
    timer = window.setInterval(turn, FORTH_AND_BACK_MS / (2 * (svgs.length - 1)));
  };
  /** @param {HTMLElement} place @param {string} id */
  const look = (place, id) => {
    if (now?.place === place) return;
    stop();
    if (calm.matches) return;
    now = { id, place };
    timer = window.setTimeout(() => {
      if (known.has(id)) play();
      else {
        known.set(id, null);
        send({ do: "frames", exercise_id: id });
      }
    }, LOOKING_MS);
  };
  /** @param {HTMLElement} row @param {HTMLElement} place @param {string} id */
  const watch = (row, place, id) => {
    row.addEventListener("pointerenter", () => look(place, id));
    row.addEventListener("focusin", () => look(place, id));
    row.addEventListener("pointerleave", stop);
    row.addEventListener("focusout", stop);
  };
  /** @param {Frames} frames */
  const heard = ({ id, svgs }) => {
    known.set(id, svgs);
    if (now?.id === id) play();
  };
  return { watch, heard, drop: stop };
}
