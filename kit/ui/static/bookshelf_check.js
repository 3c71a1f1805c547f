// The check of one exercise: its words, its default dose, the conditions that would flag it.
function checkOf(check, go) {
  return [
    part("Words of the patient's sheet", ...wordsOf(check.reading)),
    part("Default dose", ...doseOf(check)),
    part("Conditions", ...conditionsOf(check, go)),
    h("p", { class: "bs-banner" }, check.banner),
  ];
}

function wordsOf(reading) {
  const hard = [];
  if (reading.long_sentences.length) {
    hard.push(h("div", {}, h("h4", {}, `Sentences of more than ${reading.most_words} words`), h("ul", { class: "bs-dots" }, ...reading.long_sentences.map((s) => h("li", {}, s)))));
  }
  if (reading.jargon.length) {
    hard.push(h("div", {}, h("h4", {}, "Words of the clinic"), h("ul", { class: "bs-dots" },
      ...reading.jargon.map(([word, plain]) => h("li", {}, h("b", {}, word), ` – say “${plain}”`)))));
  }
  if (reading.long_words.length) hard.push(h("div", {}, h("h4", {}, "Long words"), h("p", {}, reading.long_words.join(", "))));
  const summary = h("p", { class: "bs-line" }, pill(reading.level, `School grade ${reading.grade}`), h("span", {}, [reading.judged, reading.counts].filter(Boolean).join(" · ")));
  return [summary, ...(hard.length ? hard : [h("p", { class: "hs-quiet" }, "No long sentence, no long word, no word of the clinic.")])];
}

function doseOf(check) {
  if (check.open_dose) return [h("p", {}, "The dose is not filled in yet, so that there is nothing to hold against the limits.")];
  if (!check.dose.length) return [h("p", { class: "bs-line" }, pill("OK", "Within the limits"), h("span", {}, check.nothing))];
  return [h("ul", { class: "bs-flags" }, ...check.dose.map((f) => h("li", {}, pill(f.level),
    h("div", {}, h("p", {}, h("b", {}, f.what), ` ${f.why}`), h("p", { class: "bs-why" }, `${f.mend} ${f.source}`)))))];
}

function conditionsOf(check, go) {
  const { flags, holds, rest, all } = check.conditions;
  const flag = (f) => h("li", {}, pill(f.level), h("div", {},
    h("p", {}, h("b", {}, f.name), f.what ? `: ${f.what}` : ""), h("p", {}, f.why),
    f.alone ? h("p", {}, h("b", {}, `Without fixed support: ${f.alone.toLowerCase()}.`)) : "",
    f.swaps.length ? h("p", {}, "Instead: ", ...f.swaps.flatMap((s, i) => [i ? ", " : "", linkTo(s.id, s.name, go)])) : "",
    h("p", { class: "bs-why" }, f.source)));
  const names = (title, list) => h("details", { class: "bs-more" }, h("summary", {}, title), h("ul", { class: "bs-dots" }, ...list.map((name) => h("li", {}, name))));
  return [
    h("p", { class: "hs-quiet" }, `All ${all} conditions, each as if it held from today on the working side (region: ${check.region}).`),
    ...(check.open_tags ? [h("p", { class: "bs-note" }, "Its movement tags are not filled in, so that most conditions cannot be matched yet.")] : []),
    flags.length ? h("ul", { class: "bs-flags" }, ...flags.map(flag)) : h("p", {}, check.nothing),
    ...(holds.length ? [names(`${holds.length} conditions stop any plan until a named sign-off`, holds)] : []),
    ...(rest.length ? [names(`${rest.length} conditions: no rule matched, which is no proof of safety`, rest)] : []),
  ];
}
