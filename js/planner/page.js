// The page: panels in a grid. Wishes go to the kernel, which answers with a whole new view.
import { askers } from "../shared/asked.js";
import { kept } from "../shared/changed.js";
import { h, onEnter } from "../shared/controls.js";
import { keptFocus } from "../shared/focus.js";
import { inFlight } from "../shared/inflight.js";
import { pictures } from "../shared/picture.js";
import { settleAll } from "../shared/refused.js";
import { savedSign } from "../shared/saved.js";
import { tellAll } from "../shared/typed.js";
import { againPart } from "./again.js";
import { boardPart } from "./board.js";
import { dropsOn, showRow } from "./card.js";
import { closedPage } from "./closed.js";
import { conflictPanel } from "./conflict.js";
import { drawer } from "./drawer.js";
import { footBand } from "./foot.js";
import { headPanel } from "./head.js";
import { issuePanel } from "./issue.js";
import { itemList } from "./items.js";
import { keyMap } from "./keys.js";
import { openNamed } from "./linked.js";
import { lostPart } from "./lost.js";
import { mendsOf } from "./mends.js";
import { noticesPart } from "./notices.js";
import { libraryPanel } from "./panel.js";
import { patientPanel } from "./patient.js";
import { playerPart } from "./player.js";
import { primaryPart } from "./primary.js";
import { reviewPanel } from "./review.js";
import { screenPanel } from "./screen.js";
import { asidePart, fitted, skips } from "./shell.js";
import { startPanel } from "./start.js";
import { patientStrip } from "./strip.js";
import { topBand } from "./top.js";

/** @import { Changed } from "../shared/changed.js" */
/** @import { Context, Model } from "../shared/widget.js" */
/** @import { Closed, Hands, Part, Planner, Send } from "./hands.js" */
/** @import { Answered, ConditionsMessage, DetailMessage, FramesMessage, Made, MendsMessage, PagesMessage, PictureMessage, PlayMessage, Refused, UnfoldedMessage, View, Wish } from "./messages.js" */
/** @typedef {ReturnType<typeof partsOf>} Parts */
/** @typedef {Partial<Answered & Refused & ConditionsMessage & DetailMessage & FramesMessage & PictureMessage & PagesMessage & UnfoldedMessage & MendsMessage & PlayMessage & Made & { changed: Changed, turn: number }>} Heard */

/** @type {ReadonlySet<Wish["do"]>} */
const ASKS = new Set([
  "search",
  "find_conditions",
  "detail",
  "picture",
  "frames",
  "unfold",
  "find_plans",
  "find_templates",
  "export",
  "preview",
  "mends",
  "play",
  "whole",
]); // these change nothing that is kept

/**
 * The wishes on their way, numbered; those that change something are waited for.
 * @param {Model<Planner>} model
 * @param {(n: number, wish: Wish) => void} waits
 * @param {ReturnType<typeof askers>} asked
 * @returns {Send}
 */
function numbered(model, waits, asked) {
  let sent = 0;
  return (wish, asker) => {
    sent += 1;
    if (!ASKS.has(wish.do)) waits(sent, wish);
    if (asker) asked.sent(sent, asker);
    try {
      model.send({ ...wish, n: sent });
    } catch {
      // The kernel is gone: it is told in the band, and the wish is kept until there is another.
    }
  };
}

/**
 * The parts of the page, each with what it needs of the others.
 * @param {Model<Planner>} model
 * @param {Pick<Hands, "send" | "say">} given
 * @param {ReturnType<typeof savedSign>} saved
 */
