// The library panel: search and filters, the exercises found, and one of them in full.
import { composite } from "../shared/composite.js";
import { button, h } from "../shared/controls.js";
import { holdOnly, whenNew } from "../shared/draw.js";
import { counted } from "../shared/search.js";
import { cardRow } from "./card.js";
import { detailView } from "./detail.js";
import { kept } from "./ownkept.js";
import { players } from "./play.js";
import { seekPart } from "./seek.js";

/** @import { Model } from "../shared/widget.js" */
/** @import { CardHands } from "./card.js" */
/** @import { Hands, Planner } from "./hands.js" */
/** @import { Card, Detail, Found, PanelCard } from "./messages.js" */
/** @import { Subject } from "./ownkept.js" */

const MOST_AT_ONCE = 8;
const NAMED = { class: "hs-library", "aria-label": "Exercise library" };
const EMPTY = { exercise_id: "", copy: false };

/**
 * @param {Model<Planner>} model
 * @param {Hands} hands
 * @param {(number: number) => void} toRow leads to a row of the plan
 * @param {(subject: Subject) => void} form opens the form of an exercise of her own
 */
export function libraryPanel(model, { send, small }, toRow, form) {
  const add = adding(send);
  const play = players(send);
  /** @type {{ words: string, all: boolean } | null} */
  let wanted = null; // Enter was pressed before the answer to these words was there
  const enter = (/** @type {boolean} */ all) => {
    wanted = { words: search.words.value, all };
    take();
  };
  /** Adds what was asked for by Enter as soon as it is known what was found. */
  const take = () => {
    const now = model.get("found");
    if (!wanted || !may || now.words !== wanted.words) return;
    const all = wanted.all ? allOf(now) : [];
    const first = marked(now);
    wanted = null;
    if (all.length > 1) send({ do: "add_all", exercise_ids: all.map(({ id }) => id) });
    else if (first) add(first);
    search.words.select();
  };
  const search = seekPart(model.get("lists"), send, { enter, down: () => found.focus() });
  const found = foundPart({ send, small, add, toRow, play }, search);
  const own = ownPart(() => form(EMPTY));
  const browse = h("div", { class: "hs-browse" }, search.node, ...found.nodes, own.node);
  /** @param {Detail | null} exercise */
  const back = (exercise) => {
    detail.node.hidden = true;
    browse.hidden = false;
    (found.nameOf(exercise?.id) ?? search.words).focus();
  };
  const detail = detailView({ send, add, places: (id) => placesOf(model.get("view").plan, id), back, form });
  /** @param {Detail} exercise */
  const show = (exercise) => {
    browse.hidden = true;
    detail.show(exercise);
  };
  let may = true;
  const draw = () => {
    found.draw(model.get("found"), may);
    take();
  };
  const allow = () => {
    const { plan } = model.get("view");
    const now = !plan || plan.draft;
    if (now !== may) {
      may = now;
      found.draw(model.get("found"), may);
    }
    detail.allow(may);
  };
  const node = h("section", NAMED, h("h2", { class: "hs-unseen" }, "Exercises"), browse, detail.node);
  const seek = () => {
    back(null);
    search.words.focus();
    search.words.select();
  };
  return {
    node,
    draw,
    allow,
    show,
    search: seek,
    leave: () => back(null),
    left: () => {
      wanted = null; // it was for the last one
      toBeginning(browse, detail.node, search, found);
    },
    ownKept: own.draw,
    heard: play.heard,
    drop: play.drop,
  };
}

/**
 * Another patient comes: what was looked for, and how far, was for the last one.
 * @param {HTMLElement} browse
 * @param {HTMLElement} detail
 * @param {ReturnType<typeof seekPart>} search
 * @param {ReturnType<typeof foundPart>} found
 */
function toBeginning(browse, detail, search, found) {
  detail.hidden = true;
  browse.hidden = false;
  if (!search.clear.hidden) search.left();
  found.top();
}

/** @param {Hands["send"]} send */
function adding(send) {
  /** @param {Pick<Card, "id">} exercise @param {boolean} [again] though it is in the plan */
  return (exercise, again = false) => send({ do: "add", exercise_id: exercise.id, ...(again && { again }) });
}

/**
 * The numbers of the rows that an exercise has in the plan.
 * @param {{ items: readonly { exercise_id: string }[] } | null} plan
 * @param {string} id
 */
export function placesOf(plan, id) {
  return (plan?.items ?? []).flatMap((item, i) => (item.exercise_id === id ? [i + 1] : []));
}

/**
 * Those that can be added and are not in the plan yet.
 * @param {Found} found
 * @returns {readonly PanelCard[]}
 */
export function addable({ cards }) {
  return cards.filter(({ open, in_plan: places }) => !open.length && !places.length);
}

