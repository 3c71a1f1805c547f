// The first screen: what there is to do today, how long it takes, and how much it hurts before.

/** @import { Item } from "./facts.js" */
/** @import { Page } from "./host.js" */
import { make, press } from "../shared/dom.js";
import { agenda, sitting } from "./agenda.js";
import { dayInWords } from "./days.js";
import { notice, painScale } from "./forms.js";
import { notDone } from "./not_done.js";
import { notes } from "./notes.js";
import { say } from "./say.js";
import { toAllow } from "./steps.js";
import { switches } from "./switches.js";

/** @param {Page} page */
export function startScreen(page) {
  return new Start(page).node;
}

class Start {
  /** @type {Set<Item>} what is ticked */
  #chosen = new Set();
  #minutes = make("p", { class: "big" });
  #gear = make("p");
  #helpful = make("p");
  #pain = make("div", { class: "stack" });
  #none = notice(say("page.start.tick"));
  #before = painScale(say("page.start.pain"));

  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    this.plan = agenda(page.facts, page.diary, page.today());
    this.begin = press(say("page.start.begin"), () => page.play(this.#sitting(), this.#before.value), {
      class: "main wide-key",
    });
    const today = this.#today();
    const free = this.#free();
    const offered = this.plan.items.length + this.plan.free.length > 0;
    this.usual = make(
      "div",
      { class: "stack" },
      this.#minutes,
      page.warmUp(),
      this.#gear,
      this.#helpful,
      this.#none,
      this.#pain,
      help(page),
      switches(page),
      this.#ways(),
    );
    this.node = make(
      "div",
      { class: "screen start" },
      make("h1", { tabindex: "-1" }, page.title),
      make("p", { class: "big" }, dayInWords(this.plan.day, page.facts.lang)),
      ...notes(page, this.plan, offered),
      ...(page.facts.asks === "full" ? [this.#before.node] : []),
      ...today,
      ...free,
      ...(offered || this.plan.state === "paused" ? [] : [this.#anyway()]),
      this.usual,
      ...(this.#isHeld ? [notice(say("page.help.wait"), "warn")] : []),
      this.begin,
    );
    this.#open(offered);
    this.#refresh();
  }

  /** The exercises that the day asks for. */
  #today() {
    const { items, times, number } = this.plan;
    if (!items.length) return [];
    const which = times > 1 ? [notice(say("page.start.session", { number, of: times }))] : [];
    return [...which, make("h2", {}, say("page.start.today")), this.#ticks(items, true)];
  }

  /** The exercises whose days the patient picks. */
  #free() {
    const { free } = this.plan;
    if (!free.length) return [];
    const list = this.#ticks(free, false);
    const all = () => {
      /** @type {NodeListOf<HTMLInputElement>} */
      const open = list.querySelectorAll("input:not(:checked)");
      for (const box of open) box.click();
    };
    return [
      make("h2", {}, say("page.start.choose")),
      make("p", {}, say("page.start.choose_how")),
      list,
      press(say("page.start.all"), all),
    ];
  }

  /** On a day without a session the exercises are there all the same, for whoever wants them. */
  #anyway() {
    const open = press(say("page.start.anyway"), () => {
      open.replaceWith(this.#ticks(this.page.facts.items, true));
      this.#open(true);
      this.#refresh();
    });
    return make("div", { class: "stack" }, open);
  }

  /** Ways to write down without the player. */
  #ways() {
    const { page, plan } = this;
    const by_hand = () => this.#chosen.size && page.finish(this.#sitting(), null, this.#before.value);
    const keys = [press(say("page.start.by_hand"), by_hand)];
    const not_today = say("page.start.not_today");
    if (plan.items.length) keys.push(press(not_today, () => notDone(page, plan, not_today)));
    return make("div", { class: "keys" }, ...keys);
  }

  /**
   * @param {readonly Item[]} items
   * @param {boolean} on whether they are ticked
   */
  #ticks(items, on) {
    return make("ul", { class: "ticks" }, ...items.map((item) => this.#tick(item, on)));
  }

  /**
   * @param {Item} item
   * @param {boolean} on
   */
  #tick(item, on) {
    const mark = () => {
      if (input.checked) this.#chosen.add(item);
      else this.#chosen.delete(item);
      this.#refresh();
    };
    const input = make("input", { type: "checkbox", checked: on, onchange: mark });
    if (on) this.#chosen.add(item);
    const words = make("span", {}, make("b", {}, item.exercise), make("small", {}, this.#hint(item, on)));
    return make("li", {}, make("label", { class: "tick-row" }, input, words));
  }

  /**
   * The dose; of free choice also how often it was done in this week.
   * @param {Item} item
   * @param {boolean} on
   */
  #hint(item, on) {
    if (on) return item.dose;
    const number = this.page.diary.freeDone(item, this.plan.week);
    return `${item.dose} · ${say("page.start.this_week", { number, of: item.a_week })}`;
  }

  #sitting() {
    return sitting(
      this.plan,
      this.page.facts.items.filter((item) => this.#chosen.has(item)),
    );
  }

  /** Nobody starts while a warning sign is open: every one of them says to stop the exercises. */
  get #isHeld() {
    return this.page.diary.openSigns().length > 0;
  }

  /** @param {boolean} is whether there is anything to do */
  #open(is) {
    this.usual.hidden = this.#before.node.hidden = !is;
    this.begin.hidden = !is || this.#isHeld;
  }

  #refresh() {
    const { items } = this.#sitting();
    const number = Math.ceil((this.page.facts.ready_s + toAllow(items, this.page.facts)) / 60);
    this.#minutes.textContent = say("page.start.minutes", { number });
    const needed = new Set(items.flatMap((item) => item.equipment));
    const helpful = new Set(items.flatMap((item) => item.optional.filter((thing) => !needed.has(thing))));
    this.#gear.textContent = `${say("handout.equipment")}: ${listed(needed) || say("handout.nothing_needed")}`;
    this.#helpful.textContent = `${say("handout.optional")}: ${listed(helpful)}`;
    const kinds = new Set(items.map((item) => item.pain));
    const boxes = this.page.pains.filter((box) => [...kinds].some((kind) => kind === box.dataset.topic));
    this.#pain.replaceChildren(...boxes.map((box) => box.cloneNode(true)));
    this.begin.disabled = !items.length;
    this.#none.hidden = items.length > 0;
    this.#minutes.hidden = this.#gear.hidden = !items.length;
    this.#helpful.hidden = !helpful.size;
  }
}

/** @param {Iterable<string>} things */
function listed(things) {
  return [...things].join(say("mark.list"));
}

/** @param {Page} page */
function help(page) {
  return make(
    "div",
    { class: "notice care" },
    press(say("safety.help"), () => page.help()),
  );
}
