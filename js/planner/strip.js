// The band of the patient: what is said once and holds for every exercise, and the way to all that is known of him.
import { atField } from "../shared/asked.js";
import { button, choices, fresh, h, restore, show } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { pill } from "../shared/icons.js";
import { numbered } from "../shared/numbers.js";
import { typed } from "../shared/typed.js";
import { STANDING } from "./screen.js";

/** @import { Send } from "./hands.js" */
/** @import { Affected, AskShown, PatientShown, ScreenShown, Work } from "./messages.js" */

/** @type {readonly (readonly [value: Affected | "", text: string, named: string])[]} */
const SIDES = [
  ["left", "L", "Left side affected"],
  ["right", "R", "Right side affected"],
  ["both", "Both", "Both sides affected"],
  ["", "–", "Affected side not said"],
];
/** @type {readonly (readonly [value: string, text: string, held: boolean | null])[]} */
const SUPPORT = [
  ["", "Not known", null],
  ["yes", "Yes", true],
  ["no", "No", false],
];
const BANDS = "band";
/** @type {Record<string, string>} */
const ON = { left: "L", right: "R", both: "L + R" };
/** @type {Record<AskShown["field"], string>} */
const MISSING = { which: "approach", side: "side", region: "region", since: "day" };

/**
 * `open` shows all that is known of the patient, `go` a condition by its place, or one of the other parts.
 * @param {Send} send
 * @param {{ open: () => void, go: (part: number | "things" | "add" | "flags") => void }} acts
 */
export function patientStrip(send, { open, go }) {
  const side = sidePart(send);
  const minutes = h("input", { type: "number", inputmode: "numeric", min: 1, max: 600, class: "hs-minutes" });
  typed(minutes, (_text, typing) => {
    const value = minutes.value === "" ? null : minutes.valueAsNumber;
    send({ do: "patient", field: "minutes_a_day", value, typing }, atField(minutes));
  });
  const held = () => SUPPORT.find(([value]) => value === support.value)?.[2] ?? null;
  const told = () => send({ do: "patient", field: "support", value: held() }, atField(support));
  const support = h("select", { onchange: told }, ...choices(SUPPORT.map(([value, text]) => [value, text])));
  const home = homePart(send, () => go("things"));
  const conditions = h("span", { class: "hs-strip-conditions", role: "group", "aria-label": "Conditions" });
  const more = button("+ Condition", () => go("add"), { class: "hs-small hs-plain" });
  const toFlags = button("", () => go("flags"), { class: "hs-plain hs-small hs-to-flags" });
  const screen = h("span", { class: "hs-strip-screen" }, toFlags);
  const age = h("span", { class: "hs-quiet hs-age" });
  const edit = button("Patient", () => open(), { class: "hs-small", "aria-label": "Patient and conditions" });
  const cells = [cell("Min a day", "Minutes a day", minutes), cell("Support", "Support to hold on to", support)];
  const unfold = () => fold.setAttribute("aria-expanded", String(node.classList.toggle("hs-strip-open")));
  const fold = button("More", unfold, { class: "hs-small hs-strip-fold", "aria-expanded": "false" }); // on a phone
  const node = h(
    "section",
    { class: "hs-strip hs-told-here", "aria-label": "This patient" },
    side.node,
    fold,
    ...cells,
    home.node,
    conditions,
    more,
    h("span", { class: "hs-strip-end" }, age, screen, edit),
  );
  const drawConditions = whenNew(
    (/** @type {PatientShown["conditions"]} */ all, /** @type {readonly string[]} */ notes) =>
      conditions.replaceChildren(
        ...tags(all).map(({ name, side, missing, at }) => tag(name, side, missing, () => go(at))),
        ...notes.map((words) => tag(`${words} (note)`, "", [], () => go("add"))),
      ),
  );
  const drawScreen = whenNew((/** @type {ScreenShown["standing"]} */ standing) => {
    const [sign, word] = STANDING[standing];
    toFlags.replaceChildren(h("span", {}, "Red flags"), " ", pill(sign, word));
  });
  /** @param {Work} view */
  const draw = ({ patient, screen: screened, plan }) => {
    const locked = !plan.draft;
    side.draw(patient.side ?? "", locked);
    show(minutes, patient.minutes_a_day ?? "");
    show(support, supportOf(patient));
    for (const control of [minutes, support, more]) control.disabled = locked;
    home.draw(patient, locked);
    age.textContent = patient.age === null ? "" : numbered(patient.age, "year");
    drawConditions(patient.conditions, patient.unlisted);
    drawScreen(screened.standing);
  };
  /** @param {Work} view */
  const refill = ({ patient }) => {
    restore(minutes, patient.minutes_a_day ?? "");
    restore(support, supportOf(patient));
  };
  return { node, draw, refill };
}

