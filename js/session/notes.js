// What the first screen says of the day: why it is no plain one, what was missed, what was begun and not ended.

/** @import { Page } from "./host.js" */
/** @import { Agenda, Held, Row } from "./types.js" */
import { make, press } from "../shared/dom.js";
import { agenda, missedDay, sitting } from "./agenda.js";
import { dayAfter, dayInWords } from "./days.js";
import { notice, painScale } from "./forms.js";
import { notDone } from "./not_done.js";
import { prose, say } from "./say.js";
import { storeNotes } from "./store_notes.js";

/**
 * @param {Page} page
 * @param {Agenda} plan
 * @param {boolean} offered whether the day has anything to do
 */
export function notes(page, plan, offered) {
  const { facts, diary } = page;
  const found = facts.caution.map((text) => notice(text, "warn"));
  found.push(...storeNotes(page));
  const night = facts.asks === "full" ? diary.waitingForMorning(plan.day) : null;
  const missed = plan.state === "open" && !diary.open ? missedDay(facts, diary, plan.day) : null;
  return [
    ...found,
    ...(diary.open ? [begun(page, plan, diary.open)] : []),
    ...(night ? [morning(page, night)] : []),
    ...state(page, plan, offered),
    ...(missed ? [missedNote(page, missed)] : []),
  ];
}

/**
 * @param {Page} page
 * @param {Agenda} plan
 * @param {boolean} offered
 */
function state({ facts }, { state: is, times, due }, offered) {
  /** @param {string} day */
  const words = (day) => dayInWords(day, facts.lang);
  if (is === "early") return [notice(say("page.start.early", { day: words(facts.start) }))];
  if (is === "over") return [notice(say("page.start.over", { day: words(dayAfter(facts.until, -1)) }))];
  if (is === "paused") return [notice(say("page.start.paused"))];
  if (times && !due) return [notice(say("page.start.all_done"), "good")];
  return times || offered ? [] : [notice(say("page.start.rest_day"))];
}

/**
 * A session that was cut off: go on, tell how far it went, or leave it out.
 * @param {Page} page
 * @param {Agenda} plan
 * @param {Held} held
 */
function begun(page, plan, held) {
  const drop = () => {
    page.diary.open = null;
    page.diary.save();
    page.show("session");
  };
  const tell = held.form ? say("page.start.fill") : say("page.start.tell");
  const keys = [press(tell, () => page.tell(held)), press(say("page.start.drop"), drop)];
  if (held.day === plan.day && !held.by_hand && !page.diary.openSigns().length) {
    keys.unshift(press(say("page.start.resume"), () => page.resume(held), { class: "main" }));
  }
  const day = dayInWords(held.day, page.facts.lang);
  const text = held.form ? say("page.start.unsaved", { day }) : say("page.start.begun", { day });
  return make("div", { class: "notice warn" }, make("p", {}, text), make("div", { class: "keys" }, ...keys));
}

/**
 * A day without an entry: it may have been done all the same, and it is never made up for.
 * @param {Page} page
 * @param {string} day
 */
function missedNote(page, day) {
  const then = agenda(page.facts, page.diary, day);
  const text = say("page.start.missed", { day: dayInWords(day, page.facts.lang) });
  const keys = [
    press(say("page.start.did"), () => page.finish(sitting(then, then.items), null, "")),
    press(say("page.start.did_not"), () => notDone(page, then, say("page.start.did_not"))),
  ];
  const told = make("p", {}, prose(text, say("handout.missed_rule")));
  return make("div", { class: "notice" }, told, make("div", { class: "keys" }, ...keys));
}

/**
 * How much it hurt on the morning after a session.
 * @param {Page} page
 * @param {Row} head
 */
function morning(page, head) {
  const part = painScale(say("page.morning.ask"));
  /** @param {string} value */
  const close = (value) => {
    if (value) head.pain_next_morning = value;
    else head.asked = true;
    page.diary.save();
    page.show("session");
  };
  const keep = press(say("page.save"), () => part.value && close(part.value), { class: "main" });
  const how = say("page.morning.how", { day: dayInWords(head.date, page.facts.lang) });
  return make(
    "section",
    { class: "notice" },
    make("h2", {}, say("page.morning.title")),
    make("p", {}, how),
    part.node,
    make(
      "div",
      { class: "keys" },
      keep,
      press(say("page.unknown"), () => close("")),
    ),
  );
}
