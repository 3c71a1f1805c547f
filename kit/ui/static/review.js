// The review of the plan: counts by level, every finding, highest first, and what it is not.
function reviewPanel({ send, me, open }) {
  const title = h("h2", { tabindex: "-1" }, "Review");
  const counts = h("span", { class: "hs-badges" }), spoken = h("div", { class: "hs-unseen", role: "status" });
  const holding = h("p", { class: "hs-quiet" }), nothing = h("p", {}), banner = h("p", { class: "hs-banner" });
  const list = h("ul", { class: "hs-findings", "aria-label": "Findings" });
  const info = h("ul", { class: "hs-findings", "aria-label": "For information" });
  const infoName = h("summary", {});
  const infos = h("details", { class: "hs-more" }, infoName, info);
  const record = recordPart(send);
  const node = h("section", { class: "hs-panel hs-review", "aria-label": "Review" },
    h("div", { class: "hs-head" }, title, counts), holding, nothing, list, infos, banner, record.node, spoken);

  const fill = reviewList(list, { send, me, open }), fillInfo = reviewList(info, { send, me, open });
  const drawCounts = whenNew((all, summary) => {
    counts.replaceChildren(...all.map(([level, n]) => pill(level, `${n} ${LEVELS[level][0].toLowerCase()}`)));
    spoken.textContent = `Review: ${summary}`;
  });
  const draw = ({ review, plan }) => {
    const high = review.findings.filter((f) => f.level !== "INFO"), low = review.findings.filter((f) => f.level === "INFO");
    const names = new Map(plan.items.map((item, i) => [item.item_id, `${i + 1}. ${item.name}`]));
    drawCounts(review.counts, review.summary);
    holding.textContent = plan.draft ? review.holding : "";
    holding.hidden = !holding.textContent;
    nothing.hidden = review.counts.length > 0;
    nothing.textContent = review.summary;
    fill(high, names, !plan.draft);
    fillInfo(low, names, !plan.draft);
    list.hidden = !high.length;
    infos.hidden = !low.length;
    infoName.textContent = `For information: ${low.length}`;
    banner.textContent = review.banner;
    record.draw(review, !plan.draft);
  };
  const focus = () => {
    node.scrollIntoView({ block: "start" });
    title.focus({ preventScroll: true });
  };
  return { node, draw, focus };
}

// Findings of the whole plan in full; those of an exercise together, as a way to its card.
function reviewList(list, { send, me, open }) {
  const rows = new Map();
  let order = "";
  const whole = (finding) => {
    const { node, draw } = findingRow(finding, "the plan", { send, me });
    return { node, draw: ([now], _, locked) => draw(now, locked) };
  };
  const line = (finding, name) => h("span", { class: "hs-go-line" },
    h("span", { class: "hs-badges" }, pill(finding.level), ...(finding.answer ? [pill("OK", "Answered")] : [])),
    h("span", {}, ...(name ? [h("b", {}, name)] : []), h("span", { class: "hs-go-what" }, finding.what)));
  const link = (finding) => {
    const go = h("button", { type: "button", class: "hs-go", title: "Go to the exercise", onclick: () => open(finding.item) });
    const draw = whenNew((now, name) => go.replaceChildren(...now.map((one, i) => line(one, i ? "" : name))));
    return { node: h("li", {}, go), draw: (now, names) => draw(now, names.get(finding.item) ?? "") };
  };
  return (findings, names, locked) => {
    const groups = Map.groupBy(findings, (f) => (f.item ? `item ${f.item}` : `plan ${f.key}`));
    const now = JSON.stringify([...groups.keys()]);
    if (now !== order) {
      for (const key of rows.keys()) if (!groups.has(key)) rows.delete(key);
      for (const [key, [first]] of groups) if (!rows.has(key)) rows.set(key, first.item ? link(first) : whole(first));
      list.replaceChildren(...[...groups.keys()].map((key) => rows.get(key).node));
      order = now;
    }
    for (const [key, all] of groups) rows.get(key).draw(all, names, locked);
  };
}
