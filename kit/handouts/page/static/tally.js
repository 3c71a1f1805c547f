// From the steps to what was done: sets, repetitions and seconds of each side, by the player's clock.
const NEARLY_S = 0.1;

// The session of some items, one after the other; the steps of each come worked out from the plan.
function stepsOf(items) {
  const steps = [];
  let at = 0;
  for (const { item, steps: parts } of items) {
    for (const [kind, seconds, set, rep, side] of parts) {
      steps.push({ start_s: at, end_s: at + seconds, kind, item, set, rep, side });
      at += seconds;
    }
  }
  return steps;
}

// The answers of one item and side: status, and how much where anything was done.
function worked(item, side, steps, spent) {
  const mine = steps.map((step, i) => [step, spent[i]])
    .filter(([step]) => step.item === item.item && (step.side ?? "both") === side && (step.kind === "move" || step.kind === "hold"));
  if (mine.every(([, s]) => s === 0)) return { status: "not_done" };
  const full = new Map(); // set -> repetitions done in full
  for (let set = 1; set <= item.sets; set += 1) {
    const reps = [];
    for (let rep = 1; rep <= item.reps; rep += 1) {
      const parts = mine.filter(([step]) => step.set === set && step.rep === rep);
      if (parts.length && parts.every(([step, s]) => s >= step.end_s - step.start_s - NEARLY_S)) reps.push(rep);
    }
    if (reps.length) full.set(set, reps.length);
  }
  const counts = [...full.values()];
  if (counts.length === item.sets && counts.every((n) => n === item.reps)) return whole(item);
  const longest = (kind) => Math.max(0, ...mine.filter(([step]) => step.kind === kind).map(([, s]) => Math.floor(s + NEARLY_S)));
  const answers = { status: "partial", sets_done: `${counts.length}`, reps_done: `${counts.length > 1 ? Math.min(...counts.slice(0, -1)) : counts[0] ?? 0}` };
  if (item.sets > 1 && counts.length) answers.reps_last_set = `${counts[counts.length - 1]}`;
  if (item.hold_s) answers.hold_done_s = `${longest("hold")}`;
  else if (item.duration_s) answers.hold_done_s = seconds(longest("move"));
  return answers;
}

// All of it, as prescribed.
function whole(item) {
  const answers = { status: "done", sets_done: `${item.sets}`, reps_done: `${item.reps}` };
  if (item.sets > 1) answers.reps_last_set = `${item.reps}`;
  if (item.hold_s) answers.hold_done_s = `${item.hold_s}`;
  else if (item.duration_s) answers.hold_done_s = seconds(item.duration_s);
  return answers;
}

// The diary has room for four digits.
function seconds(n) {
  return n <= 10_000 ? `${n}` : "";
}
