// The page: its parts in their window. Wishes go to the kernel, which answers with a whole new view.
import { askers } from "../shared/asked.js";
import { kept } from "../shared/changed.js";
import { h, OWN_MENU, onEnter } from "../shared/controls.js";
import { fieldInUse, typedNoMore } from "../shared/fingers.js";
import { keptFocus } from "../shared/focus.js";
import { inFlight } from "../shared/inflight.js";
import { savedSign } from "../shared/saved.js";
import { spokenPart } from "../shared/spoken.js";
import { isTold, tellAll } from "../shared/typed.js";
import { closedPage } from "./closed.js";
import { deskOf } from "./desk.js";
import { lookElsewhere } from "./elsewhere.js";
import { keyMap } from "./keys.js";
import { openNamed } from "./linked.js";
import { lostPart } from "./lost.js";
import { noticesPart } from "./notices.js";
import { partsOf } from "./parts.js";
import { fitted } from "./shell.js";
import { numbered } from "./wishes.js";

/** @import { Changed } from "../shared/changed.js" */
/** @import { Context, Model } from "../shared/widget.js" */
/** @import { Closed, Planner, Send } from "./hands.js" */
/** @import { Answered, ConditionsMessage, DetailMessage, FramesMessage, Made, MendsMessage, OwnMessage, OwnPreviewMessage, PagesMessage, PhotoMessage, PictureMessage, PlayMessage, Refused, UnfoldedMessage, Wish } from "./messages.js" */
/** @import { Parts } from "./parts.js" */
/** @typedef {Partial<Answered & Refused & ConditionsMessage & DetailMessage & FramesMessage & PictureMessage & PagesMessage & UnfoldedMessage & OwnMessage & OwnPreviewMessage & PhotoMessage & MendsMessage & PlayMessage & Made & { changed: Changed, turn: number, rest: boolean }>} Heard */

/** @param {Context<Planner>} context */
function openPage({ model, el }) {
  const { node: spoken, say } = spokenPart();
  const saved = savedSign((is) => {
    if (is) tellAll(); // what is half typed goes out too
    desk.node.inert = is;
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
    board.tell(done);
    if (done) say(done);
  };
  const page = pageOf(saved, lost.node, desk.node, spoken);
  page.append(parts.player.node);
  el.replaceChildren(page);
  const idle = () => flight.idle() && isTold() && !page.contains(fieldInUse());
  const quiet = () => Boolean(model.get("view").plan) && !model.get("view").conflict && idle();
  const stops = [fitted(page), keptFocus(page), lookElsewhere(send, quiet)];
  keyMap(page, keyActs(send, parts, notices));
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
    board.tell(words);
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
    parts.own.drop();
  };
}

/**
 * @param {Send} send
 * @param {Parts} parts
 * @param {ReturnType<typeof noticesPart>} notices
 */
function keyActs(send, { aside, shelf, foot, items }, notices) {
  /** @param {"undo" | "redo"} way */
  const back = (way) => {
    tellAll(); // the step back is from what is half typed
    if (document.activeElement) typedNoMore(document.activeElement);
    send({ do: way });
  };
  return {
    reach: shelf.search,
    undo: () => back("undo"),
    redo: () => back("redo"),
    keep: tellAll,
    findings: () => aside.toggle("findings"),
    primary: () => {
      tellAll();
      foot.primary();
    },
    shut: () => [notices, shelf, aside, items.bulk].some((part) => part.close()),
  };
}

/**
 * What a message of the kernel is for. Each of `told` hears what was answered.
 * @param {Parts} parts
 * @param {{ saved: ReturnType<typeof savedSign>, asked: ReturnType<typeof askers>, flight: ReturnType<typeof inFlight>, lost: ReturnType<typeof lostPart>, view: ReturnType<typeof kept> }} told
 */
function listener(
  { drawn, items, library, patient, issue, mending, player, own: form },
  { saved, asked, flight, lost, view },
) {
  /** @param {Heard} message @param {readonly DataView[]} buffers */
  return (
    {
      answered,
      refused,
      of,
      about,
      changed,
      turn,
      rest,
      conditions,
      picture,
      frames,
      detail,
      unfolded,
      pages,
      mends,
      played,
      own,
      preview,
      photo,
      made,
      said,
      code,
      version,
    },
    buffers,
  ) => {
    if (changed && rest) flight.unasked(() => view(changed, turn ?? 0));
    else if (changed) view(changed, turn ?? 0);
    if (refused) flight.refused();
    if (answered) for (const heard of [saved.heard, lost.heard, asked.answered, flight.heard]) heard(answered);
    if (conditions) patient.heard(conditions);
    if (picture) drawn.heard(picture);
    if (frames) library.heard(frames);
    if (unfolded) items.heard(unfolded);
    if (detail) library.show(detail);
    if (mends) mending.heard(mends);
    if (played) player.heard(played);
    if (own) form.heard(own);
    if (preview) form.drawn(preview);
    if (photo) form.shot(photo);
    if (refused && of === "export") issue.handout.refused(about ?? "");
    if (pages) issue.handout.pages.heard(pages, buffers);
    if (made) issue.handout.ready({ made, said: said ?? "", code: code ?? "", version: version ?? 0 }, buffers);
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
    { class: "hs hs-planner", tabindex: "-1", ...OWN_MENU, "onhs-typing": saved.typing },
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
