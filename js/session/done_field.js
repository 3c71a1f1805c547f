// All, part or none of one exercise; with a reason where it was not all, with the load where there is one.

/** @import { Asks, Item, Status } from "./facts.js" */
/** @import { Answers, Part, Run } from "./types.js" */
import { make } from "../shared/dom.js";
import { Choice, reasons } from "./forms.js";
import { say } from "./say.js";
import { kilos, whole, worked } from "./tally.js";

export class DoneField {
  /** @type {Answers[]} what the clock counted, side by side; empty where no clock ran */
  #told;
  /** @type {Status | ""} */
  #first;
  #why;
  #asked;
  #status;
  /** @type {HTMLInputElement | null} */
  #load = null;
  /** @type {HTMLElement | null} */
  #loaded = null;

  /**
   * @param {Item} item
   * @param {Run | null} run
   * @param {Asks} asks a brief diary asks for no reason, and keeps one that was given
   */
  constructor(item, run, asks) {
    this.item = item;
    this.asks = asks;
    this.run = run;
    this.#told = run ? item.sides.map((side) => worked(item, side, run.steps, run.spent)) : [];
    this.#first = proposal(this.#told);
    this.#why = reasonSelect(`why-${item.item}`, run?.reasons[item.item] ?? "");
    this.#asked = field(say("page.reason.why"), this.#why);
    const pairs = [
      /** @type {const} */ (["done", say("page.end.all")]),
      /** @type {const} */ (["partial", say("page.end.part")]),
      /** @type {const} */ (["not_done", say("page.end.none")]),
    ];
    this.#status = new Choice(item.exercise, pairs, { value: this.#first, changed: () => this.#refresh() });
    this.node = make("div", { class: "card" }, this.#status.node, this.#asked);
    if (item.load_kg) {
      this.#load = make("input", { id: `load-${item.item}`, inputmode: "decimal", value: item.load_kg, size: 6 });
      this.#loaded = field(say("page.end.load"), this.#load);
      this.node.append(this.#loaded);
    }
    this.#refresh();
  }

  /** @returns {Part[]} none where nobody said anything */
  answers() {
    if (!this.#status.value && !this.run) return [];
    return this.item.sides.map((side, n) => [this.item, side, this.#answersOf(n)]);
  }

  /**
   * The answers of the nth side; the reason stands with the first one.
   * @param {number} n
   */
  #answersOf(n) {
    const row = this.#done(n);
    if (this.#load && row.status !== "not_done") row.load_kg = kilos(this.#load.value);
    if (n === 0 && ["partial", "not_done"].includes(row.status ?? "")) row.reason = this.#why.value;
    return row;
  }

  /**
   * The clock's own count stands as long as nobody says otherwise.
   * @param {number} n
   * @returns {Answers}
   */
  #done(n) {
    const status = /** @type {Status | ""} */ (this.#status.value);
    const counted = this.#told[n];
    if (counted && status === this.#first) return { ...counted };
    return status === "done" ? whole(this.item) : { status };
  }

  #refresh() {
    const status = this.#status.value;
    this.#asked.hidden = this.asks === "brief" || !["partial", "not_done"].includes(status);
    if (this.#loaded) this.#loaded.hidden = !["partial", "done"].includes(status);
  }
}

/**
 * One answer for all sides.
 * @param {readonly Answers[]} told
 * @returns {Status | ""}
 */
function proposal(told) {
  if (!told.length) return "";
  if (told.every(({ status }) => status === "done")) return "done";
  return told.every(({ status }) => status === "not_done") ? "not_done" : "partial";
}

/**
 * @param {string} id
 * @param {string} given
 */
function reasonSelect(id, given) {
  const options = reasons().map((text) => make("option", { value: text, selected: text === given }, text));
  return make("select", { id }, make("option", { value: "" }), ...options);
}

/**
 * @param {string} title
 * @param {HTMLInputElement | HTMLSelectElement} control
 */
function field(title, control) {
  return make("div", { class: "field" }, make("label", { for: control.id }, title), control);
}
