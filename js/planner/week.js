// The week: which day holds which exercise, and the minutes of each day. Where days are set, each cell sets them.
import { button, h } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { named, toggled, WEEK } from "./days.js";

/** @import { Say, Send } from "./hands.js" */
/** @import { DayShown, DueShown, ItemShown, Weekday, Work } from "./messages.js" */

/**
 * What a cell says to who does not see it.
 * @param {string} name of the exercise
 * @param {Weekday} day
 * @param {Pick<DueShown, "days" | "choice">} due
 */
export function cellInWords(name, day, { days, choice }) {
  const on = days.includes(day);
  if (choice) return on ? "proposed" : "";
  return `${named([day])}, ${name}`;
}

/**
 * @param {Send} send
 * @param {Say} say
 */
export function weekPart(send, say) {
  const rows = h("tbody");
  const foot = h("tfoot");
  const head = h("tr", {}, h("th", { scope: "col" }, "Exercise"), ...WEEK.map(dayHead));
  const note = h("p", { class: "hs-quiet" });
  const table = h("table", { class: "hs-week-table" }, h("thead", {}, head), rows, foot);
  table.setAttribute("aria-label", "The week");
  const node = h("div", { class: "hs-week" }, table, note);
  /** @type {Map<string, ReturnType<typeof weekRow>>} */
  const kept = new Map();
  const order = whenNew((/** @type {readonly (readonly [id: string, name: string])[]} */ wanted) => {
    const now = new Set(wanted.map(([id]) => id));
    for (const id of [...kept.keys()]) if (!now.has(id)) kept.delete(id);
    rows.replaceChildren(
      ...wanted.map(([id, name]) => {
        const row = kept.get(id)?.name === name ? kept.get(id) : undefined;
        const made = row ?? weekRow(id, name, send, say);
        kept.set(id, made);
        return made.node;
      }),
    );
  });
  const drawFoot = whenNew((/** @type {readonly DayShown[]} */ days) =>
    foot.replaceChildren(h("tr", {}, h("th", { scope: "row" }, "Minutes"), ...days.map(dayFoot))),
  );
  /** @param {Work} view */
  const draw = ({ plan }) => {
    order(plan.items.map((item) => [item.item_id, item.name]));
    for (const [i, item] of plan.items.entries()) {
      const due = plan.time.due.find((one) => one.item_id === item.item_id);
      if (due) kept.get(item.item_id)?.draw(item, i, due, !plan.draft);
    }
    drawFoot(plan.time.days);
    const free = plan.time.due.some((one) => one.choice);
    note.textContent = free ? "○ is a proposal: the patient may choose another day of the week." : "";
  };
  return { node, draw };
}

/** @param {Weekday} day */
function dayHead(day) {
  return h("th", { scope: "col" }, named([day]));
}

/** @param {DayShown} day */
function dayFoot({ minutes, over }) {
  const words = over ? [h("b", {}, `${minutes}`), h("span", { class: "hs-over-word" }, "over")] : [`${minutes}`];
  return h("td", { class: over ? "hs-over-limit" : "" }, ...words);
}

/**
 * @param {string} id
 * @param {string} name
 * @param {Send} send
 * @param {Say} say
 */
function weekRow(id, name, send, say) {
  /** @type {{ item: ItemShown, due: DueShown, locked: boolean } | null} */
  let now = null;
  /** @param {readonly Weekday[]} weekdays */
  const set = (weekdays) => {
    const times_a_day = now?.item.schedule.times_a_day ?? 1;
    send({ do: "schedule", item_id: id, weekdays: [...weekdays], days_a_week: null, times_a_day });
  };
  const title = h("span", { class: "hs-week-name", title: name });
  const choice = h("span", { class: "hs-quiet" });
  const fix = button("Set these days", () => set(now?.due.days ?? []), {
    class: "hs-small",
    "aria-label": `Set these days, ${name}`,
  });
  const free = h("span", { class: "hs-week-free" }, choice, fix);
  const cells = WEEK.map((day) => {
    const press = () => {
      if (!now || now.locked) return;
      const left = toggled(now.due.days, day);
      if (left.length) set(left);
      else say(`${name} needs one day at least. To have it on none, take it out of the plan.`);
    };
    const toggle = button("", press, { class: "hs-week-cell", "aria-label": `${named([day])}, ${name}` });
    const mark = h("span", { class: "hs-week-mark", role: "img" });
    return { day, toggle, mark, node: h("td", {}, toggle, mark) };
  });
  const head = h("th", { scope: "row" }, title, free);
  const node = h("tr", {}, head, ...cells.map((cell) => cell.node));
  /** @type {(item: ItemShown, at: number, due: DueShown, locked: boolean) => void} */
  const draw = whenNew((item, at, due, locked) => {
    now = { item, due, locked };
    title.textContent = `${at + 1}. ${name}`;
    const held = document.activeElement === fix;
    free.hidden = !due.choice;
    choice.textContent = due.choice;
    fix.hidden = locked;
    for (const { day, toggle, mark } of cells) {
      const on = due.days.includes(day);
      const last = on && due.days.length === 1;
      toggle.hidden = Boolean(due.choice);
      mark.hidden = !due.choice || !on;
      mark.setAttribute("aria-label", cellInWords(name, day, due) || "none");
      mark.textContent = on ? "○" : "";
      toggle.setAttribute("aria-pressed", String(on));
      toggle.textContent = on ? "✓" : "";
      toggle.setAttribute("aria-disabled", String(locked || last));
      toggle.title = last ? "It needs one day at least" : "";
    }
    if (held && free.hidden) cells[0]?.toggle.focus();
  });
  return { node, name, draw };
}
