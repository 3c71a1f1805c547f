// The session as a bar: one block a step, told apart by colour and by pattern.
const KINDS = [["setup", "Get ready"], ["move", "Move"], ["hold", "Hold"], ["rest", "Rest"], ["switch", "Change sides"]];

function timelinePanel(toReview) {
  const total = h("p", { class: "hs-total" });
  const whose = h("p", { class: "hs-whose" }); // this card stays in sight: whose plan it is stands there too
  const about = h("p", { class: "hs-quiet" });
  const items = h("div", { class: "hs-band", "aria-hidden": "true" });
  const steps = h("div", { class: "hs-bar", role: "img" });
  const legend = h("ul", { class: "hs-legend", "aria-label": "Legend" },
    ...KINDS.map(([kind, name]) => h("li", {}, h("span", { class: `hs-key hs-${kind}` }), name)));
  const badge = h("span", { class: "hs-badges" });
  const review = h("button", { type: "button", class: "hs-to-review", onclick: toReview }, badge);
  const heard = h("div", { class: "hs-unseen", role: "status" });
  const node = h("section", { class: "hs-panel hs-time", "aria-label": "Time of one session" },
    whose,
    h("div", { class: "hs-time-head" }, h("h2", {}, "One session"), total, about, review), items, steps, legend, heard);

  const block = (cls, start, end, all, text) => {
    const part = h("div", { class: cls, title: text });
    part.style.left = `${(100 * start) / all}%`;
    part.style.width = `${(100 * (end - start)) / all}%`;
    return part;
  };
  const drawReview = whenNew((counts, summary) => {
    badge.replaceChildren(...(counts.length ? counts.map(([level, n]) => pill(level, `${n} ${LEVELS[level][0].toLowerCase()}`)) : [h("span", {}, summary)]));
    review.setAttribute("aria-label", `Review: ${summary}`);
  });
  const draw = ({ plan, review: { counts, summary } }) => {
    drawReview(counts, summary);
    whose.textContent = [plan.patient, plan.plan_id, `version ${plan.version}, ${plan.draft ? "draft" : "issued"}`].filter(Boolean).join(" · ");
    const all = plan.total_s || 1;
    let at = 0;
    items.replaceChildren(...plan.items.map((item, i) => {
      const part = block("hs-band-item", at, at += item.seconds, all, `${item.name}: ${item.time}`);
      part.append(h("b", {}, `${i + 1}`), h("span", {}, ` ${item.time}`));
      return part;
    }));
    steps.replaceChildren(...plan.steps.map((s) => block(`hs-step hs-${s.kind}`, s.start, s.end, all, s.text)));
    steps.setAttribute("aria-label", plan.items.length
      ? `${plan.total} in all. ${plan.items.map((i) => `${i.name}: ${i.time}`).join("; ")}.`
      : "No exercises yet.");
    about.textContent = plan.items.length === 1 ? "1 exercise" : `${plan.items.length} exercises`;
    if (total.textContent !== plan.total) {
      total.textContent = plan.total;
      heard.textContent = `One session takes ${plan.total}`;
    }
    steps.dataset.total = plan.total_s;
  };
  return { node, draw };
}
