// The player: plays the steps of a session against a clock that it is given, and shows them.
// It knows steps and figures, and nothing of the page round it.
// A step is {start_s, end_s, kind, item, set, rep, side}; steps touch, and the first one starts at second 0.

export const LEAP_MS = 10_000; // a clock that leaps further than this has slept: nobody exercised meanwhile
const AGAIN_S = 2; // later than this in a step, "back" starts the same step again
const SHORT_S = 5; // repetitions shorter than this are told by their number alone

// Where the session stands follows from one clock reading, not from counted ticks: it cannot drift.
export class Player {
  #zero = null; // the reading, in ms, at which second 0 would have been; null while it stands still
  #at = 0; // second of the session, while it stands still
  #seen = 0; // last reading
  #index = 0;

  constructor(steps) {
    this.steps = steps;
    this.total_s = steps.length ? steps[steps.length - 1].end_s : 0;
    this.spent_s = steps.map(() => 0); // the longest that each step has run in one go
  }

  get index() { return this.#index; }
  get step() { return this.steps[this.#index] ?? null; }
  get running() { return this.#zero !== null; }
  get done() { return this.#index >= this.steps.length; }
  at_s(now) { return this.running ? Math.min((now - this.#zero) / 1000, this.total_s) : this.#at; }
  left_s(now) { return this.step ? Math.max(0, this.step.end_s - this.at_s(now)) : 0; }

  play(now) {
    if (this.running || this.done) return;
    this.#zero = now - this.#at * 1000;
    this.#seen = now;
  }

  pause(now) {
    this.tick(now);
    this.#stand(now);
  }

  // Let the clock be `now`. Says which steps were entered since, and whether the clock had slept.
  tick(now) {
    if (!this.running) return { entered: [], slept: false };
    if (now - this.#seen > LEAP_MS) {
      this.#stand(this.#seen);
      return { entered: [], slept: true };
    }
    this.#seen = now;
    const at = this.at_s(now), entered = [];
    this.#note(at);
    while (this.step && at >= this.step.end_s) {
      this.#index += 1;
      if (this.step) entered.push(this.#index);
      this.#note(at);
    }
    if (this.done) this.#stand(now);
    return { entered, slept: false };
  }

  next(now) { this.#jump(this.#index + 1, now); }

  back(now) {
    const again = this.step && this.at_s(now) - this.step.start_s > AGAIN_S;
    this.#jump(Math.max(0, this.#index - (again ? 0 : 1)), now);
  }

  // To the first step of the next exercise, or to the end.
  skip(now) {
    const here = this.step?.item;
    const found = this.steps.findIndex((step, i) => i > this.#index && step.item !== here);
    this.#jump(found < 0 ? this.steps.length : found, now);
  }

  to(index, now) { this.#jump(index, now); }

  #note(at) {
    if (this.step) {
      const spent = Math.min(at, this.step.end_s) - this.step.start_s;
      this.spent_s[this.#index] = Math.max(this.spent_s[this.#index], spent);
    }
  }

  #stand(now) {
    if (this.running) this.#at = this.at_s(now);
    this.#zero = null;
  }

  #jump(index, now) {
    const here = this.#index;
    this.tick(now);
    // Somebody who presses at the very end of a step means that step, not the one that has just begun.
    if (this.#index !== here && index > here) index = Math.max(index, this.#index);
    this.#index = Math.min(index, this.steps.length);
    this.#at = this.step ? this.step.start_s : this.total_s;
    if (this.done) this.#zero = null;
    else if (this.running) this.#zero = now - this.#at * 1000;
  }
}

// An element; strings become text nodes, so that what a person typed is never read as markup.
export function make(tag, props = {}, ...kids) {
  const node = tag === "svg" || tag === "circle"
    ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (typeof value === "boolean") node.toggleAttribute(name, value);
    else node.setAttribute(name, value);
  }
  node.append(...kids);
  return node;
}

export function press(text, act, props = {}) {
  return make("button", { type: "button", onclick: act, ...props }, text);
}

export function clockText(seconds) {
  const whole = Math.max(0, Math.ceil(seconds - 1e-6));
  return whole < 60 ? `${whole}` : `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

const ROUND = 2 * Math.PI * 54;

// What to do in a step, in words: {what, side, counts}.
export function inWords(step, item, say) {
  const what = {
    setup: say("page.player.setup"), rest: say("page.player.rest"), switch: say("page.player.switch"),
    hold: say("page.player.hold"), move: item.timed ? say("page.player.going") : say("page.player.move"),
  }[step.kind];
  const name = step.side && (step.side === "left" ? say("side.left") : say("side.right"));
  const kinds = { setup: (side) => say("page.player.side_first", { side }), switch: (side) => say("page.player.side_now", { side }) };
  const side = name ? (kinds[step.kind] ?? ((s) => say("page.player.side", { side: s })))(name) : "";
  const counts = [];
  if (item.sets > 1 && step.kind !== "setup") counts.push(say("page.player.set", { number: step.set, of: item.sets }));
  if (step.rep && item.reps > 1) counts.push(say("page.player.rep", { number: step.rep, of: item.reps }));
  return { what, side, counts: counts.join(" · ") };
}

// The player on the screen. `items`: by id {name, lead, lines(side), figures(mirrored) -> nodes, timed, sets, reps};
// the figures show the leading side, and are mirrored for the other one. `say` gives sentences.
// `hooks`: heading, the level of its own; told({text, kind}) once a step, beat(number, in_s) for 3, 2, 1 and 0, played(is), skip(step), finished().
export function stage(steps, items, say, hooks, clock = () => performance.now()) {
  const player = new Player(steps);
  const order = [...new Set(steps.map((step) => step.item))];
  const where = make("p", { class: "stage-where" }), left = make("p", { class: "stage-left" });
  const bar = make("progress", { max: player.total_s, value: 0, "aria-label": say("page.player.progress") });
  const figure = make("div", { class: "stage-figure" });
  const name = make(hooks.heading ?? "h2", { class: "stage-name", tabindex: "-1" });
  const what = make("p", { class: "stage-what" }), side = make("p", { class: "stage-side" });
  const counts = make("p", { class: "stage-counts" }), coming = make("p", { class: "stage-coming" });
  const number = make("div", { class: "stage-number", "aria-hidden": "true" });
  const arc = make("circle", { class: "arc", cx: "60", cy: "60", r: "54", "stroke-dasharray": `${ROUND}` });
  const ring = make("div", { class: "ring" },
    make("svg", { viewBox: "0 0 120 120", "aria-hidden": "true" }, make("circle", { class: "track", cx: "60", cy: "60", r: "54" }), arc), number);
  const lines = make("ol", {});
  const how = make("details", { class: "stage-how" }, make("summary", {}, say("page.player.how")), lines);
  const live = make("p", { class: "unseen", role: "status" });
  const back = press(say("page.player.back"), () => jump("back"), { class: "back" });
  const play = press(say("page.player.pause"), () => toggle(), { class: "main" });
  const next = press(say("page.player.next"), () => jump("next"), { class: "next" });
  const skip = press(say("page.player.skip"), () => hooks.skip(player.step));
  const now = make("div", { class: "stage-now" }, make("div", {}, what, side), ring, make("div", { class: "stage-words" }, counts, coming));
  const node = make("section", { class: "stage", "aria-label": say("page.player.region") },
    make("div", { class: "stage-head" }, where, left, bar),
    make("div", { class: "stage-body" }, name, figure, now, how),
    make("div", { class: "stage-keys" }, back, play, next), make("div", { class: "stage-more" }, skip), live);
  const calm = matchMedia("(prefers-reduced-motion: reduce)"), roomy = matchMedia("(min-width: 54rem)");
  let timer = null, shown = "", beaten = new Set(), begun = false;

  const draw = () => {
    const step = player.step;
    beaten = new Set();
    const item = items[step.item], words = inWords(step, item, say), after = steps[player.index + 1];
    const way = step.side ?? item.lead, key = `${step.item} ${way}`;
    if (shown !== key) {
      shown = key;
      name.textContent = item.name;
      figure.replaceChildren(...item.figures(way !== item.lead));
      lines.replaceChildren(...item.lines(way).map((line) => make("li", {}, line)));
      where.textContent = say("page.player.exercise", { number: order.indexOf(step.item) + 1, of: order.length });
    }
    node.setAttribute("data-kind", step.kind);
    how.open = step.kind === "setup" || roomy.matches || !figure.childElementCount;
    what.textContent = words.what;
    side.textContent = words.side;
    counts.textContent = words.counts;
    side.hidden = !words.side;
    counts.hidden = !words.counts;
    coming.textContent = !after ? say("page.player.last") : after.item === step.item
      ? say("page.player.then", { text: inWords(after, items[after.item], say).what })
      : say("page.player.then", { text: items[after.item].name });
  };
  // Said once a step, to whoever cannot look: in the live region, and by the hooks.
  const tell = () => {
    const step = player.step, item = items[step.item], words = inWords(step, item, say), seconds = step.end_s - step.start_s;
    const brief = step.rep > 1 && seconds < SHORT_S;
    const parts = brief ? [step.kind === "move" ? `${step.rep}` : words.what]
      : [step.kind === "setup" ? item.name : "", words.what, words.side, words.counts, say("page.player.seconds", { number: seconds })];
    const text = parts.filter(Boolean).join(". ");
    live.textContent = text;
    hooks.told?.({ text, kind: step.kind });
  };
  const enter = () => { draw(); tell(); };
  const paint = (reading) => {
    const at = player.at_s(reading), rest = player.left_s(reading), step = player.step;
    const minutes = Math.ceil((player.total_s - at) / 60);
    left.textContent = say("page.player.left", { number: minutes });
    bar.value = at;
    if (!step) return;
    const text = clockText(rest);
    if (number.textContent !== text) number.textContent = text;
    number.classList.toggle("long", text.length > 2);
    const share = (calm.matches ? Math.ceil(rest) : rest) / (step.end_s - step.start_s);
    arc.style.strokeDashoffset = `${ROUND * (1 - Math.min(1, share))}`;
  };
  const beat = (reading) => {
    const step = player.step, rest = player.left_s(reading);
    if (!step || !player.running) return;
    const marks = step.end_s - step.start_s > SHORT_S ? [3, 2, 1, 0] : [0];
    for (const mark of marks) {
      const in_s = rest - mark; // a little ahead, so that the sound's own clock can be exact
      if (in_s >= -0.05 && in_s < 0.25 && !beaten.has(mark)) {
        beaten.add(mark);
        hooks.beat?.(mark, Math.max(0, in_s));
      }
    }
  };
  const tick = () => {
    const reading = clock(), { entered, slept } = player.tick(reading);
    if (entered.length) enter(); // of several that went by in one hang, the last is the one to tell
    if (slept) { settle(reading); live.textContent = say("page.player.paused"); }
    paint(reading);
    beat(reading);
    if (player.done) finish();
  };
  const settle = (reading) => {
    play.textContent = player.running ? say("page.player.pause")
      : player.step?.kind === "setup" ? say("page.player.ready") : say("page.player.play");
    node.toggleAttribute("data-paused", !player.running);
    if (player.running) timer ??= setInterval(tick, 50);
    else { clearInterval(timer); timer = null; }
    hooks.played?.(player.running);
    paint(reading);
  };
  const start = () => {
    player.play(clock());
    settle(clock());
    if (!begun) tell();
    begun = true;
  };
  const halt = (silent) => {
    if (!player.running) return;
    player.pause(clock());
    if (player.done) { finish(); return; }
    settle(clock());
    if (!silent) live.textContent = say("page.player.paused");
  };
  const toggle = () => { if (player.running) halt(); else start(); };
  const jump = (how_) => {
    const reading = clock();
    player[how_](reading);
    if (player.done) { finish(); return; }
    enter();
    paint(reading);
  };
  const finish = () => {
    clearInterval(timer);
    timer = null;
    hooks.played?.(false);
    hooks.finished?.();
  };
  const close = () => { clearInterval(timer); timer = null; };
  const from = (index) => { player.to(index, clock()); draw(); paint(clock()); };
  draw();
  settle(clock());
  return { node, player, start, halt, toggle, jump, from, close, focus: () => name.focus() };
}
