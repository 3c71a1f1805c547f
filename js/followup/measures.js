// The one screen of the follow-up: what was done of what was planned, and what it asks for. Hidden without a plan.
import { h, told } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { pictures } from "../shared/picture.js";
import { asidePanel } from "./aside.js";
import { behindDialog } from "./behind.js";
import { calendarPanel } from "./calendar.js";
import { changesPanel } from "./changes.js";
import { exercisesPanel } from "./exercises.js";
import { habitsPanel } from "./habits.js";
import { headlinePanel } from "./headline.js";
import { jumpList } from "./narrow.js";
import { nextPanel } from "./next.js";
import { opener } from "./opens.js";
import { painPanel } from "./pain.js";
import { periodBar } from "./period.js";
import { allUnbroken } from "./unbroken.js";
import { voicePanels } from "./voice.js";
import { weeksPanel } from "./weeks.js";

/** @import { Hands } from "./hands.js" */
/** @import { DraftSent, Measures, PictureSent, RowsSent, Screen, View } from "./messages.js" */

const PAUSE_MS = 2500; // after the last row that was typed

/**
 * @param {Hands} hands
 * @param {HTMLElement} matters the panel below it, to which its list of panels leads too
 */
export function measuresPart({ send, say }, matters) {
  const behind = behindDialog(send);
  const shelf = pictures(send);
  const parts = partsOf(send, say, behind.show, shelf.small);
  const period = periodBar(send);
  const faults = h("div", { class: "hs-panel ms-faults", role: "alert" });
  const late = h("p", { class: "hs-quiet ms-late" });
  const { aside, grid } = parts;
  const jump = jumpList([...parts.named, ["What matters", matters]]);
  const node = h("section", { class: "ms", "aria-label": "Measures", hidden: true });
  node.append(period.node, jump.node, faults, aside.node, grid, late, behind.node);
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
    const screen = allUnbroken(measures.screen);
    drawFaults(measures.faults);
    period.draw(measures.period);
    grid.hidden = screen === null;
    aside.node.hidden = !screen || !(screen.aside.signs.length || screen.aside.alerts.length);
    late.textContent = screen?.late ?? "";
    late.hidden = !late.textContent;
    if (screen) keepingFocus(node, () => drawScreen(parts, screen));
    jump.node.hidden = screen === null;
    jump.draw();
  };
  /** @param {Partial<RowsSent & PictureSent & DraftSent>} message */
  const heard = ({ rows, picture, draft }) => {
    if (draft) parts.next.lead(draft);
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
  const parts = {
    aside: asidePanel(opens, send),
    headline: headlinePanel(opens),
    next: nextPanel(opens, send),
    weeks: weeksPanel(opens, say),
    changes: changesPanel(opens),
    calendar: calendarPanel(show, say),
    exercises: exercisesPanel(opens, say, small),
    pain: painPanel(opens, say, show),
    habits: habitsPanel(opens, say),
    voice: voicePanels(opens),
  };
  return { ...parts, ...laidOut(parts) };
}

/**
 * First what was done, at one look; then what it asks for; then all else in two columns, as evenly as it goes.
 * @param {Record<"headline" | "next" | "weeks" | "changes" | "calendar" | "exercises" | "pain" | "habits", { node: HTMLElement }> & { voice: Record<"talk" | "words", HTMLElement> }} parts
 */
function laidOut({ headline, next, weeks, changes, calendar, exercises, pain, habits, voice }) {
  const look = h("div", { class: "ms-look" }, headline.node, weeks.node, calendar.node);
  const flow = h("div", { class: "ms-flow" }, pain.node, voice.talk, changes.node, habits.node, voice.words);
  const grid = h("div", { class: "ms-grid" }, look, next.node, exercises.node, flow);
  /** @type {readonly (readonly [string, HTMLElement])[]} */
  const named = [
    ["Weeks", weeks.node],
    ["Days", calendar.node],
    ["Next plan", next.node],
    ["Exercises", exercises.node],
    ["Pain", pain.node],
    ["To talk about", voice.talk],
  ];
  return { grid, named };
}

/** @param {ReturnType<typeof partsOf>} parts @param {Screen} screen */
function drawScreen(parts, screen) {
  parts.aside.draw(screen.aside);
  parts.headline.draw(screen.headline);
  parts.next.draw(screen.next);
  parts.weeks.draw(screen.weeks);
  parts.changes.draw(screen.weeks.changes);
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
