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
import { itemList } from "./items.js";
import { mendsOf } from "./mends.js";
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
