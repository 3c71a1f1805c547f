// The follow-up's page: the list of patients, or the patient in hand. Wishes go to the kernel, which answers with views.
import { askers } from "../shared/asked.js";
import { connection } from "../shared/connection.js";
import { button, h, OWN_MENU, onEnter, told } from "../shared/controls.js";
import { inFlight } from "../shared/inflight.js";
import { neighbours } from "../shared/neighbours.js";
import { savedSign } from "../shared/saved.js";
import { broughtPanel } from "./brought.js";
import { busySign } from "./busy.js";
import { diariesPanel } from "./diaries.js";
import { dropZone } from "./drop.js";
import { keptAnswers, keptPlace } from "./kept.js";
import { openLinked, openVisit } from "./linked.js";
import { mattersSection } from "./matters.js";
import { measuresPart } from "./measures.js";
import { nothingPanel } from "./nothing.js";
import { patientsPanel, whose } from "./patients.js";
import { reportPart } from "./report.js";
import { numbered } from "./send.js";
import { typingPanel } from "./typing.js";

/** @import { Context, Model } from "../shared/widget.js" */
/** @import { FollowUp, Hands, Send } from "./hands.js" */
/** @import { Answered, Chosen, DraftSent, Notice, PictureSent, Refused, ReportSent, RowsSent } from "./messages.js" */
/** @typedef {ReturnType<typeof partsOf>} Parts */

const visit = openVisit();

/**
 * @param {Hands} hands
 * @param {ReturnType<typeof savedSign>} saved
 * @param {HTMLElement} page
 * @param {ReturnType<typeof keptPlace>} place
 */
function partsOf(hands, saved, page, place) {
  const typing = typingPanel(hands, saved.node, place);
  const matters = mattersSection(hands.send);
  const report = reportPart(hands.send);
  return {
    patients: patientsPanel(hands.send),
    head: headPart(hands.send, report),
    report,
    nothing: nothingPanel(),
    brought: broughtPanel(hands.send),
    diaries: diariesPanel(hands.send, dropZone(hands.send, page), typing.opener),
    matters,
    measures: measuresPart(hands, matters.node),
    typing,
    notices: noticesPart(),
  };
}

/**
 * What a message of the kernel is for.
 * @param {Parts} parts
 * @param {() => void} refill after a refusal
 * @param {readonly ((n: number) => void)[]} told who hears which wish was answered
 */
function listener({ measures, report: reported }, refill, told) {
  /** @param {Partial<Answered & Refused & RowsSent & PictureSent & DraftSent & ReportSent>} message @param {readonly DataView[]} buffers */
  return (message, buffers) => {
    const { answered, refused, of, about = "", report } = message;
    measures.heard(message);
    if (report) reported.ready(report, buffers);
    if (refused) refill();
    if (refused && of === "report") reported.refused(about);
    if (answered) for (const heard of told) heard(answered);
  };
}

/** @param {Context<FollowUp>} context */
function render({ model, el }) {
  const spoken = h("div", { class: "hs-unseen", role: "status" });
  /** @param {string} text */
  const say = (text) => {
    spoken.textContent = text;
  };
  const saved = savedSign(
    (is) => {
      if (is) parts.typing.flush(); // what is half typed goes out too
      body.inert = is;
    },
    () => model.get("view").demo,
  );
  const asked = askers();
  const draw = () => {
    drawAll(model, parts, body);
    const { sample: words, demo } = model.get("view");
    sample.replaceChildren(words, " ", ...(demo ? [make] : []));
    sample.hidden = !words;
  };
  const busy = busySign();
  const flight = inFlight({ draw, refill: draw });
  /** @param {number} n */
  const waits = (n) => {
    saved.sent(n);
    busy.sent(n);
    flight.sent(n);
  };
  const kept = keptAnswers();
  const place = keptPlace();
  const send = numbered(model, waits, asked, kept);
  const page = h("div", { class: "hs fu", tabindex: "-1", ...OWN_MENU, "onhs-typing": saved.typing });
  const parts = partsOf({ send, say }, saved, page, place);
  const sample = h("p", { class: "ms-sample", role: "note" });
  const make = button("Make a demo clinic", () => send({ do: "demo" }), { class: "hs-small" });
  const body = bodyOf(parts);
  // What was typed and not answered is kept by `kept`, and told again by the page that comes after this one.
  const cut = () => {
    parts.typing.flush();
    saved.cut();
  };
  const line = connection({ cut, mended: saved.mended });
  line.watch(page, body);
  page.append(titleOf(sample, busy.node), line.node, saved.band, body, spoken);
  page.addEventListener("keydown", onEnter);
  el.replaceChildren(page);
  draw();
  parts.notices.draw(model.get("notices"));
  if (!model.get("view").chosen) openLinked(send, visit, parts.patients.comes);
  openAgain(parts, place, kept, send);
  return watch(model, saved, parts, [
    ["change:patients", draw],
    ["change:view", flight.view],
    ["change:sheet", flight.view],
    ["change:cells", flight.view],
    ["change:matters", flight.view],
    ["change:brought", () => parts.brought.draw(model.get("brought"))],
    ["change:notices", () => parts.notices.draw(asked.refuse(model.get("notices")))],
    ["change:done", () => doneSaid(model, parts, say)],
    [
      "msg:custom",
      listener(parts, flight.refused, [saved.heard, busy.heard, flight.heard, asked.answered, kept.answered]),
    ],
  ]);
}

