// What stands round every screen: the tabs, the place of the screen, and the static plan one press away.

/** @import { Screen } from "./host.js" */
import { make, press } from "../shared/dom.js";
import { say } from "./say.js";

export class Frame {
  /** What is not to be missed on any screen. */
  #alerts = make("aside", { class: "alerts", "aria-label": say("safety.help") });
  #place = make("main", { id: "screen" });
  #tabs;

  /**
   * @param {HTMLElement} plan
   * @param {(name: Screen) => void} show
   */
  constructor(plan, show) {
    this.plan = plan;
    /** @type {(name: Screen, text: string) => [Screen, HTMLButtonElement]} */
    const tab = (name, text) => [name, press(text, () => show(name))];
    this.#tabs = [
      tab("session", say("page.tab.session")),
      tab("plan", say("page.tab.plan")),
      tab("diary", say("page.tab.diary")),
    ];
    const keys = this.#tabs.map(([, key]) => key);
    this.nodes = [
      make("nav", { class: "tabs", "aria-label": say("page.tab.name") }, ...keys),
      this.#alerts,
      this.#place,
    ];
  }

  /** @param {readonly HTMLElement[]} notices */
  alert(notices) {
    this.#alerts.replaceChildren(...notices);
  }

  /**
   * Show a screen, or the plan where there is none, under its tab.
   * @param {HTMLElement | null} screen
   * @param {Screen} tab
   */
  put(screen, tab) {
    this.plan.hidden = Boolean(screen);
    this.#place.hidden = !screen;
    this.#place.replaceChildren(...(screen ? [screen] : []));
    for (const [name, key] of this.#tabs) {
      if (name === tab) key.setAttribute("aria-current", "page");
      else key.removeAttribute("aria-current");
    }
    scrollTo(0, 0);
    /** @type {HTMLElement | null} */
    const said = this.#place.querySelector(".said");
    if (said)
      said.focus(); // below an alert it would be out of sight
    else (screen ?? this.plan).querySelector("h1")?.focus({ preventScroll: true });
  }
}
