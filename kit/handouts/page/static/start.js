// The first screen: what there is to do today, how long it takes, and how much it hurts before.
function startScreen(app) {
  const { facts, diary } = app;
  const plan = agenda(facts, diary, app.today());
  const chosen = new Set();
  const minutes = make("p", { class: "big" }), gear = make("p", {});
  const before = scale(say("page.start.pain"), say("page.pain.low"), say("page.pain.high"));
  const begin = press(say("page.start.begin"), () => app.play(sitting(), before.value), { class: "main wide-key" });
  const none = notice(say("page.start.tick"));
  const sitting = () => ({ ...plan, planned: plan.items.map((i) => i.item), items: facts.items.filter((i) => chosen.has(i.item)) });
  const refresh = () => {
    const items = sitting().items, total = stepsOf(items).at(-1)?.end_s ?? 0;
    minutes.textContent = say("page.start.minutes", { number: Math.ceil(total / 60) });
    const things = [...new Set(items.flatMap((i) => i.equipment))];
    gear.textContent = `${say("handout.equipment")}: ${things.join(say("mark.list")) || say("handout.nothing_needed")}`;
    begin.disabled = !items.length;
    none.hidden = items.length > 0;
    minutes.hidden = gear.hidden = !items.length;
  };
  const tick = (item, hint, on) => {
    const input = make("input", { type: "checkbox", checked: on, onchange: () => { mark(item, input.checked); } });
    const mark = (one, is) => { if (is) chosen.add(one.item); else chosen.delete(one.item); refresh(); };
    if (on) chosen.add(item.item);
    return make("li", {}, make("label", { class: "tick-row" }, input,
      make("span", {}, make("b", {}, item.exercise), make("small", {}, hint ? `${item.dose} ${hint}` : item.dose))));
  };
  const fixed = plan.items.map((item) => tick(item, "", true));
  const free = plan.free.map((item) => tick(item, say("page.start.this_week", { number: diary.freeDone(item, plan.week), of: item.a_week }), false));
  const kids = [make("h1", { tabindex: "-1" }, app.title), make("p", { class: "big" }, dayInWords(plan.day, facts.lang))];
  const offered = fixed.length + free.length;
  kids.push(...notes(app, plan, offered), before.node);
  if (fixed.length) {
    if (plan.times > 1) kids.push(notice(say("page.start.session", { number: plan.number, of: plan.times })));
    kids.push(make("h2", {}, say("page.start.today")), make("ul", { class: "ticks" }, ...fixed));
  }
  if (free.length) {
    const all = press(say("page.start.all"), () => { for (const box of list.querySelectorAll("input:not(:checked)")) box.click(); });
    const list = make("ul", { class: "ticks" }, ...free);
    kids.push(make("h2", {}, say("page.start.choose")), make("p", {}, say("page.start.choose_how")), list, all);
  }
  if (!offered && plan.state !== "paused") kids.push(anyway(app, tick, () => { usual.hidden = begin.hidden = before.node.hidden = false; refresh(); }));
  const usual = make("div", { class: "stack" }, minutes, gear, none, safety(app), switches(app),
    make("div", { class: "keys" }, press(say("page.start.by_hand"), () => sitting().items.length && app.finish(sitting(), null, before.value)),
      ...(fixed.length ? [press(say("page.start.not_today"), () => notDone(app, plan, say("page.start.not_today")))] : [])));
  usual.hidden = begin.hidden = before.node.hidden = !offered;
  refresh();
  return make("div", { class: "screen start" }, ...kids, usual, begin);
}

