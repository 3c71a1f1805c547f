// The last screen: what was done, how it felt. The player's count is a proposal; the patient has the last word.

/** @import { Answer, Facts } from "./facts.js" */
/** @import { Choice } from "./forms.js" */
/** @import { Page } from "./host.js" */
/** @import { Held, Part, Run, Sitting } from "./types.js" */
import { make, press } from "../shared/dom.js";
import { isAsking } from "./activities.js";
import { activityFields } from "./activity_fields.js";
import { dayInWords, moment } from "./days.js";
import { DoneField } from "./done_field.js";
import { filledIn, fillIn } from "./draft.js";
import { notice, painScale, scale } from "./forms.js";
import { HelpField } from "./help_field.js";
import { say } from "./say.js";
import { worked } from "./tally.js";
import { plainText, TEXT_MAX } from "./text.js";

/**
 * @param {Page} page
 * @param {Sitting} sitting
 * @param {Run | null} run
 * @param {string} before how much it hurt before
 * @param {readonly string[]} [form] what was filled in before and not saved
 */
export function finishScreen(page, sitting, run, before, form = []) {
  const asked = askedFor(page, sitting).map((item) => new DoneField(item, run, page.facts.asks));
  const felt = feltScales(page.facts);
  const activities = isAsking(page.facts, page.diary, sitting) ? activityFields(page.facts) : null;
  const help = new HelpField(page);
  const note = make("textarea", { id: "note", rows: 3, maxlength: TEXT_MAX });
  const nothing = make("div", { role: "alert" });
  const save = () => {
    const parts = asked.flatMap((field) => field.answers());
    const said = {
      help_sign: help.value,
      note: plainText(note.value),
      pain_before: before,
      ...Object.fromEntries(felt.map(([name, part]) => [name, part.value])),
      ...activities?.answers(),
    };
    if (!parts.length && !Object.values(said).some(Boolean)) {
      nothing.replaceChildren(notice(say("page.end.nothing"), "warn"));
      return;
    }
    const times = { started_at: run ? moment(run.started) : "", logged_at: moment(page.now()) };
    // What is said of the day alone stands in a row of the first exercise, of which nothing is said.
    page.diary.log(sitting, parts.length ? parts : blank(asked), { ...times, ...said });
    page.show("diary", say("page.saved"));
  };
  const screen = make(
    "div",
    { class: "screen" },
    ...heading(page, sitting, run),
    make("h2", {}, say("page.end.what")),
    ...asked.map((field) => field.node),
    make("h2", {}, say("page.end.felt")),
    ...felt.map(([, part]) => part.node),
    ...(activities?.nodes ?? []),
    help.node,
    make("div", { class: "field" }, make("label", { for: "note" }, say("page.end.note")), note),
    notice(say("page.end.blank")),
    nothing,
    press(say("page.end.save"), save, { class: "main wide-key" }),
  );
  fillIn(screen, form);
  const keep = () => {
    const held = run && page.diary.open ? page.diary.open : byHand(page, sitting, before);
    page.diary.open = { ...held, form: filledIn(screen) };
    page.diary.save();
  };
  screen.addEventListener("change", keep);
  note.addEventListener("input", keep);
  return screen;
}

/**
 * @param {readonly DoneField[]} asked
 * @returns {Part[]}
 */
function blank([first]) {
  const [side] = first?.item.sides ?? [];
  return first && side ? [[first.item, side, {}]] : [];
}

/**
 * A session that nobody played, as it is kept while it is being told.
 * @param {Page} page
 * @param {Sitting} sitting
 * @param {string} before
 * @returns {Held}
 */
function byHand(page, { items, ...sitting }, before) {
  const ids = items.map((item) => item.item);
  const started = moment(page.now());
  return { day: sitting.day, sitting, items: ids, before, started, spent: [], index: 0, reasons: {}, by_hand: true };
}

/**
 * How it felt: of a brief diary the pain alone, once.
 * @param {Facts} facts
 * @returns {[name: Answer, part: Choice][]}
 */
function feltScales({ asks }) {
  const worst = painScale(say("page.end.worst"));
  if (asks === "brief") return [["pain_worst", worst]];
  const effort = scale(say("page.end.effort"), say("page.effort.low"), say("page.effort.high"));
  return [
    ["pain_worst", worst],
    ["pain_after", painScale(say("page.end.now"))],
    ["effort", effort],
  ];
}

/**
 * What was done and what the day asks for. Whoever did none of what the day asks for did a session of their own choice:
 * the day's session is still to come.
 * @param {Page} page
 * @param {Sitting} sitting
 */
function askedFor({ facts }, { items, planned }) {
  const ofDay = items.some((item) => planned.includes(item.item));
  return facts.items.filter((item) => items.includes(item) || (ofDay && planned.includes(item.item)));
}

/**
 * @param {Page} page
 * @param {Sitting} sitting
 * @param {Run | null} run
 */
function heading(page, sitting, run) {
  /** @param {string} text */
  const head = (text) => make("h1", { tabindex: "-1" }, text);
  if (!run) return [head(dayInWords(sitting.day, page.facts.lang))];
  const early = askedFor(page, sitting).some((item) =>
    item.sides.some((side) => worked(item, side, run.steps, run.spent).status !== "done"),
  );
  const [title, how] = early
    ? [say("page.end.early"), say("page.end.early_how")]
    : [say("page.end.done"), say("page.end.done_how")];
  return [head(title), make("p", { class: "big" }, how)];
}
