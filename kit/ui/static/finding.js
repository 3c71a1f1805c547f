// One finding of the review, with what can be done about it: swap, give a reason, sign off.
const ANSWERS = {
  reason: { open: "Keep it, with a reason…", ask: "Why it is right for this patient", give: "Keep it" },
  "sign-off": { open: "Sign off…", ask: "Note, if you like", give: "Sign off" },
};

function findingRow(first, whose, { send, me }) {
  const key = first.key, words = ANSWERS[first.asks];
  const what = h("p", { class: "hs-what" }), why = h("p", {}), mend = h("p", {});
  const source = h("p", { class: "hs-quiet" }), answer = h("p", { class: "hs-answer" });
  const swaps = h("div", { class: "hs-tools" });
  const change = button("", () => open(true), { "aria-expanded": "false" });
  const reason = h("input", { type: "text", autocomplete: "off" });
  const by = h("input", { type: "text", autocomplete: "off" });
  const form = h("form", { class: "hs-row hs-answering", hidden: true, onsubmit: (e) => {
    e.preventDefault();
    me.name = by.value;
    answering = true;
    send({ do: "answer", key, by: by.value, reason: reason.value });
  } }, field(words?.ask ?? "", reason, { class: "hs-field hs-grow" }), field("Your name", by),
  h("button", { type: "submit", class: "hs-first", "data-lm-suppress-shortcuts": "true" }, words?.give ?? ""),
  button("Cancel", () => { open(false); change.focus(); }));
  let now = first, answering = false;
  const open = (is) => {
    form.hidden = !is;
    change.hidden = is;
    change.setAttribute("aria-expanded", String(is));
    if (!is) return;
    reason.value ||= now.answer?.said ?? "";
    by.value ||= now.answer?.by ?? me.name;
    reason.focus();
  };
  const node = h("li", { class: "hs-finding", "data-level": first.level },
    pill(first.level), h("div", { class: "hs-finding-text" }, what, why, mend, source, answer, swaps,
      ...(words ? [h("div", {}, change), form] : [])));

  const swap = (one, locked) => {
    const does = button(`Swap for ${one.name}`, () => send({ do: "swap", item_id: now.item, exercise_id: one.id }),
      { "aria-label": `Swap for ${one.name}, in place of ${whose}` });
    does.disabled = locked;
    return does;
  };
  const draw = whenNew((finding, locked) => {
    now = finding;
    what.textContent = finding.what;
    why.textContent = finding.why;
    mend.textContent = finding.mend;
    source.textContent = `Source: ${finding.source}`;
    swaps.replaceChildren(...finding.swaps.map((one) => swap(one, locked)));
    swaps.hidden = !finding.swaps.length;
    answer.hidden = !finding.answer;
    answer.replaceChildren(...(finding.answer ? answered(finding) : []));
    change.textContent = finding.answer ? "Change the answer…" : words?.open ?? "";
    change.setAttribute("aria-label", `${change.textContent} ${whose}`);
    change.disabled = locked;
    if (answering) {
      answering = false;
      open(false);
      change.focus();
    }
  });
  return { node, draw };
}

function answered({ asks, answer }) {
  const who = asks === "reason" ? `Kept by ${answer.by}, ${answer.on}.` : `Signed off by ${answer.by}, ${answer.on}.`;
  return [icon("OK"), h("span", {}, h("b", {}, who), answer.said ? ` ${answer.said}` : "")];
}

// Rows by key, in the order given; a row that stays keeps its place in the page, and what is typed into it.
function findingList(list, whose, hands) {
  const rows = new Map();
  let order = "";
  return (findings, locked) => {
    const seen = new Map();
    const keyed = findings.map((finding) => {
      const n = (seen.get(finding.key) ?? 0) + 1;
      seen.set(finding.key, n);
      return [`${n} ${finding.key}`, finding];
    });
    const now = JSON.stringify(keyed.map(([key]) => key));
    if (now !== order) {
      const stays = new Set(keyed.map(([key]) => key));
      for (const key of rows.keys()) if (!stays.has(key)) rows.delete(key);
      for (const [key, finding] of keyed) if (!rows.has(key)) rows.set(key, findingRow(finding, whose, hands));
      list.replaceChildren(...keyed.map(([key]) => rows.get(key).node));
      order = now;
    }
    for (const [key, finding] of keyed) rows.get(key).draw(finding, locked);
  };
}
