// An exercise of her own: a form, and beside it the exercise as its patient reads it.
import { button, h } from "../shared/controls.js";
import { refuse, sentence, settle, settleAll } from "../shared/refused.js";
import { removePart } from "./ownaway.js";
import { drawnPart } from "./owndrawn.js";
import { fieldsOf } from "./ownfields.js";
import { drop, keep, kept, keptLast } from "./ownkept.js";
import { photoPart } from "./ownphoto.js";
import { previewPart } from "./ownpreview.js";

/** @import { Asker } from "../shared/asked.js" */
/** @import { Control, Told } from "../shared/refused.js" */
/** @import { Send } from "./hands.js" */
/** @import { Lists, OwnForm, OwnPreview, OwnShown } from "./messages.js" */
/** @import { Subject } from "./ownkept.js" */
/** @typedef {{ open: () => void, close: () => void, kept: () => void, gone: () => void }} Acts `kept` follows whatever is typed or dropped, `gone` an exercise that was taken away */

const PAUSE_MS = 500; // after the last letter, before the preview is drawn anew

/**
 * @param {Lists} lists
 * @param {Send} send
 * @param {Acts} acts
 */
export function ownPanel(lists, send, acts) {
  /** @type {Subject | null} */
  let subject = null;
  let filled = false; // what stands in the fields is the subject's
  let was = ""; // what they rest on
  const form = formOf(lists, send, () => {
    if (!subject || !filled) return;
    keep(subject, { form: form.read(), was });
    acts.kept();
    preview.soon();
  });
  const preview = asked(send, () => subject && { ...subject, form: form.read() });
  const done = () => {
    if (subject) drop(subject);
    subject = null;
    filled = false;
    acts.kept();
    acts.close();
  };
  const keepIt = () => {
    form.told.clear();
    const asker = { refused: form.told.refused, taken: done };
    if (subject) send({ do: "keep_own", ...subject, was, form: form.read() }, asker);
  };
  const away = removePart(() => {
    const gone = () => {
      done();
      acts.gone();
    };
    const asker = { refused: form.told.refused, taken: gone };
    if (subject) send({ do: "remove_own", exercise_id: subject.exercise_id }, asker);
  });
  const bar = h(
    "div",
    { class: "hs-own-bar" },
    button("Keep in my library", keepIt, { class: "hs-first" }),
    form.told.sum,
    away.node,
  );
  const note = noteOf(() => {
    if (subject) drop(subject);
    if (subject) open(subject);
    acts.kept();
  });
  form.node.prepend(note.node);
  const node = h("div", { class: "hs-own" }, h("div", { class: "hs-own-both" }, form.node, preview.node), bar);
  /** @param {Subject} about */
  const open = (about) => {
    subject = about;
    filled = false;
    acts.open();
    send({ do: "own", ...about }, { refused: form.told.refused, taken: () => {} });
  };
  /** @param {OwnShown} own */
  const heard = (own) => {
    const before = subject && kept(subject);
    form.write(own, before?.form ?? own.form);
    was = before?.was ?? own.was;
    filled = true;
    note.draw(own, Boolean(before));
    away.draw(own);
    preview.begin();
  };
  /** The panel was opened without a word of which form: after a reload, or a kernel that came back. */
  const arrived = () => {
    if (!subject) open(keptLast() ?? { exercise_id: "", copy: false });
  };
  /** @param {OwnPreview} made */
  const seen = (made) => {
    if (preview.heard(made)) form.drawn(made.drawn);
  };
  return { node, open, arrived, heard, drawn: seen, shot: form.shot, drop: preview.drop };
}

/**
 * All fields, those of pictures too, and where faults are told.
 * @param {Lists} lists
 * @param {Send} send
 * @param {() => void} changed
 */