/**
 * A tag for each condition; several of which it may be one have one tag.
 * @param {PatientShown["conditions"]} all
 */
function tags(all) {
  const told = all.map(({ name, side, asks }, at) => {
    const fields = asks.map(({ field }) => field);
    return { name, side, missing: fields.map((field) => MISSING[field]), at, unsure: fields.includes("which") };
  });
  const first = told.findIndex(({ unsure }) => unsure);
  return told.filter(({ unsure, at }) => !unsure || at === first);
}

/** @param {Pick<PatientShown, "support">} patient */
export function supportOf(patient) {
  return SUPPORT.find(([, , held]) => held === patient.support)?.[0] ?? "";
}

/** @param {string} text @param {string} name @param {HTMLElement} control */
function cell(text, name, control) {
  control.setAttribute("aria-label", name);
  return h("label", { class: "hs-strip-cell" }, h("span", {}, text), control);
}

/**
 * The affected side.
 * @param {Send} send
 */
function sidePart(send) {
  const group = `hs-strip-side-${fresh()}`;
  /** @param {Affected | ""} value */
  const choose = (value) => send({ do: "patient", field: "side", value: value || null });
  const radios = SIDES.map(([value, text, named]) => {
    const radio = h("input", { type: "radio", name: group, value, "aria-label": named, onchange: () => choose(value) });
    return { radio, node: h("label", { class: "hs-strip-seg", title: named }, radio, h("span", {}, text)) };
  });
  const node = h(
    "fieldset",
    { class: "hs-strip-side" },
    h("legend", { class: "hs-unseen" }, "Affected side"),
    h("span", { class: "hs-quiet", "aria-hidden": "true" }, "Side"),
    h("span", { class: "hs-strip-segs" }, ...radios.map((one) => one.node)),
  );
  /** @param {Affected | ""} value @param {boolean} locked */
  const draw = (value, locked) => {
    const within = radios.some(({ radio }) => radio === document.activeElement);
    for (const { radio } of radios) {
      radio.checked = radio.value === value;
      radio.disabled = locked;
      if (within && radio.checked) radio.focus(); // the keyboard stays where the arrows go on from
    }
  };
  return { node, draw };
}

/**
 * What is at home in a few words, and that there are no bands.
 * @param {Send} send
 * @param {() => void} all
 */
function homePart(send, all) {
  const gone = () => bands.getAttribute("aria-pressed") === "true";
  const bands = button("No bands", () => send({ do: "not_there", name: BANDS, on: !gone() }), {
    class: "hs-chip",
    "aria-pressed": "false",
    "aria-label": "No bands at home",
  });
  const things = button("", all, { class: "hs-plain hs-small" });
  const node = h("span", { class: "hs-strip-home" }, things, bands);
  /** @param {PatientShown} patient @param {boolean} locked */
  const draw = ({ equipment, not_at_home: without }, locked) => {
    bands.setAttribute("aria-pressed", String(without.includes(BANDS)));
    bands.disabled = locked;
    const others = without.filter((name) => name !== BANDS).map((name) => `no ${name}`);
    const said = [...(equipment.length ? [numbered(equipment.length, "thing")] : []), ...others].join(", ");
    things.textContent = said ? `At home: ${said}` : "At home";
    things.title = [...equipment, ...without.map((name) => `no ${name}`)].join(", ");
  };
  return { node, draw };
}

/**
 * A condition with its side, and what is still to be said of it.
 * @param {string} name
 * @param {string} side
 * @param {readonly string[]} missing
 * @param {() => void} open
 */
function tag(name, side, missing, open) {
  const asked = missing.length ? `${missing.join(", ")}?` : "";
  const label = [name, side, asked && `still to be said: ${missing.join(", ")}`].filter(Boolean).join(", ");
  const made = button("", open, { class: "hs-tag", "aria-label": `${label}; open it`, title: label });
  made.append(h("span", {}, short(name)));
  if (ON[side]) made.append(h("b", { class: "hs-tag-side" }, ON[side]));
  if (asked) made.append(h("b", { class: "hs-tag-asks" }, asked));
  return made;
}

/**
 * A name up to its first bracket or comma.
 * @param {string} name
 */
export function short(name) {
  return name.split(/ \((?!note)|, | \/ /)[0] ?? name;
}
