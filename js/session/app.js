// The page as a whole: its diary, its senses, and the way from one screen to the next.

/** @import { Facts } from "./facts.js" */
/** @import { Page, Screen } from "./host.js" */
/** @import { Held, Run, Sitting, Store, Switch } from "./types.js" */
/** @import { PlanView } from "./plan.js" */
/** @import { Stage } from "./stage.js" */
import { bookScreen } from "./book.js";
import { dayOf } from "./days.js";
import { Diary } from "./diary.js";
import { earlierOf } from "./earlier.js";
import { finishScreen } from "./finish.js";
import { ask } from "./forms.js";
import { Frame } from "./frame.js";
import { Performance } from "./perform.js";
import { say } from "./say.js";
import { ScreenLock } from "./screen_lock.js";
import { signNotices, signScreen } from "./signs.js";
import { Sounds } from "./sounds.js";
import { startScreen } from "./start.js";
import { stepsOf } from "./steps.js";
import { shelf } from "./storage.js";
import { Voice } from "./voice.js";

/** @implements {Page} */
export class App {
  sounds = new Sounds();
  lock = new ScreenLock();
  /** @type {Stage | null} the player, while it shows */
  stage = null;
  /** @type {string | null} the day that the first screen shows, while it shows */
  #fresh = null;

  /** Whether the warning signs that are still open have been asked about since the page was opened. */
  #asked = false;

  /**
   * @param {Facts} facts
   * @param {PlanView} plan
   * @param {() => Date} now
   * @param {() => Store} [store] where the diary is kept
   */
  constructor(facts, plan, now, store) {
    this.facts = facts;
    this.plan = plan;
    this.now = now;
    this.title = plan.title;
    this.tiers = plan.tiers;
    this.pains = plan.pains;
    this.voice = new Voice(facts.lang);
    const all = `homestretch ${facts.plan_code} `;
    const place = `${all}${facts.plan_version} ${facts.fingerprint}`;
    this.diary = new Diary(facts, shelf(place, store), earlierOf(all, place, store));
    this.frame = new Frame(plan.node, (name) => this.show(name));
    this.#heed();
  }

  today() {
    return dayOf(this.now());
  }

  /** @param {Switch} name */
  choice(name) {
    return this.diary.choices[name] ?? name !== "voice";
  }

  /**
   * @param {Switch} name
   * @param {boolean} is
   */
  choose(name, is) {
    this.diary.choices[name] = is;
    this.diary.save();
    this.#heed();
  }

  /**
   * @param {Screen} name
   * @param {string} [said]
   */
  show(name, said) {
    this.#leave();
    this.#fresh = name === "session" ? this.today() : null;
    this.#put(this.#screen(name, said), name);
  }

  attend() {
    if (this.#fresh && !this.#asked) this.show("session");
    else this.frame.alert(signNotices(this));
  }

  /** A page that was left open since yesterday shows the new day to whoever comes back. */
  refresh() {
    if (!this.#fresh || this.#fresh === this.today()) return;
    this.#asked = false;
    this.show("session");
  }

  /**
   * @param {Sitting} sitting
   * @param {Run | null} run
   * @param {string} before
   * @param {readonly string[]} [form]
   */
  finish(sitting, run, before, form) {
    this.#leave();
    this.#fresh = null;
    this.#put(finishScreen(this, sitting, run, before, form), "session");
  }

  /** What to do before the first exercise. */
  warmUp() {
    return this.plan.fact(say("handout.before"));
  }

  contact() {
    const contact = this.plan.fact(say("handout.contact"));
    contact.classList.add("contact");
    return contact;
  }

  help() {
    const copies = this.tiers.map((box) => box.cloneNode(true));
    return ask(say("safety.help"), [this.contact(), ...copies], [[null, say("page.close"), "main"]]);
  }

  /**
   * @param {Sitting} sitting
   * @param {string} before
   */
  play(sitting, before) {
    const steps = stepsOf(sitting.items, this.facts);
    this.#perform(sitting, { steps, spent: [], started: this.now(), reasons: {} }, before, 0);
  }

  /** @param {Held} held */
  resume(held) {
    const sitting = this.#sitting(held);
    this.#perform(sitting, run(sitting, held, this.facts), held.before, held.index);
  }

  /**
   * A session that was cut off is written down as far as it went.
   * @param {Held} held
   */
  tell(held) {
    const sitting = this.#sitting(held);
    this.finish(sitting, held.by_hand ? null : run(sitting, held, this.facts), held.before, held.form);
  }

  /**
   * @param {Screen} name
   * @param {string} [said]
   */
  #screen(name, said) {
    if (name === "session" && this.#isAsking) return signScreen(this, () => this.#goOn());
    if (name === "session") return startScreen(this);
    return name === "diary" ? bookScreen(this, said) : null;
  }

  /** The first screen asks about warning signs before all else. */
  get #isAsking() {
    return !this.#asked && this.diary.openSigns().length > 0;
  }

  #goOn() {
    this.#asked = true;
    this.show("session");
  }

  /**
   * @param {HTMLElement | null} screen
   * @param {Screen} tab
   */
  #put(screen, tab) {
    this.frame.alert(this.#isAsking && tab === "session" ? [] : signNotices(this));
    this.frame.put(screen, tab);
  }

  /**
   * @param {Sitting} sitting
   * @param {Run} run
   * @param {string} before
   * @param {number} index
   */
  #perform(sitting, run, before, index) {
    this.#leave();
    this.#heed();
    this.sounds.wake();
    this.#fresh = null;
    const performance = new Performance(this, sitting, run, before);
    this.stage = performance.stage;
    this.#put(this.stage.node, "session");
    document.body.setAttribute("data-playing", "");
    performance.begin(index);
  }

  /** @param {Held} held */
  #sitting(held) {
    return { ...held.sitting, items: this.facts.items.filter((item) => held.items.includes(item.item)) };
  }

  #leave() {
    this.stage?.close();
    this.stage = null;
    this.voice.hush();
    void this.lock.keep(false);
    document.body.removeAttribute("data-playing");
  }

  #heed() {
    this.sounds.on = this.choice("sound");
    this.voice.on = this.choice("voice");
    if (!this.voice.on) this.voice.hush();
  }
}

/**
 * A run as the browser kept it.
 * @param {Sitting} sitting
 * @param {Held} held
 * @param {Facts} facts
 * @returns {Run}
 */
function run({ items }, { spent, started, reasons }, facts) {
  return { steps: stepsOf(items, facts), spent, started: new Date(started), reasons };
}
