// The time in the foot: a session, the fullest day against the minutes that the patient has, a week.
import { h } from "../shared/controls.js";
import { words } from "../shared/dom.js";

/** @import { PlanShown, TimeShown } from "./messages.js" */

const TO_ALLOW =
  "Time to allow on the fullest day, as the sheet tells the patient: with the warm-up and the ways from place to place";
const BARE = "One session from the first step to the last, without the warm-up and the ways from place to place";

/**
 * The fullest day in words, named as on the sheet: "Allow 23 of 20 min a day".
 * @param {Pick<TimeShown, "day" | "limit">} time
 */
export function dayInWords({ day, limit }) {
  return limit === null ? `Allow ${day} min a day` : `Allow ${day} of ${limit} min a day`;
}

/**
 * How full the meter is, from 0 to 100 percent.
 * @param {Pick<TimeShown, "day" | "limit">} time
 */
export function filled({ day, limit }) {
  return limit ? Math.min(100, Math.round((100 * day) / limit)) : 0;
}

export function footTime() {
  const total = h("b", { class: "hs-total" });
  const session = h("span", {}, total, h("span", { class: "hs-quiet" }, " of exercise"));
  session.title = BARE;
  const day = h("span", { class: "hs-foot-day", title: TO_ALLOW });
  const over = h("b", { class: "hs-over-word" }, "over");
  const meter = h("span", { class: "hs-meter", "aria-hidden": "true" }, h("i"));
  const week = h("span", { class: "hs-quiet hs-foot-week" });
  const heard = h("span", { class: "hs-unseen", role: "status" });
  const line = h("div", { class: "hs-foot-line" }, day, over, meter, week);
  const node = h("div", { class: "hs-foot-time" }, session, line, heard);
  /** @param {Pick<PlanShown, "total" | "time" | "items">} plan */
  const draw = ({ total: now, time, items }) => {
    words(total, now);
    line.hidden = !items.length;
    words(day, dayInWords(time));
    words(week, `${time.week} a week`);
    over.hidden = !time.over;
    node.classList.toggle("hs-over-limit", time.over);
    meter.hidden = time.limit === null;
    meter.style.setProperty("--hs-filled", `${filled(time)}%`);
    words(
      heard,
      `One session is ${now} of exercise${time.over ? `; ${dayInWords(time)}, which is over the limit` : ""}`,
    );
  };
  return { node, draw };
}
