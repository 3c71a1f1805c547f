// The parts of the page, each with what it needs of the others.
import { h } from "../shared/controls.js";
import { pictures } from "../shared/picture.js";
import { againPart } from "./again.js";
import { boardPart } from "./board.js";
import { dropsOn, showRow } from "./card.js";
import { conflictPanel } from "./conflict.js";
import { drawer } from "./drawer.js";
import { footBand } from "./foot.js";
import { headPanel } from "./head.js";
import { issuePanel } from "./issue.js";
import { versionBand } from "./issued.js";
import { itemList } from "./items.js";
import { leadTo } from "./leading.js";
import { mendsOf } from "./mends.js";
import { ownPanel } from "./own.js";
import { libraryPanel } from "./panel.js";
import { patientPanel } from "./patient.js";
import { playerPart } from "./player.js";
import { primaryPart } from "./primary.js";
import { reviewPanel } from "./review.js";
import { screenPanel } from "./screen.js";
import { asidePart } from "./shell.js";
import { startPanel } from "./start.js";
import { patientStrip } from "./strip.js";
import { topBand } from "./top.js";

/** @import { savedSign } from "../shared/saved.js" */
/** @import { Model } from "../shared/widget.js" */
/** @import { Hands, Planner } from "./hands.js" */
/** @typedef {ReturnType<typeof partsOf>} Parts */

/**
 * @param {Model<Planner>} model
 * @param {Pick<Hands, "send" | "say">} given
 * @param {ReturnType<typeof savedSign>} saved
 */
export function partsOf(model, { send, say }, saved) {
  const drawn = pictures(send);
  const code = () => model.get("view").plan?.code ?? "";
  const mending = mendsOf(send, code);
  /** @type {Hands} */
  const hands = {
    send,
    say,
    small: drawn.small,
    me: { name: "", role: "" },
    mends: mending,
    code,
    patient: () => aside.open("patient"),
    lead: (wrong) => leadTo(items.node, wrong, aside.close),
  };
  const lists = model.get("lists");
  const items = itemList(hands);
  const patient = patientPanel(lists, send, say);
  const screen = screenPanel(lists.red_flags, send);
  const review = reviewPanel({ ...hands, open: items.open });
  const issue = issuePanel(lists, { ...hands, changed: () => primary.show() });
  const [head, again] = [headPanel(send), againPart(send)];
  const ofOwn = actsOfOwn(() => ({ aside, library }));
  const own = ownPanel(lists, send, ofOwn);
  const aside = asidePart(panelsOf({ patient, screen, review, issue, head, again, own }), (name) => {
    shelf.node.dataset.panel = name;
    issue.handout.pages.opened(name === "issue");
    if (name === "own") own.arrived();
    primary.show();
  });
  const primary = primaryPart({
    isOpen: () => aside.now() === "issue",
    open: () => aside.open("issue"),
    preview: () => {
      aside.open("issue");
      issue.handout.pages.focus();
    },
    issue,
  });
  const library = libraryPanel(model, hands, (n) => showRow(board.node, n), own.open);
  const player = playerPart(send, code);
  const board = boardPart(hands, conflictPanel(send), items, { search: () => shelf.search(), play: player.open });
  dropsOn(board.node, (exercise_id, at) => send({ do: "add", exercise_id, at }));
  const shelf = drawer(library, board.node, aside);
  return {
    shelf,
    drawn,
    library,
    start: startPanel(hands),
    top: topBand({ close: () => send({ do: "close" }), about: () => aside.toggle("about") }, saved),
    version: versionBand(send, lists.mistakes, hands.lead),
    strip: patientStrip(send, { open: () => aside.toggle("patient"), go: opensAt(aside, patient, screen) }),
    foot: footBand(send, { findings: () => aside.toggle("findings") }, primary),
    aside,
    items,
    board,
    head,
    again,
    own,
    patient,
    screen,
    review,
    issue,
    player,
    mending,
  };
}

/**
 * What follows in the page from the form of an exercise of her own.
 * @param {() => { aside: ReturnType<typeof asidePart>, library: ReturnType<typeof libraryPanel> }} parts
 */
function actsOfOwn(parts) {
  return {
    open: () => parts().aside.open("own"),
    close: () => parts().aside.close(),
    kept: () => parts().library.ownKept(),
    gone: () => parts().library.leave(),
  };
}

/**
 * What can stand beside the plan.
 * @param {Record<"patient" | "screen" | "review" | "issue" | "head" | "again" | "own", { node: HTMLElement }> & Record<"patient" | "screen", { node: HTMLDetailsElement }>} parts
 */
function panelsOf({ patient, screen, review, issue, head, again, own }) {
  for (const { node } of [patient, screen]) node.open = true; // whoever opens the panel wants to see it
  return {
    patient: { title: "Patient, conditions, red flags", node: h("div", {}, patient.node, screen.node) },
    findings: { title: "What the review says", node: review.node },
    issue: { title: "Issue and print", node: issue.node },
    about: { title: "About this plan", node: h("div", {}, head.node, again.node) },
    own: { title: "Exercise of your own", node: own.node },
  };
}

/**
 * The way to a part of the patient's panel.
 * @param {ReturnType<typeof asidePart>} aside
 * @param {ReturnType<typeof patientPanel>} patient
 * @param {ReturnType<typeof screenPanel>} screen
 */
function opensAt(aside, patient, screen) {
  /** @param {Parameters<typeof patient.go>[0] | "flags"} part */
  return (part) => {
    aside.open("patient");
    if (part === "flags") screen.focus();
    else patient.go(part);
  };
}