// What the day is, where it is no plain day of the plan; what was missed; what was begun and not ended.
function notes(app, plan, offered) {
  const { facts, diary } = app, found = facts.caution.map((text) => notice(text, "warn"));
  if (!diary.place.kept) found.push(notice(say("page.store.refused"), "warn"));
  const held = diary.open;
  if (held) {
    const on = held.day === plan.day ? [press(say("page.start.resume"), () => app.resume(held), { class: "main" })] : [];
    found.push(make("div", { class: "notice warn" }, make("p", {}, say("page.start.begun", { day: dayInWords(held.day, facts.lang) })),
      make("div", { class: "keys" }, ...on, press(say("page.start.tell"), () => app.tell(held)),
        press(say("page.start.drop"), () => { diary.open = null; diary.save(); app.show("session"); }))));
  }
  const night = diary.waitingForMorning(plan.day);
  if (night) found.push(morning(app, night));
  if (plan.state === "early") found.push(notice(say("page.start.early", { day: dayInWords(facts.start, facts.lang) })));
  if (plan.state === "over") found.push(notice(say("page.start.over", { day: dayInWords(dayAfter(facts.until, -1), facts.lang) })));
  if (plan.state === "paused") found.push(notice(say("page.start.paused")));
  if (plan.state === "open" && plan.times && !plan.slot) found.push(notice(say("page.start.all_done"), "good"));
  if (plan.state === "open" && !plan.times && !offered) found.push(notice(say("page.start.rest_day")));
  const missed = plan.state === "open" && !held ? missedDay(facts, diary, plan.day) : null;
  if (missed) found.push(missedNote(app, missed));
  return found;
}

// A day without an entry: it may have been done all the same, and it is never made up for.
function missedNote(app, day) {
  const then = agenda(app.facts, app.diary, day);
  const sitting = { ...then, planned: then.items.map((item) => item.item) };
  return make("div", { class: "notice" },
    make("p", {}, `${say("page.start.missed", { day: dayInWords(day, app.facts.lang) })} ${say("handout.missed_rule")}`),
    make("div", { class: "keys" }, press(say("page.start.did"), () => app.finish(sitting, null, "")),
      press(say("page.start.did_not"), () => notDone(app, then, say("page.start.did_not")))));
}

// On a day without a session the exercises are there all the same, for whoever wants them.
function anyway(app, tick, opened) {
  const box = make("div", { class: "stack" });
  const open = press(say("page.start.anyway"), () => {
    open.remove();
    box.append(make("ul", { class: "ticks" }, ...app.facts.items.map((item) => tick(item, "", true))));
    opened();
  });
  box.append(open);
  return box;
}

function safety(app) {
  return make("div", { class: "notice care" }, make("p", {}, make("b", {}, say("safety.pull"))), make("p", {}, say("safety.stop")),
    press(say("safety.help"), () => app.help()));
}

function switches(app) {
  const row = make("div", { class: "switches" });
  const flip = (name, text, there = true) => {
    const input = make("input", { type: "checkbox", role: "switch", checked: app.choice(name), onchange: () => app.choose(name, input.checked) });
    const label = make("label", { class: "switch" }, input, make("span", {}, text));
    label.hidden = !there;
    row.append(label);
    return label;
  };
  flip("sound", say("page.switch.sound"));
  const voice = flip("voice", say("page.switch.voice"), app.voice.there());
  app.voice.whenThere(() => { voice.hidden = !app.voice.there(); });
  flip("wait", say("page.switch.wait"));
  return row;
}

function morning(app, head) {
  const part = scale(say("page.morning.ask"), say("page.pain.low"), say("page.pain.high"));
  const close = (value) => {
    if (value) head.pain_next_morning = value;
    else head.asked = true;
    app.diary.save();
    app.show("session");
  };
  const keep = press(say("page.save"), () => part.value && close(part.value), { class: "main" });
  return make("section", { class: "notice" }, make("h2", {}, say("page.morning.title")),
    make("p", {}, say("page.morning.how", { day: dayInWords(head.date, app.facts.lang) })), part.node,
    make("div", { class: "keys" }, keep, press(say("page.unknown"), () => close(""))));
}

async function notDone(app, plan, title) {
  const why = choice(say("page.reason.why"), reasons(), { kind: "list" });
  const said = await ask(title, [notice(say("handout.missed_rule")), why.node],
    [["yes", say("page.save"), "main"], [null, say("page.cancel")]]);
  if (said !== "yes") return;
  const parts = plan.items.flatMap((item) => item.sides.map((side) => [item, side, { status: "not_done" }]));
  parts[0][2].reason = why.value;
  app.diary.log(plan, parts, { logged_at: moment(new Date()) });
  app.show("diary", say("page.saved_none"));
}
