// The head of a plan: whose it is, from when to when, whether it is kept, and the way back and forth.
import { atField } from "../shared/asked.js";
import { button, choices, field, h, line, restore, show } from "../shared/controls.js";
import { dayField } from "../shared/day.js";
import { whenNew } from "../shared/draw.js";
import { typed } from "../shared/typed.js";
import { weeksPart } from "./due.js";
import { PAIN_OF_PLAN } from "./pain.js";

/** @import { Control } from "../shared/refused.js" */
/** @import { Send } from "./hands.js" */
/** @import { Describe, Following, Namesake, Work } from "./messages.js" */

/** @param {Send} send */
export function headPanel(send) {
  const code = h("span", { class: "hs-code" });
  const fields = headFields(send);
  const until = h("p", { class: "hs-quiet" });
  const also = h("p", { class: "hs-quiet" });
  const alike = alikePart();
  const namesake = namesakePart(send);
  const node = h(
    "section",
    { class: "hs-part-of-aside", "aria-label": "Plan" },
    fields.node,
    namesake.node,
    alike.node,
    also,
    until,
    h("p", { class: "hs-quiet" }, "Code of this plan, on every page of its handout: ", code),
  );
  /** @param {Work} view */
  const draw = (view) => {
    const { plan, siblings } = view;
    also.hidden = !siblings;
    also.textContent = siblings ? `Other plans of this patient: ${siblings}.` : "";
    fields.draw(view);
    code.textContent = plan.code;
    until.textContent = plan.review_on ? "" : `Without a review date it runs until ${plan.until}.`;
    until.hidden = Boolean(plan.review_on);
    namesake.draw(view.namesake, plan.patient);
    alike.draw(view.alike);
  };
  return { node, draw, refill: fields.refill };
}

/** @param {Send} send */
function headFields(send) {
  /** @param {Describe["field"]} name */
  const tell = (name) => (/** @type {Describe["value"]} */ value, /** @type {number} */ typing) =>
    send({ do: "describe", field: name, value, ...(typing && { typing }) }, atField(fields[name]));
  /** @param {Describe["field"]} name */
  const day = (name) => dayField((value) => tell(name)(value, 0), { autocomplete: "off" });
  const label = h("input", { type: "text", autocomplete: "off", onchange: () => tell("plan_id")(label.value, 0) });
  const pain = h("select", { onchange: () => tell("pain_kind")(pain.value || null, 0) }, ...choices(PAIN_OF_PLAN));
  const rested = () => tell("rest_ex_s")(rest.value === "" ? null : rest.valueAsNumber, 0);
  const rest = h("input", { type: "number", inputmode: "numeric", min: 0, max: 600, step: 5, onchange: rested });
  /** @type {Record<Describe["field"], Control>} */
  const fields = {
    plan_id: label, // an id is taken whole or not at all
    patient: typed(line(), tell("patient")),
    title: typed(line(), tell("title")),
    start: day("start"),
    review_on: day("review_on"),
    pain_kind: pain,
    rest_ex_s: rest,
  };
  const weeks = weeksPart((on) => tell("review_on")(on, 0));
  const names = /** @type {(keyof typeof fields)[]} */ (Object.keys(fields));
  const node = h(
    "div",
    { class: "hs-line-fields" },
    field("Plan id", fields.plan_id),
    field("Patient label (printed)", fields.patient),
    field("Start", fields.start),
    field("Review date", fields.review_on),
    weeks.node,
    field("Pain is judged as in", fields.pain_kind, { class: "hs-field hs-mid" }),
    field("Rest between exercises (s)", fields.rest_ex_s, { class: "hs-field hs-mid" }),
    field("Title on the handout", fields.title, { class: "hs-field hs-long" }),
  );
  /** @param {Work} view */
  const draw = (view) => {
    const { plan } = view;
    weeks.draw(view);
    for (const name of names) {
      show(fields[name], plan[name] ?? "");
      fields[name].disabled = !plan.draft || (name === "plan_id" && plan.version > 1);
    }
  };
  /** @param {Work} view */
  const refill = ({ plan }) => {
    for (const name of names) restore(fields[name], plan[name] ?? "");
  };
  return { node, draw, refill };
}

/**
 * That the version in hand is not the newest, and the way there.
 * @param {Send} send
 */
export function replacedPart(send) {
  /** @type {Following | null} */
  let next = null;
  const newer = h("p", {});
  const open = () => {
    if (next) send({ do: "open", code: next.code, version: next.version });
  };
  const node = h("div", { class: "hs-asked" }, newer, button("Open the newest version", open));
  /** @param {Work} view */
  const draw = ({ plan, next: following }) => {
    next = following;
    node.hidden = !next;
    if (!next) return;
    const what = next.draft ? `Version ${next.version} has been begun.` : `It is replaced by version ${next.version}.`;
    newer.textContent = `This is version ${plan.version}. ${what}`;
  };
  return { node, draw };
}

/** That a label looks like another one. */
function alikePart() {
  const node = h("div", { class: "hs-asked", role: "status" });
  const draw = whenNew((/** @type {string} */ other) =>
    node.replaceChildren(
      ...(other
        ? [h("p", {}, `This label looks like ${other}, which is somebody else’s. Another one would keep them apart.`)]
        : []),
    ),
  );
  return { node, draw };
}

/**
 * The question whether another patient of this label is the same person.
 * @param {Send} send
 */
function namesakePart(send) {
  const node = h("div", { class: "hs-asked", role: "status" });
  const apart = () =>
    h("p", { class: "hs-quiet" }, "They are kept apart by their codes. Another label would help people, too.");
  /** @param {Namesake} other */
  const same = (other) => send({ do: "same_patient", patient_code: other.patient_code });
  /** @param {Namesake} other @param {string} label */
  const asked = (other, label) => [
    h("p", {}, `There is another patient ${label} with ${other.said}. Is it the same person?`),
    h(
      "div",
      { class: "hs-row" },
      button("Yes, the same patient", () => same(other)),
      button("No, another person", () => node.replaceChildren(apart())),
    ),
  ];
  const draw = whenNew((/** @type {Namesake | null} */ other, /** @type {string} */ label) =>
    node.replaceChildren(...(other ? asked(other, label) : [])),
  );
  return { node, draw };
}
