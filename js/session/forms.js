// Parts of forms: a choice, a scale from 0 to 10, a dialogue, a notice.

import { make, press } from "../shared/dom.js";
import { say } from "./say.js";

let named = 0;

/** @typedef {{ kind?: "" | "list" | "scale", value?: string, changed?: (value: string) => void }} How */
/** @typedef {readonly (readonly [value: string, text: string])[]} Pairs */

/** One of several answers, or none: a field set of radio buttons. */
export class Choice {
  /** @type {string} "" until somebody chooses */
  value = "";
  /** @type {HTMLInputElement[]} */
  #inputs;
  #kind;
  #clear;

  /**
   * @param {string} title
   * @param {Pairs} pairs
   * @param {How} [how]
   */
  constructor(title, pairs, { kind = "", value = "", changed } = {}) {
    named += 1;
    const name = `f${named}`;
    /** @param {string} own */
    const pick = (own) => {
      this.#set(own);
      changed?.(own);
    };
    const clear = () => {
      this.#set("");
      this.#inputs[0]?.focus();
      changed?.("");
    };
    this.#kind = kind;
    this.#inputs = pairs.map(([own]) => make("input", { type: "radio", name, value: own, onchange: () => pick(own) }));
    const labels = pairs.map(([, text], n) =>
      make("label", { class: "pick" }, ...this.#inputs.slice(n, n + 1), make("span", {}, text)),
    );
    this.#clear = press(say("page.clear"), clear, { class: "plain" });
    const picks = make("div", { class: "picks" }, ...labels);
    this.node = make("fieldset", { class: `choice ${kind}` }, make("legend", {}, title), picks, this.#clear);
    this.#set(value);
  }

  /** @param {string} own */
  #set(own) {
    this.value = own;
    for (const input of this.#inputs) input.checked = input.value === own;
    this.#clear.hidden = !own || this.#kind !== "scale";
  }
}

/**
 * A scale from 0 to 10; 0 is an answer like any other.
 * @param {string} title
 * @param {string} low
 * @param {string} high
 */
export function scale(title, low, high) {
  const numbers = Array.from({ length: 11 }, (_, n) => /** @type {const} */ ([`${n}`, `${n}`]));
  const part = new Choice(title, numbers, { kind: "scale" });
  const ends = [`0: ${low}`, `10: ${high}`].map((text) => make("span", {}, text));
  part.node.append(make("p", { class: "ends", "aria-hidden": "true" }, ...ends));
  return part;
}

/**
 * How much something hurts.
 * @param {string} title
 */
export function painScale(title) {
  return scale(title, say("page.pain.low"), say("page.pain.high"));
}

/**
 * A question over the page; gives what was chosen, or null for none.
 * @param {string} title
 * @param {readonly Node[]} kids
 * @param {readonly (readonly [value: string | null, text: string, kind?: string])[]} keys
 * @returns {Promise<string | null>}
 */
export function ask(title, kids, keys) {
  named += 1;
  const id = `f${named}`;
  return new Promise((answer) => {
    /** @param {string | null} value */
    const end = (value) => {
      box.close();
      box.remove();
      answer(value);
    };
    const head = make("h2", { id, tabindex: "-1", autofocus: true }, title);
    const presses = keys.map(([value, text, kind = ""]) => press(text, () => end(value), { class: kind }));
    const box = make("dialog", { "aria-labelledby": id }, head, ...kids, make("div", { class: "keys" }, ...presses));
    box.addEventListener("cancel", (event) => {
      event.preventDefault();
      end(null);
    });
    document.body.append(box);
    box.showModal();
  });
}

/**
 * @param {string} text
 * @param {"" | "good" | "warn"} [kind]
 */
export function notice(text, kind = "") {
  return make("p", { class: `notice ${kind}` }, text);
}

/** Why something was not done, or not all of it. */
export function reasons() {
  return [
    say("page.reason.pain"),
    say("page.reason.hard"),
    say("page.reason.time"),
    say("page.reason.ill"),
    say("page.reason.gear"),
    say("page.reason.something"),
  ];
}

/** The question for a reason. */
export function reasonList() {
  const pairs = reasons().map((text) => /** @type {const} */ ([text, text]));
  return new Choice(say("page.reason.why"), pairs, { kind: "list" });
}
