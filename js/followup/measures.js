// The one screen of the follow-up: what was done of what was planned, and what it asks for. Hidden without a plan.
import { h, told } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { pictures } from "../shared/picture.js";
import { asidePanel } from "./aside.js";
import { behindDialog } from "./behind.js";
import { calendarPanel } from "./calendar.js";
import { exercisesPanel } from "./exercises.js";
import { habitsPanel } from "./habits.js";
import { headlinePanel } from "./headline.js";
import { nextPanel } from "./next.js";
import { opener } from "./opens.js";
import { painPanel } from "./pain.js";
import { periodBar } from "./period.js";
import { voicePanels } from "./voice.js";
import { weeksPanel } from "./weeks.js";

/** @import { Hands } from "./hands.js" */
/** @import { Measures, PictureSent, RowsSent, Screen, View } from "./messages.js" */

const PAUSE_MS = 2500; // after the last row that was typed

/** @param {Hands} hands */
export function measuresPart({ send, say }) {
  const behind = behindDialog(send);
  const shelf = pictures(send);
  const parts = partsOf(send, say, behind.show, shelf.small);
  const period = periodBar(send);
  const faults = h("div", { class: "hs-panel ms-faults", role: "alert" });
  const late = h("p", { class: "hs-quiet ms-late" });
  const { aside, headline, next, weeks, calendar, exercises, pain, habits, voice } = parts;
  const grid = h(
    "div",
    { class: "ms-grid" },
    h("div", { class: "ms-column ms-wide" }, headline.node, weeks.node),
    h("div", { class: "ms-column" }, next.node, calendar.node),
    exercises.node,
    h("div", { class: "ms-column ms-wide" }, pain.node),
    h("div", { class: "ms-column" }, habits.node, voice.talk, voice.words),
  );
  const node = h("section", { class: "ms", "aria-label": "Measures", hidden: true });
  node.append(aside.node, period.node, faults, grid, late, behind.node);
  const again = afterPause(() => send({ do: "refresh" }));
  const drawFaults = whenNew((/** @type {Measures["faults"]} */ list) => {
    faults.replaceChildren(h("h3", {}, "This diary cannot be counted"), ...told(list, "hs-notice"));
    faults.hidden = !list.length;
  });
  /** @param {View["measures"]} measures */
  const draw = (measures) => {
    node.hidden = measures === null;
    again(measures?.stale ? `${measures.code} ${measures.stale}` : "");
    if (!measures) return;
    const { screen } = measures;
    drawFaults(measures.faults);
    period.draw(measures.period);
    grid.hidden = aside.node.hidden = screen === null;
    late.textContent = screen?.late ?? "";
    late.hidden = !late.textContent;
    if (screen) keepingFocus(node, () => drawScreen(parts, screen));
  };
  /** @param {Partial<RowsSent & PictureSent>} message */
  const heard = ({ rows, picture }) => {
    if (rows) behind.heard(rows);
    if (picture) shelf.heard(picture);
  };
  const drop = () => {
    shelf.drop();
    again("");
  };
  return { node, draw, heard, drop };
}

/**
 * @param {Hands["send"]} send
 * @param {Hands["say"]} say
 * @param {(figure: string, title: string) => void} show
 * @param {(id: string) => HTMLElement} small
 */
function partsOf(send, say, show, small) {
  const opens = opener(show);
  return {
    aside: asidePanel(opens, send),
    headline: headlinePanel(opens),
    next: nextPanel(opens, send),
    weeks: weeksPanel(opens, say),
    calendar: calendarPanel(show, say),
    exercises: exercisesPanel(opens, say, small),
    pain: painPanel(opens, say, show),
    habits: habitsPanel(opens, say),
    voice: voicePanels(opens),
  };
}

/** @param {ReturnType<typeof partsOf>} parts @param {Screen} screen */
function drawScreen(parts, screen) {
  parts.aside.draw(screen.aside);
  parts.headline.draw(screen.headline);
  parts.next.draw(screen.next);
  parts.weeks.draw(screen.weeks);
  parts.calendar.draw(screen.calendar);
  parts.exercises.draw(screen.exercises);
  parts.pain.draw(screen.pain);
  parts.habits.draw(screen.habits);
  parts.voice.draw(screen.voice);
}

/**
 * What had the keyboard has it again after it was drawn anew; where it is gone, the heading of its panel has.
 * @param {HTMLElement} node
 * @param {() => void} draw
 */
function keepingFocus(node, draw) {
  const had = document.activeElement;
  const key = had instanceof HTMLElement && node.contains(had) ? (had.dataset.key ?? "") : null;
  const heading = had?.closest("section")?.querySelector("h3");
  draw();
  if (key === null || node.contains(document.activeElement)) return;
  const again = key ? node.querySelector(`[data-key="${CSS.escape(key)}"]`) : null;
  const to = again instanceof HTMLElement ? again : heading?.isConnected ? heading : node.querySelector("h3");
  if (to instanceof HTMLElement) to.focus();
}

/**
 * Acts once nothing new has come for a while: `now` says what is new, empty where nothing is.
 * @param {() => void} act
 */
function afterPause(act) {
  let last = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  return (/** @type {string} */ now) => {
    if (now === last) return;
    last = now;
    clearTimeout(timer);
    if (now) timer = setTimeout(act, PAUSE_MS);
  };
}
