// The page: screens, and the way from one to the next. The static plan stays as it is, one press away.
const facts = JSON.parse(document.getElementById("facts").textContent);
const planNode = document.getElementById("plan"), root = document.getElementById("app");

function say(key, values = {}) {
  return facts.words[key].replace(/\{([a-z]+)\}/g, (blank, name) => (name in values ? values[name] : blank));
}

const app = {
  facts,
  title: planNode.querySelector("h1").textContent,
  tiers: [...planNode.querySelectorAll(".box-emergency, .box-today, .box-call")],
  diary: new Diary(facts, shelf(`homestretch ${facts.plan_code} ${facts.plan_version} ${facts.fingerprint}`)),
  sound: sounds(),
  voice: speaker(facts.lang),
  lock: screenLock(),
  stage: null,
  fresh: null, // the day that the first screen shows, while it shows
  today: () => dayOf(new Date()),
  choice: (name) => app.diary.choices[name] ?? name === "sound",
  choose(name, is) {
    app.diary.choices[name] = is;
    app.diary.save();
    app.heed();
  },
  heed() {
    app.sound.on = app.choice("sound");
    app.voice.on = app.choice("voice");
    if (!app.voice.on) app.voice.hush();
  },
  show(name, said) {
    app.leave();
    app.fresh = name === "session" ? app.today() : null;
    const screens = { session: () => startScreen(app), diary: () => bookScreen(app, said), plan: () => null };
    put(screens[name](), name);
  },
  finish(sitting, run, before) {
    app.leave();
    app.fresh = null;
    put(finishScreen(app, sitting, run, before), "session");
  },
  help() {
    const copies = app.tiers.map((box) => box.cloneNode(true));
    return ask(say("safety.help"), [make("p", { class: "contact" }, contact), ...copies], [[null, say("page.close"), "main"]]);
  },
  leave() {
    app.stage?.close();
    app.stage = null;
    app.voice.hush();
    app.lock.keep(false);
    document.body.removeAttribute("data-playing");
  },
  play(sitting, before) { perform(app, sitting, before, { started: new Date(), spent: null, index: 0, reasons: {} }); },
  resume(held) {
    perform(app, sittingOf(held), held.before, { started: new Date(held.started), spent: held.spent, index: held.index, reasons: held.reasons });
  },
  // A session that was cut off is written down as far as it went.
  tell(held) {
    const sitting = sittingOf(held);
    app.finish(sitting, { steps: stepsOf(sitting.items), spent: held.spent, started: new Date(held.started), reasons: held.reasons }, held.before);
  },
};

function sittingOf(held) {
  return { ...held.sitting, items: facts.items.filter((item) => held.items.includes(item.item)) };
}

const contact = [...planNode.querySelectorAll("dl.facts > div")]
  .filter((row) => row.querySelector("dt").textContent === say("handout.contact")).map((row) => row.querySelector("dd").textContent).join("");
const tabs = [["session", say("page.tab.session")], ["plan", say("page.tab.plan")], ["diary", say("page.tab.diary")]]
  .map(([name, text]) => [name, press(text, () => app.show(name))]);
const place = make("main", { id: "screen" });

function put(screen, tab) {
  planNode.hidden = Boolean(screen);
  place.hidden = !screen;
  place.replaceChildren(...(screen ? [screen] : []));
  for (const [name, key] of tabs) {
    if (name === tab) key.setAttribute("aria-current", "page");
    else key.removeAttribute("aria-current");
  }
  scrollTo(0, 0);
  (screen ?? planNode).querySelector("h1")?.focus({ preventScroll: true });
}

// The panels of an exercise, out of the static plan; for the side that does not lead they are mirrored and have words
// of their own, or are silent where nobody knows what they show then.
function figuresOf(item, mirrored) {
  const block = [...planNode.querySelectorAll("article.exercise")].find((node) => node.dataset.item === item.item);
  return [...block.querySelectorAll(":scope > .panels > figure")].map((panel, n) => {
    const copy = panel.cloneNode(true);
    copy.classList.toggle("mirrored", mirrored);
    if (mirrored && item.alts[n]) copy.querySelector("[role=img]").setAttribute("aria-label", item.alts[n]);
    else if (mirrored) copy.setAttribute("aria-hidden", "true");
    return copy;
  });
}

