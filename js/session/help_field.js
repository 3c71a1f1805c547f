// The list of signs, at hand; whoever says yes ticks which ones, and is told at once what to do.

/** @import { Page } from "./host.js" */
import { make, press } from "../shared/dom.js";
import { Choice } from "./forms.js";
import { copies } from "./plan.js";
import { say } from "./say.js";
import { adviceOf, signsOf } from "./signs.js";
import { plainText } from "./text.js";

export class HelpField {
  #signs = make("div", { hidden: true });
  #told;

  /** @param {Page} page */
  constructor(page) {
    const pairs = [/** @type {const} */ (["no", say("page.no")]), /** @type {const} */ (["yes", say("page.yes")])];
    const changed = (/** @type {string} */ value) => {
      this.#signs.hidden = value !== "yes";
    };
    this.#told = new Choice(say("page.help.ask"), pairs, { changed });
    this.#signs.append(...page.tiers.map(tier));
    const help = press(say("safety.help"), () => page.help());
    this.node = make("div", { class: "card" }, this.#told.node, help, this.#signs);
  }

  /** "yes: " and the signs, "yes", "no", or "" for no answer. */
  get value() {
    /** @type {NodeListOf<HTMLInputElement>} */
    const ticked = this.#signs.querySelectorAll("input:checked");
    const which = [...ticked].map((input) => input.value);
    return this.#told.value === "yes" && which.length ? plainText(`yes: ${which.join(" ")}`) : this.#told.value;
  }
}

/**
 * The signs of one box of the plan, to be ticked.
 * @param {HTMLElement} box
 */
function tier(box) {
  const title = box.querySelector("h2, h3");
  const alert = make("p", { class: "alert", role: "alert" });
  const warn = () => {
    const any = inputs.some((input) => input.checked);
    alert.replaceChildren(...(any ? adviceOf(box) : []));
  };
  const inputs = signsOf(box).map((value) => make("input", { type: "checkbox", value, onchange: warn }));
  const rows = inputs.map((input) =>
    make("li", {}, make("label", { class: "tick-row" }, input, make("span", {}, input.value))),
  );
  return make(
    "div",
    { class: box.className },
    make("h3", {}, ...copies(title)),
    alert,
    make("ul", { class: "ticks" }, ...rows),
  );
}