function partsOf(model, { send, say }, saved) {
  const drawn = pictures(send);
  const mending = mendsOf(send);
  /** @type {Hands} */
  const hands = {
    send,
    say,
    small: drawn.small,
    me: { name: "", role: "" },
    mends: mending,
    patient: () => aside.open("patient"),
  };
  const lists = model.get("lists");
  const items = itemList(hands);
  const patient = patientPanel(lists, send, say);
  const screen = screenPanel(lists.red_flags, send);
  for (const { node } of [patient, screen]) node.open = true; // whoever opens the panel wants to see it
  const review = reviewPanel({ ...hands, open: items.open });
  const issue = issuePanel(lists, { ...hands, changed: () => primary.show() });
  const head = headPanel(send);
  const again = againPart(send);
  const aside = asidePart(
    {
      patient: { title: "Patient, conditions, red flags", node: h("div", {}, patient.node, screen.node) },
      findings: { title: "What the review says", node: review.node },
      issue: { title: "Issue and print", node: issue.node },
      about: { title: "About this plan", node: h("div", {}, head.node, again.node) },
    },
    (name) => {
      shelf.node.dataset.panel = name;
      issue.handout.pages.opened(name === "issue");
      primary.show();
    },
  );
  const primary = primaryPart({
    isOpen: () => aside.now() === "issue",
    open: () => aside.open("issue"),
    preview: () => {
      aside.open("issue");
      issue.handout.pages.focus();
    },
    issue,
  });
  const library = libraryPanel(model, hands, (n) => showRow(board.node, n));
  const player = playerPart(send);
  const board = boardPart(hands, conflictPanel(send), items, { search: () => shelf.search(), play: player.open });
  dropsOn(board.node, (exercise_id, at) => send({ do: "add", exercise_id, at }));
  const shelf = drawer(library, board.node, aside.node);
  return {
    shelf,
    drawn,
    library,
    start: startPanel(hands),
    top: topBand({ close: () => send({ do: "close" }), about: () => aside.toggle("about") }, saved),
    strip: patientStrip(send, { open: () => aside.toggle("patient"), go: opensAt(aside, patient) }),
    foot: footBand(send, { findings: () => aside.toggle("findings") }, primary),
    aside,
    items,
    board,
    head,
    again,
    patient,
    screen,
    review,
    issue,
    player,
    mending,
  };
}

/**
 * The way to a part of the patient's panel.
 * @param {ReturnType<typeof asidePart>} aside
 * @param {ReturnType<typeof patientPanel>} patient
 * @returns {ReturnType<typeof patientPanel>["go"]}
 */
function opensAt(aside, patient) {
  return (part) => {
    aside.open("patient");
    patient.go(part);
  };
}

/** @param {Context<Planner>} context */
function openPage({ model, el }) {
  const spoken = h("div", { class: "hs-unseen", role: "status" });
  /** @param {string} text */
  const say = (text) => {
    spoken.textContent = text;
  };
  const saved = savedSign(() => {
    desk.node.inert = true;
  });
  const asked = askers();
  const flight = inFlight({
    draw: () => desk.draw(model.get("view")),
    refill: () => desk.refill(model.get("view")),
  });
  const lost = lostPart(model, saved);
  const view = kept({
    get: () => model.get("view"),
    set: (now) => model.set("view", now),
    ask: () => send({ do: "whole" }),
  });
  /** @param {number} n @param {Wish} wish */
  const waits = (n, wish) => {
    saved.sent(n);
    flight.sent(n);
    lost.sent(n, wish);
  };
  const send = numbered(model, waits, asked);
  const parts = partsOf(model, { send, say }, saved);
  const { library, board, issue, aside } = parts;
  const notices = noticesPart(issue.refuse);
  const desk = deskOf(parts, notices.node);
  const drawNotices = () => notices.draw(asked.refuse(model.get("notices")));
  const drawDone = () => {
    const done = model.get("done");
    board.done.textContent = parts.strip.told(done) ? "" : done;
    if (done) say(done);
  };
  const page = pageOf(saved, lost.node, desk.node, spoken);
  page.append(parts.player.node);
  el.replaceChildren(page);
  const stops = [fitted(page), keptFocus(page)];
  keyMap(page, keyActs(send, parts));
  library.draw();
  flight.view();
  drawNotices();
  const leave = watch(model, [
    ["change:view", flight.view],
    ["change:found", library.draw],
    ["change:notices", drawNotices],
    ["change:done", drawDone],
    ["msg:custom", listener(parts, { saved, asked, flight, lost, view })],
  ]);
  /** @param {string} words */
  const told = (words) => {
    board.done.textContent = words;
    say(words);
  };
  lost.watch(page, desk.node, { send, aside, draw: () => desk.draw(model.get("view")), say: told });
  openNamed((named) => send({ do: "open", ...named }));
  return () => {
    leave();
    for (const stop of stops) stop();
    parts.issue.handout.drop();
    saved.drop();
    parts.drawn.drop();
    parts.library.drop();
  };
}

/**
 * @param {Send} send
 * @param {Parts} parts
 */
function keyActs(send, { aside, shelf, foot }) {
  return {
    reach: shelf.search,
    undo: () => send({ do: "undo" }),
    redo: () => send({ do: "redo" }),
    keep: tellAll,
    findings: () => aside.toggle("findings"),
    primary: () => foot.primary(),
    shut: () => {
      if (shelf.close()) return true;
      const open = Boolean(aside.now());
      aside.close();
      return open;
    },
  };
}

