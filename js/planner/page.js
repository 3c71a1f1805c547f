// The page: panels in a grid. Wishes go to the kernel, which answers with a whole new view.
import { askers } from "../shared/asked.js";
import { h, onEnter } from "../shared/controls.js";
import { inFlight } from "../shared/inflight.js";
import { neighbours } from "../shared/neighbours.js";
import { pictures } from "../shared/picture.js";
import { settleAll } from "../shared/refused.js";
import { savedSign } from "../shared/saved.js";
import { tellAll } from "../shared/typed.js";
import { closedPage } from "./closed.js";
import { conflictPanel } from "./conflict.js";
import { exportPanel } from "./export.js";
import { headPanel } from "./head.js";
import { issuePanel } from "./issue.js";
import { itemList } from "./items.js";
import { openNamed } from "./linked.js";
import { noticesPart } from "./notices.js";
import { libraryPanel } from "./panel.js";
import { patientPanel } from "./patient.js";
import { reviewPanel } from "./review.js";
import { screenPanel } from "./screen.js";
import { startPanel } from "./start.js";
import { timelinePanel } from "./timeline.js";

/** @import { Context, Model } from "../shared/widget.js" */
/** @import { Closed, Hands, Part, Planner, Send } from "./hands.js" */
/** @import { Answered, ConditionsMessage, DetailMessage, Made, PictureMessage, Refused, View, Wish } from "./messages.js" */
/** @typedef {ReturnType<typeof partsOf>} Parts */
/** @typedef {Partial<Answered & Refused & ConditionsMessage & DetailMessage & PictureMessage & Made>} Heard */

/** @type {ReadonlySet<Wish["do"]>} */
const ASKS = new Set(["search", "find_conditions", "detail", "picture", "find_plans", "find_templates", "export"]); // these change nothing that is kept

/**
 * The wishes on their way, numbered; those that change something are waited for.
 * @param {Model<Planner>} model
 * @param {(n: number) => void} waits
 * @param {ReturnType<typeof askers>} asked
 * @returns {Send}
 */
function numbered(model, waits, asked) {
  let sent = 0;
  return (wish, asker) => {
    sent += 1;
    if (!ASKS.has(wish.do)) waits(sent);
    if (asker) asked.sent(sent, asker);
    model.send({ ...wish, n: sent });
  };
}

/**
 * The parts of the page, each with what it needs of the others.
 * @param {Model<Planner>} model
 * @param {Omit<Hands, "small" | "me">} given
 * @param {ReturnType<typeof savedSign>} saved
 */
function partsOf(model, { send, say }, saved) {
  const drawn = pictures(send);
  const hands = { send, say, small: drawn.small, me: { name: "", role: "" } };
  const lists = model.get("lists");
  const items = itemList(hands);
  return {
    drawn,
    library: libraryPanel(model, hands),
    start: startPanel(send),
    conflict: conflictPanel(send),
    head: headPanel(send, saved),
    patient: patientPanel(lists, send, say),
    screen: screenPanel(lists.red_flags, send),
    items,
    review: reviewPanel({ send, me: hands.me, open: items.open }),
    issue: issuePanel(send, hands.me),
    handout: exportPanel(send, lists.palettes),
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
    grid.inert = true;
  });
  const asked = askers();
  const flight = inFlight({
    draw: () => desk.draw(model.get("view")),
    refill: () => desk.refill(model.get("view")),
  });
  /** @param {number} n */
  const waits = (n) => {
    saved.sent(n);
    flight.sent(n);
  };
  const send = numbered(model, waits, asked);
  const parts = partsOf(model, { send, say }, saved);
  const { library, head, issue } = parts;
  const notices = noticesPart(issue.refuse);
  const desk = deskOf(parts);
  const grid = h(
    "div",
    { class: "hs-grid" },
    library.node,
    h("div", { class: "hs-desk" }, ...desk.nodes, notices.node),
  );
  const drawNotices = () => notices.draw(asked.refuse(model.get("notices")));
  const drawDone = () => {
    const done = model.get("done");
    head.done.textContent = done;
    if (done) say(done);
  };
  el.replaceChildren(pageOf(saved, grid, spoken));
  library.draw();
  flight.view();
  drawNotices();
  const leave = watch(model, [
    ["change:view", flight.view],
    ["change:found", library.draw],
    ["change:notices", drawNotices],
    ["change:done", drawDone],
    ["msg:custom", listener(parts, { saved, asked, flight })],
  ]);
  openNamed((named) => send({ do: "open", ...named }));
  return () => {
    leave();
    parts.handout.drop();
    saved.drop();
    parts.drawn.drop();
  };
}

/**
 * The plan in hand, one part below the other; while two edits stand against each other, only they are alive.
 * @param {Parts} parts
 */
function deskOf({ library, start, conflict, head, patient, screen, items, review, issue, handout }) {
  const time = timelinePanel(review.focus);
  const named = { class: "hs-panel hs-about", "aria-label": "Patient and red flags" };
  const about = h("section", named, patient.node, screen.node);
  const below = [time, items, review, issue, handout].map((part) => part.node);
  const rest = h("div", { class: "hs-work" }, head.node, about, ...below);
  const work = h("div", { class: "hs-work" }, conflict.node, rest);
  /** @type {readonly Part[]} */
  const parts = [conflict, head, patient, screen, time, items, review, issue, handout];
  let inHand = "";
  /** @param {View} view */
  const draw = (view) => {
    const now = view.plan ? `${view.plan.code} ${view.plan.version}` : "";
    if (now !== inHand) settleAll(work); // what was refused was typed for another plan
    inHand = now;
    start.node.hidden = Boolean(view.plan);
    work.hidden = !view.plan;
    rest.inert = Boolean(view.conflict); // until she has chosen
    library.node.inert = Boolean(view.conflict);
    if (view.plan) for (const part of parts) part.draw(view);
    else start.draw(view);
    library.allow();
  };
  /** @param {View} view */
  const refill = (view) => {
    if (view.plan) for (const part of [head, patient, screen]) part.refill(view);
  };
  return { nodes: [start.node, work], draw, refill };
}

/**
 * What a message of the kernel is for. Each of `told` hears what was answered.
 * @param {Parts} parts
 * @param {{ saved: ReturnType<typeof savedSign>, asked: ReturnType<typeof askers>, flight: ReturnType<typeof inFlight> }} told
 */
function listener({ drawn, library, patient, handout }, { saved, asked, flight }) {
  /** @param {Heard} message @param {readonly DataView[]} buffers */
  return ({ answered, refused, conditions, picture, detail, made, said }, buffers) => {
    if (refused) flight.refused();
    if (answered) for (const heard of [saved.heard, asked.answered, flight.heard]) heard(answered);
    if (conditions) patient.heard(conditions);
    if (picture) drawn.heard(picture);
    if (detail) library.show(detail);
    if (refused) handout.refused();
    if (made) handout.ready({ made, said: said ?? "" }, buffers);
  };
}

/**
 * @param {ReturnType<typeof savedSign>} saved
 * @param {HTMLElement} grid
 * @param {HTMLElement} spoken
 */
function pageOf(saved, grid, spoken) {
  const head = h(
    "header",
    { class: "hs-title" },
    h("h1", {}, "Homestretch"),
    h("p", { class: "hs-quiet" }, "Home-exercise planner"),
    ...neighbours("plan.ipynb", { aside: true }),
  );
  const page = h("div", { class: "hs", "onhs-typing": saved.typing }, saved.band, head, grid, spoken);
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
