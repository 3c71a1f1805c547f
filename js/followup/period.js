// What is looked at: the period, the day up to which, and which version.
import { atField } from "../shared/asked.js";
import { button, choices, field, fresh, h, show } from "../shared/controls.js";
import { dayField } from "../shared/day.js";
import { whenNew } from "../shared/draw.js";

/** @import { Send } from "./hands.js" */
/** @import { PeriodShown } from "./messages.js" */

/** @param {Send} send */
export function periodBar(send) {
  const which = h(
    "select",
    {},
    ...choices([
      ["all", "All of it"],
      ["month", "The last 4 weeks"],
      ["since", "Since …"],
    ]),
  );
  const since = dayField(() => look(since));
  const asOf = dayField(() => look(asOf));
  const version = h("select", {});
  const said = h("p", { class: "ms-shown", role: "status" });
  const sinceField = field("First day", since);
  const versions = field("Version", version);
  const id = `ms-period-${fresh()}`;
  const fields = h(
    "div",
    { id, class: "ms-fields" },
    field("Period", which),
    sinceField,
    field("As of", asOf),
    versions,
  );
  const change = button(
    "Change",
    () => change.setAttribute("aria-expanded", String(fields.classList.toggle("ms-on"))),
    {
      class: "hs-plain hs-small ms-unfold",
      "aria-label": "Change what is looked at",
      "aria-expanded": "false",
      "aria-controls": id,
    },
  );
  const about = { class: "ms-period", role: "group", "aria-label": "What is looked at" };
  const node = h("div", about, said, change, fields);
  /** @type {PeriodShown | null} */
  let last = null;
  /** @param {HTMLInputElement | HTMLSelectElement} control */
  const look = (control) => {
    if (!last) return;
    const from = { all: "", month: monthBefore(asOf.value || last.today), since: since.value }[which.value] ?? "";
    const day = asOf.value === last.today ? "" : asOf.value;
    send({ do: "look", since: from, as_of: day, version: version.value }, atField(control));
  };
  which.addEventListener("change", () => {
    sinceField.hidden = which.value !== "since";
    if (which.value === "since" && !since.value) since.value = last?.first ?? "";
    look(which);
  });
  version.addEventListener("change", () => look(version));
  const draw = whenNew((/** @type {PeriodShown} */ period) => {
    last = period;
    if (!since.matches(":focus") && which.value !== "since") which.value = kindOf(period);
    if (which.value === "since" && !period.since) which.value = "all";
    sinceField.hidden = which.value !== "since";
    show(since, period.since || period.first);
    show(asOf, period.as_of);
    asOf.max = period.today;
    version.replaceChildren(...choices([["", "All versions"], ...period.versions]));
    version.value = period.version;
    versions.hidden = period.versions.length < 2;
    said.textContent = period.said;
  });
  return { node, draw };
}

/** @param {Pick<PeriodShown, "since" | "weeks_ago">} period */
export function kindOf({ since, weeks_ago }) {
  if (!since) return "all";
  return since === weeks_ago ? "month" : "since";
}

/**
 * The first of the 28 days that end with this one.
 * @param {string} day such as 2026-06-28
 */
export function monthBefore(day) {
  const first = new Date(`${day}T00:00:00Z`);
  first.setUTCDate(first.getUTCDate() - 27);
  return first.toISOString().slice(0, 10);
}