function formOf(lists, send, changed) {
  /** @param {Control | null} control */
  const written = (control) => {
    if (control) settle(control);
    told.recount();
    changed();
  };
  const fields = fieldsOf(lists, written);
  const drawn = drawnPart((control) => written(control));
  const photo = photoPart(send, () => {
    drawn.hides(photo.read().photo);
    written(photo.controls.photo_alt);
  });
  const rest = h("div", { class: "hs-fault", role: "alert" });
  const node = h("div", { class: "hs-own-form" }, fields.node, drawn.node, photo.node, rest);
  const told = tellsAt({ ...fields.controls, ...drawn.controls, ...photo.controls }, rest);
  /** @returns {OwnForm} */
  const read = () => ({ ...fields.read(), ...drawn.read(), ...photo.read() });
  /** @param {OwnShown} own @param {OwnForm} form */
  const write = (own, form) => {
    settleAll(node);
    told.clear();
    fields.write(own, form);
    drawn.write(own, form);
    photo.write(form);
    node.scrollTop = 0;
  };
  return { node, read, write, told, drawn: drawn.heard, shot: photo.heard };
}

/**
 * What stands above the fields: that the text is an old one, and which plans have the exercise.
 * @param {() => void} anew
 */
function noteOf(anew) {
  const here = h(
    "div",
    { class: "hs-own-note" },
    h("p", {}, "What you had typed is here again."),
    button("Throw it away", anew, { class: "hs-plain" }),
  );
  const held = h("p", { class: "hs-quiet" });
  /** @param {OwnShown} own @param {boolean} isOld */
  const draw = (own, isOld) => {
    here.hidden = !isOld;
    held.textContent = own.held;
    held.hidden = !own.held;
    node.hidden = !isOld && !own.held;
  };
  const node = h("div", { class: "hs-own-head" }, here, held);
  return { node, draw };
}

/**
 * The preview, asked for a moment after the last letter.
 * @param {Send} send
 * @param {() => (Subject & { form: OwnForm }) | null} wanted
 */
function asked(send, wanted) {
  const part = previewPart();
  let turn = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const ask = () => {
    const now = wanted();
    turn += 1;
    if (now) send({ do: "own_preview", ...now, turn }, { refused: () => true, taken: () => {} });
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE_MS);
  };
  const begin = () => {
    part.clear();
    ask();
  };
  /** @param {OwnPreview} made */
  const heard = (made) => {
    const isLast = made.turn === turn;
    if (isLast) part.draw(made);
    return isLast;
  };
  return { node: part.node, soon, begin, heard, drop: () => clearTimeout(timer) };
}

/**
 * Tells each fault at its field, those of no field below all, and leads to the first.
 * @param {Record<string, Control>} controls
 * @param {HTMLElement} rest
 */
function tellsAt(controls, rest) {
  const sum = h("p", { class: "hs-own-waits", role: "status" });
  const recount = () => {
    const n = Object.values(controls).filter((one) => one.ariaInvalid === "true").length + rest.childElementCount;
    sum.textContent = n ? `Not kept: ${n === 1 ? "one thing" : `${n} things`} to mend.` : "";
  };
  const clear = () => {
    rest.replaceChildren();
    sum.textContent = "";
    for (const control of Object.values(controls)) settle(control);
  };
  /** @type {Asker["refused"]} */
  const refused = (faults) => {
    clear();
    /** @type {Map<Control | null, Told[]>} */
    const by = new Map();
    for (const fault of /** @type {readonly (Told & { where: string })[]} */ (faults)) {
      const control = controls[fault.where] ?? null;
      by.set(control, [...(by.get(control) ?? []), fault]);
    }
    for (const [control, own] of by) {
      if (control) refuse(control, own);
      else rest.append(...own.map((fault) => h("p", {}, sentence(fault))));
    }
    recount();
    const first = Object.values(controls).find((one) => by.has(one));
    (first?.closest(".hs-field") ?? rest).scrollIntoView({ block: "nearest" });
    first?.focus({ preventScroll: true });
    return rest.isConnected;
  };
  return { clear, recount, refused, sum };
}