/**
 * The plan in hand, band by band; while two edits stand against each other, only they are alive.
 * @param {Parts} parts
 * @param {HTMLElement} notices
 */
function deskOf(
  { library, start, top, strip, foot, aside, board, shelf, head, again, patient, screen, review, issue },
  notices,
) {
  const ways = skips([
    ["To the plan", () => board.focus()],
    ["To the end of the plan", () => aside.open("issue")],
  ]);
  const work = h("div", { class: "hs-desk" }, strip.node, shelf.node, notices, foot.node);
  const begin = h("div", { class: "hs-begin" }, start.node);
  const node = h("div", { class: "hs-window" }, ways, top.node, begin, work);
  /** @type {readonly Part[]} */
  const parts = [top, strip, board, head, again, patient, screen, review, issue, foot]; // what the foot says rests on all
  let inHand = "";
  /** @param {View} view */
  const draw = (view) => {
    const now = view.plan ? `${view.plan.code} ${view.plan.version}` : "";
    const before = inHand;
    if (now !== inHand) {
      settleAll(work); // what was refused was typed for another plan
      aside.close();
    }
    inHand = now;
    begin.hidden = Boolean(view.plan);
    work.hidden = ways.hidden = !view.plan;
    for (const part of [library, strip, foot, aside]) part.node.inert = Boolean(view.conflict); // until she has chosen
    if (view.plan) for (const part of parts) part.draw(view);
    else {
      top.draw(null);
      start.draw(view);
    }
    library.allow();
    if (now && now !== before) board.focus();
  };
  /** @param {View} view */
  const refill = (view) => {
    if (view.plan) for (const part of [strip, head, patient, screen, issue]) part.refill(view);
  };
  return { node, draw, refill };
}

/**
 * What a message of the kernel is for. Each of `told` hears what was answered.
 * @param {Parts} parts
 * @param {{ saved: ReturnType<typeof savedSign>, asked: ReturnType<typeof askers>, flight: ReturnType<typeof inFlight>, lost: ReturnType<typeof lostPart>, view: ReturnType<typeof kept> }} told
 */
function listener({ drawn, items, library, patient, issue, mending, player }, { saved, asked, flight, lost, view }) {
  /** @param {Heard} message @param {readonly DataView[]} buffers */
  return (
    {
      answered,
      refused,
      changed,
      turn,
      conditions,
      picture,
      frames,
      detail,
      unfolded,
      pages,
      mends,
      played,
      made,
      said,
    },
    buffers,
  ) => {
    if (changed) view(changed, turn ?? 0);
    if (refused) flight.refused();
    if (answered) for (const heard of [saved.heard, lost.heard, asked.answered, flight.heard]) heard(answered);
    if (conditions) patient.heard(conditions);
    if (picture) drawn.heard(picture);
    if (frames) library.heard(frames);
    if (unfolded) items.heard(unfolded);
    if (detail) library.show(detail);
    if (mends) mending.heard(mends);
    if (played) player.heard(played);
    if (refused) issue.handout.refused();
    if (pages) issue.handout.pages.heard(pages, buffers);
    if (made) issue.handout.ready({ made, said: said ?? "" }, buffers);
  };
}

/**
 * @param {ReturnType<typeof savedSign>} saved
 * @param {HTMLElement} lost
 * @param {HTMLElement} desk
 * @param {HTMLElement} spoken
 */
function pageOf(saved, lost, desk, spoken) {
  const bands = [lost, saved.band];
  const page = h(
    "div",
    { class: "hs hs-planner", tabindex: "-1", "onhs-typing": saved.typing },
    ...bands,
    desk,
    spoken,
  );
  page.addEventListener("keydown", onEnter);
  return page;
}

/**
 * Listen to the kernel, and tell what is typed before the page goes; gives the way to stop.
 * @param {Model<Planner>} model
 * @param {readonly (readonly [event: string, act: (...given: never[]) => void])[]} watched
 */
function watch(model, watched) {
  for (const [event, act] of watched) model.on(event, act);
  window.addEventListener("pagehide", tellAll);
  document.addEventListener("visibilitychange", tellAll);
  return () => {
    for (const [event, act] of watched) model.off(event, act);
    window.removeEventListener("pagehide", tellAll);
    document.removeEventListener("visibilitychange", tellAll);
  };
}

/** @param {Context<Planner & Partial<Closed>>} context */
function render({ model, el }) {
  const faults = model.get("faults");
  if (!faults) return openPage({ model, el });
  el.replaceChildren(closedPage(faults));
  return undefined;
}

export default { render };