/**
 * @param {Model<FollowUp>} model
 * @param {Parts} parts
 * @param {HTMLElement} body
 */
function drawAll(model, { patients, head, report, brought, diaries, nothing, measures, matters, typing }, body) {
  const { chosen, measures: told_ } = model.get("view");
  const was = body.dataset.chosen ?? "";
  body.dataset.chosen = chosen?.code ?? "";
  patients.node.hidden = Boolean(chosen);
  head.node.hidden = !chosen;
  nothing.node.hidden = !chosen || told_ !== null;
  patients.draw(model.get("patients"));
  brought.draw(model.get("brought"));
  measures.draw(told_);
  report.draw(told_);
  matters.draw(model.get("matters"));
  if (chosen) head.draw(chosen);
  diaries.draw(chosen);
  typing.draw(chosen, model.get("sheet"), model.get("cells"));
  if (was === body.dataset.chosen) return;
  visit.keep(body.dataset.chosen);
  if (chosen) head.focus();
  else patients.focus();
}

/**
 * Takes up the sheet that was open when the page went, and tells again what was typed and never answered. What the
 * kernel refuses of it is told, and the sheet shows what is kept.
 * @param {Parts} parts
 * @param {ReturnType<typeof keptPlace>} place
 * @param {ReturnType<typeof keptAnswers>} kept
 * @param {Send} send
 */
function openAgain({ typing }, place, kept, send) {
  const last = place.last();
  if (last) {
    typing.reopen(last.code); // the patient is in hand again by the visit that was open
    send({ do: "show", version: last.version });
  }
  for (const wish of kept.left()) send(wish);
}

/** @param {Parts} parts */
function bodyOf({ patients, head, brought, diaries, nothing, measures, matters, typing, notices }) {
  const top = h("div", { class: "hs-panel fu-top" }, head.node, diaries.node);
  const rest = [brought, typing, patients, nothing, measures, matters, notices].map(({ node }) => node);
  return h("div", { class: "fu-body" }, top, ...rest);
}

/**
 * Who is in hand, with the way back.
 * @param {Send} send
 * @param {ReturnType<typeof reportPart>} report
 */
function headPart(send, report) {
  const name = h("h2", { tabindex: "-1" });
  const about = h("span", { class: "hs-quiet" });
  const code = h("span", { class: "hs-code" });
  const back = button("All patients", () => send({ do: "leave" }));
  const done = h("p", { class: "hs-quiet hs-done" });
  const line = h("p", { class: "hs-quiet" }, about, " · code ", code);
  const node = h(
    "section",
    { class: "fu-head", "aria-label": "The patient" },
    h("div", { class: "hs-head" }, name, line, h("div", { class: "fu-acts" }, report.make, report.about, back)),
    done,
    report.node,
  );
  /** @param {Chosen} chosen */
  const draw = (chosen) => {
    name.textContent = whose(chosen) || chosen.code;
    about.textContent = chosen.state;
    code.textContent = chosen.code;
  };
  return { node, draw, done, focus: () => name.focus() };
}

/** What was refused, where it is seen from everywhere. */
function noticesPart() {
  const alert = h("div", { role: "alert" });
  const close = () => draw([]);
  const node = h("div", { class: "hs-notices" }, alert, button("Close", close, { "aria-label": "Close the message" }));
  /** @param {readonly Notice[]} notices */
  const draw = (notices) => {
    node.hidden = !notices.length;
    alert.replaceChildren(...told(notices, "hs-notice"));
  };
  return { node, draw };
}

/** @param {Model<FollowUp>} model @param {Parts} parts @param {(text: string) => void} say */
function doneSaid(model, { head }, say) {
  const done = model.get("done");
  head.done.textContent = done;
  if (done) say(done);
}

/** @param {...HTMLElement} signs of what is shown */
function titleOf(...signs) {
  return h(
    "header",
    { class: "hs-title" },
    h("h1", {}, "Homestretch"),
    h("p", { class: "hs-quiet" }, "Follow-up"),
    ...signs,
    ...neighbours("adherence.ipynb"),
  );
}

/**
 * Listens to the kernel; what is half typed is told before the page goes. Gives the way to stop.
 * @param {Model<FollowUp>} model
 * @param {ReturnType<typeof savedSign>} saved
 * @param {Parts} parts
 * @param {readonly (readonly [event: string, act: (...given: never[]) => void])[]} watched
 */
function watch(model, saved, { typing, measures, report }, watched) {
  for (const [event, act] of watched) model.on(event, act);
  window.addEventListener("pagehide", typing.flush);
  document.addEventListener("visibilitychange", typing.flush);
  return () => {
    for (const [event, act] of watched) model.off(event, act);
    window.removeEventListener("pagehide", typing.flush);
    document.removeEventListener("visibilitychange", typing.flush);
    measures.drop();
    report.drop();
    saved.drop();
  };
}

export default { render };