function asPlayed(item) {
  return { name: item.exercise, lead: item.sides[0], timed: Boolean(item.duration_s), sets: item.sets, reps: item.reps,
    lines: (side) => item.lines[side], figures: (mirrored) => figuresOf(item, mirrored) };
}

// One run of the player, from the first step to the last screen.
function perform(app, sitting, before, { started, spent, index, reasons: why }) {
  app.leave();
  app.heed();
  app.sound.wake();
  app.fresh = null;
  const steps = stepsOf(sitting.items);
  const items = Object.fromEntries(sitting.items.map((item) => [item.item, asPlayed(item)]));
  const { items: _, ...rest } = sitting;
  const keep = () => {
    app.diary.open = { day: sitting.day, sitting: rest, items: sitting.items.map((i) => i.item), before, started: started.toISOString(),
      spent: shown.player.spent_s, index: shown.player.index, reasons: why };
    app.diary.save();
  };
  const over = () => app.finish(sitting, { steps, spent: shown.player.spent_s, started, reasons: why }, before);
  let kept = -1;
  const shown = stage(steps, items, say, {
    heading: "h1",
    told({ text, kind }) {
      app.voice.say(text);
      if (kind === "switch") app.sound.change();
      // On the way through the steps the session is kept, so that a closed page can go on; not for every repetition.
      queueMicrotask(() => { if (app.stage === shown && kind !== "move" && kept !== shown.player.index) { kept = shown.player.index; keep(); } });
      if (kind === "setup" && app.choice("wait")) queueMicrotask(() => app.stage === shown && shown.halt(true));
    },
    beat(mark, in_s) { if (mark) app.sound.count(in_s); else app.sound.end(in_s); },
    played(is) { app.lock.keep(is); if (!is) app.voice.hush(); },
    skip: async (step) => {
      const was = shown.player.running;
      shown.halt(true);
      const part = choice(say("page.reason.why"), reasons(), { kind: "list" });
      const said = await ask(say("page.player.skip"), [part.node], [["yes", say("page.player.skip"), "main"], [null, say("page.cancel")]]);
      if (said === "yes") {
        why[step.item] = part.value;
        shown.jump("skip");
      }
      if (was && app.stage === shown) shown.start();
    },
    finished: over,
  });
  if (spent) shown.player.spent_s.splice(0, spent.length, ...spent);
  const mute = press("", () => { app.choose("sound", !app.choice("sound")); label(); });
  const label = () => { mute.textContent = app.choice("sound") ? say("page.player.mute") : say("page.player.unmute"); };
  label();
  const end = press(say("page.player.stop"), async () => {
    shown.halt(true);
    const said = await ask(say("page.player.stop"), [notice(say("page.player.stop_how"))], [["yes", say("page.player.stop_yes"), "main"], [null, say("page.player.stop_no")]]);
    if (said === "yes") over();
  });
  const aid = press(say("safety.help"), () => { shown.halt(true); app.help(); }, { class: "help-key" });
  shown.node.querySelector(".stage-more").append(mute, aid, end);
  app.stage = shown;
  put(shown.node, "session");
  document.body.setAttribute("data-playing", "");
  if (index) shown.from(index);
  shown.start();
  shown.focus();
}

document.addEventListener("keydown", (event) => {
  const busy = event.target.closest?.("button, input, textarea, select, summary, a, dialog");
  if (!app.stage || busy || event.ctrlKey || event.metaKey || event.altKey) return;
  const act = { " ": () => app.stage.toggle(), ArrowRight: () => app.stage.jump("next"), ArrowLeft: () => app.stage.jump("back") }[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});
// A locked phone or another tab: nobody sees the steps any more, so they wait.
// And a page that was left open since yesterday shows the new day to whoever comes back.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) app.stage?.halt();
  else if (app.fresh && app.fresh !== app.today()) app.show("session");
});
// Another tab of the same plan has written: what it wrote is not to be lost.
window.addEventListener("storage", (event) => { if (event.key === app.diary.place.name) app.diary.load(); });

planNode.querySelector("h1").setAttribute("tabindex", "-1");
// A plan that nobody issued says so on every screen.
root.append(...[...planNode.querySelectorAll(".draft")].map((banner) => banner.cloneNode(true)), make("nav", { class: "tabs", "aria-label": say("page.tab.name") }, ...tabs.map(([, key]) => key)), place);
app.heed();
app.show("session");
root.hidden = false;
document.body.classList.add("live");
