// One exercise in full, in the place of the list, before it is added.
import { button, h } from "../shared/controls.js";
import { pill } from "../shared/icons.js";
import { drawing } from "../shared/picture.js";
import { starPart } from "./mine.js";
import { movement } from "./movement.js";

/** @import { Send } from "./hands.js" */
/** @import { Card, Detail, VariantShown } from "./messages.js" */
/** @import { Subject } from "./ownkept.js" */

/** @param {{ send: Send, add: (exercise: Card, again?: boolean) => void, places: (id: string) => readonly number[], back: (exercise: Detail | null) => void, form: (subject: Subject) => void }} hands */
export function detailView({ send, add, places, back, form }) {
  /** @type {Detail | null} */
  let now = null;
  const title = h("h3", { tabindex: "-1", class: "hs-detail-name" });
  const adds = addPart(add, places);
  const body = h("div", { class: "hs-detail-body" });
  const star = starPart(send);
  const leave = button("‹ All exercises", () => back(now), { class: "hs-plain" });
  const scroll = {
    class: "hs-scroll hs-detail-scroll",
    tabindex: "0",
    role: "group",
    "aria-label": "Exercise in full, scrolling",
  };
  const whole = h("div", scroll, title, body);
  const node = h(
    "div",
    { class: "hs-detail", hidden: true },
    h("div", { class: "hs-detail-bar" }, leave, star.node, adds.node),
    adds.there,
    whole,
  );
  /** @param {Detail} exercise */
  const show = (exercise) => {
    now = exercise;
    title.textContent = exercise.name;
    adds.show(exercise);
    star.draw(exercise);
    body.replaceChildren(ownPart(exercise, form), ...seen(exercise), ...said(exercise, send));
    node.hidden = false;
    whole.scrollTop = 0;
    title.focus();
  };
  /** @param {boolean} may */
  const allow = (may) => {
    adds.draw(may);
  };
  return { node, show, allow };
}

/**
 * "Add", which asks before it puts an exercise in twice.
 * @param {(exercise: Card, again?: boolean) => void} add
 * @param {(id: string) => readonly number[]} places
 */
function addPart(add, places) {
  /** @type {Detail | null} */
  let now = null;
  const said = h("p", { class: "hs-quiet", role: "status" });
  const forget = () => {
    said.textContent = "";
    twice.hidden = true;
  };
  const press = () => {
    if (!now) return;
    const at = places(now.id);
    if (!at.length) {
      add(now);
      return;
    }
    said.textContent = `${now.name} is in the plan already, as No. ${at.join(" and ")}.`;
    twice.hidden = false;
  };
  const again = () => {
    if (now) add(now, true);
    forget();
    node.focus();
  };
  const node = button("Add to the plan", press, { class: "hs-first" });
  const twice = button("Add again", again, { class: "hs-small", hidden: true });
  const there = h("div", { class: "hs-detail-twice" }, said, twice);
  /** @param {Detail} exercise */
  const show = (exercise) => {
    now = exercise;
    forget();
    node.hidden = exercise.open.length > 0;
    node.setAttribute("aria-label", `Add to the plan: ${exercise.name}`);
    twice.setAttribute("aria-label", `Add again: ${exercise.name}`);
  };
  /** @param {boolean} may */
  const draw = (may) => {
    node.disabled = !may;
    if (!may || !now || !places(now.id).length) forget(); // another plan, or it is out of this one
  };
  return { node, there, show, draw };
}

/**
 * Pictures, movement, and what is still open.
 * @param {Detail} exercise
 */
function seen({ pictures, frames, open }) {
  const drawn = pictures.map((one) => drawing(one.svg, one.alt));
  return [
    ...(drawn.length ? [h("div", { class: "hs-pictures" }, ...drawn)] : []),
    ...(frames.length > 1 ? [movement(frames)] : []),
    ...(open.length ? [pillNote(`Still to be filled in: ${open.join(", ")}.`)] : []),
  ];
}

/**
 * @param {Detail} exercise
 * @param {Send} send
 */
function said(exercise, send) {
  const sources = exercise.sources.map((s) => h("li", {}, h("b", {}, s.cited), ` ${s.says}`));
  const signed = exercise.draft
    ? "Its text is not yet signed off by a physiotherapist."
    : "Signed off by a physiotherapist.";
  return [
    h("p", {}, `For the patient: ${exercise.patient_name}`),
    h("p", { class: "hs-quiet" }, [...exercise.about, exercise.position].join(" · ")),
    ...text("What it is for", exercise.purpose),
    ...text("Your usual dose", exercise.own_dose),
    ...text("Usual dose", exercise.dose),
    ...text("Muscles", exercise.muscles),
    ...text("Equipment", exercise.equipment),
    ...list("Steps", exercise.steps, "ol"),
    ...text("Where to feel it", exercise.feel),
    ...text("Breathing", exercise.breathing),
    ...list("Take care that", exercise.mistakes),
    ...list("Precautions", exercise.precautions),
    ...variants("Easier", exercise.easier, send),
    ...variants("Harder", exercise.harder, send),
    ...part("Sources", h("ul", { class: "hs-sources" }, ...sources)),
    h("p", { class: "hs-quiet" }, signed),
  ];
}

/**
 * The ways to make it hers, or to change what is hers.
 * @param {Detail} exercise
 * @param {(subject: Subject) => void} form
 */
function ownPart({ id, own }, form) {
  /** @param {string} text @param {boolean} copy */
  const way = (text, copy) => button(text, () => form({ exercise_id: id, copy }), { class: "hs-small" });
  const ways = [...(own ? [way("Change it", false)] : []), way("Make a copy to change", true)];
  return h("div", { class: "hs-detail-own" }, ...ways);
}

/** @param {string} name @param {...Node} kids */
function part(name, ...kids) {
  return [h("h4", {}, name), ...kids];
}

/** @param {string} name @param {string} words */
function text(name, words) {
  return words ? part(name, h("p", {}, words)) : [];
}

/** @param {string} name @param {readonly string[]} lines @param {"ul" | "ol"} [tag] */
function list(name, lines, tag = "ul") {
  return lines.length ? part(name, h(tag, {}, ...lines.map((line) => h("li", {}, line)))) : [];
}

/** @param {string} name @param {readonly VariantShown[]} all @param {Send} send */
function variants(name, all, send) {
  /** @param {VariantShown} one */
  const go = (one) =>
    button(one.text, () => send({ do: "detail", exercise_id: one.id }), { class: "hs-plain hs-inline" });
  const rows = all.map((one) =>
    h(
      "li",
      {},
      one.id ? go(one) : one.text,
      ...warning(one),
      one.why ? h("span", { class: "hs-quiet" }, ` ${one.why}`) : "",
    ),
  );
  return rows.length ? part(name, h("ul", {}, ...rows)) : [];
}

/**
 * What the rules say of it for the patient of the plan in hand.
 * @param {VariantShown} one
 */
function warning({ brings, warns }) {
  return brings ? [" ", pill(brings), h("span", { class: "hs-quiet" }, ` ${warns}`)] : [];
}

/** @param {string} words */
function pillNote(words) {
  return h("p", { class: "hs-pill-note" }, pill("CAUTION", "Needs a clinician"), ` ${words}`);
}
