// The dose in its row: sets × times and hold, or sets × how long.
import { h } from "../shared/controls.js";
import { cell } from "./cell.js";
import { asWritten, timeText, writtenNumber, writtenSeconds } from "./shorthand.js";

/** @import { CellKind } from "./cell.js" */
/** @import { Send } from "./hands.js" */
/** @import { DoseShown } from "./messages.js" */

/** @type {Record<"sets" | "reps" | "hold_s" | "duration_s", Omit<CellKind, "name" | "label"> & { called: string }>} */
const KINDS = {
  sets: { called: "Sets", text: String, read: writtenNumber, step: () => 1, limits: [1, 10] },
  reps: { called: "Times", text: String, read: writtenNumber, step: () => 1, limits: [1, 100] },
  hold_s: {
    called: "Hold, s",
    text: (n) => (n ? String(n) : "–"),
    read: (text) => writtenSeconds(text, "s"),
    step: () => 1,
    limits: [0, 300],
  },
  duration_s: {
    called: "For how long",
    text: timeText,
    read: (text, now) => writtenSeconds(text, timeText(now).endsWith("min") ? "min" : "s"),
    step: (now) => (timeText(now).endsWith("min") ? 60 : 5),
    limits: [1, 10800],
  },
};
const NAMES = /** @type {const} */ (["sets", "reps", "hold_s", "duration_s"]);

/**
 * @param {string} whose
 * @param {string} item_id
 * @param {Send} send
 * @param {(field: string, by: number) => void} next to the same field of another row
 */
export function rowDose(whose, item_id, send, next) {
  /** @type {DoseShown | null} */
  let now = null;
  const cells = NAMES.map((name) => {
    const { called, ...kind } = KINDS[name];
    return cell(
      { ...kind, name, label: `${called}, ${whose}` },
      {
        tell: (value, typing, asker) => send({ do: "adjust", item_id, field: name, value, typing }, asker),
        write: (dose, typing, asker) => send({ do: "dose", item_id, ...dose, typing }, asker),
        whole: () => (now ? asWritten(now) : { sets: 1, reps: 1, hold_s: null }),
        next: (by) => next(name, by),
      },
    );
  });
  const [sets, reps, hold, long] = cells.map(({ node }) => node);
  if (!(sets && reps && hold && long)) throw new Error("A dose has four fields.");
  const sign = (/** @type {string} */ text) => h("span", { class: "hs-quiet", "aria-hidden": "true" }, text);
  const counted = h("span", { class: "hs-dose-part" }, reps, sign("hold"), hold, sign("s"));
  const timed = h("span", { class: "hs-dose-part" }, long);
  const node = h("div", { class: "hs-row-dose" }, sets, sign("×"), counted, timed);
  /** @param {DoseShown} dose @param {boolean} locked */
  const draw = (dose, locked) => {
    now = dose;
    counted.hidden = Boolean(dose.duration_s);
    timed.hidden = !dose.duration_s;
    for (const [i, name] of NAMES.entries()) cells[i]?.draw(dose[name] ?? 0, locked);
  };
  return { node, draw };
}