/**
 * What Enter adds: the best hit of some words that is not in the plan.
 * @param {Found} found
 */
export function marked(found) {
  return found.words.trim() ? addable(found)[0] : undefined;
}

/**
 * What is added at once: all hits of some words, where they are few.
 * @param {Found} found
 */
export function allOf(found) {
  const all = addable(found);
  return found.words.trim() && found.count <= MOST_AT_ONCE && all.length > 1 ? all : [];
}

/**
 * How many were found, and a card for each.
 * @param {CardHands} hands
 * @param {ReturnType<typeof seekPart>} search
 */
function foundPart(hands, { words, clear, tools }) {
  const count = h("p", { class: "hs-count", role: "status" });
  const drawCount = whenNew((/** @type {string} */ words) => count.replaceChildren(words)); // spoken once
  const signed = h("p", { class: "hs-quiet hs-signed" });
  const every = button("", () => all.length && hands.send({ do: "add_all", exercise_ids: all }), {
    class: "hs-plain hs-add-all",
    title: "Shift+Enter",
  });
  const list = h("ul", { class: "hs-cards", "aria-label": "Exercises found" });
  const arrows = composite(list, "li", () => words.focus());
  const scrolls = h("div", { class: "hs-scroll" }, list);
  /** @type {string[]} */
  let all = [];
  /** @type {Map<string, { said: string, node: HTMLElement }>} */
  let rows = new Map();
  /** @param {Found} found @param {boolean} may */
  const draw = (found, may) => {
    const { cards, count: n, drafts, instead } = found;
    const mixed = drafts > 0 && drafts < n;
    const at = placeIn(list);
    const [before, top] = [rows, scrolls.scrollTop];
    rows = new Map(
      cards.map((exercise) => {
        const said = JSON.stringify([exercise, mixed]);
        const old = before.get(exercise.id);
        return [exercise.id, old?.said === said ? old : { said, node: cardRow(exercise, mixed, hands) }];
      }),
    );
    holdOnly(
      list,
      [...rows.values()].map(({ node }) => node),
    );
    const first = marked(found);
    for (const [id, { node }] of rows) node.classList.toggle("hs-marked", id === first?.id);
    // Who is in the list when an answer comes stays at the same exercise.
    if (at) controlIn(rows.get(at.id)?.node, at.kind)?.focus({ preventScroll: true });
    all = allOf(found).map(({ id }) => id);
    every.hidden = !may || !all.length;
    every.textContent = `Add all ${all.length}`;
    drawCount(counted(n, found.all, cards.length));
    signed.textContent = "No text of these is signed off by a physiotherapist yet.";
    signed.hidden = !n || drafts < n;
    if (!n) list.append(h("li", {}, ["Nothing found.", ...instead, "Try other words or fewer filters."].join(" ")));
    /** @type {NodeListOf<HTMLButtonElement>} */
    const adds = list.querySelectorAll(".hs-add");
    for (const control of adds) control.disabled = !may;
    arrows.refresh();
    // What was under the finger stays there; other exercises begin at the top.
    const same = before.size === rows.size && [...before.keys()].every((id) => rows.has(id));
    scrolls.scrollTop = at || same ? top : 0;
  };
  /** @param {string | undefined} id */
  const nameOf = (id) => controlIn(rows.get(id ?? "")?.node, ".hs-details");
  tools.append(h("div", { class: "hs-count-row" }, count, every, clear));
  const top = () => {
    scrolls.scrollTop = 0;
  };
  return { nodes: [signed, scrolls], draw, nameOf, top, focus: arrows.focus };
}

/**
 * At which exercise, and at which of its controls, the keyboard is.
 * @param {HTMLElement} list
 */
function placeIn(list) {
  const focused = list.querySelector(":focus");
  const name = focused?.closest("li")?.querySelector(".hs-details");
  if (!(name instanceof HTMLElement)) return null;
  const kind = [".hs-star", ".hs-details"].find((one) => focused?.matches(one)) ?? ".hs-add, .hs-in-plan";
  return { id: name.dataset.exercise ?? "", kind };
}

/** @param {HTMLElement | undefined} row @param {string} kind @returns {HTMLElement | null} */
function controlIn(row, kind) {
  return row?.querySelector(kind) ?? null;
}

/**
 * The way to an exercise of her own, or back to the one that is half typed.
 * @param {() => void} open
 */
function ownPart(open) {
  const act = button("", open, { class: "hs-plain" });
  const draw = () => {
    act.textContent = kept(EMPTY) ? "Go on with your own exercise" : "+ Own exercise";
  };
  draw();
  return { node: h("p", { class: "hs-own-way" }, act), draw };
}
