// The empty page: how it goes, ways to start, plans to open.
function startPanel(send) {
  const offers = h("ul", { class: "hs-offers", "aria-label": "Ready-made plans" });
  const kept = h("ul", { class: "hs-kept", "aria-label": "Plans of this workspace" });
  const keptPart = h("div", {}, h("h3", {}, "Open a plan"), kept);
  const node = h("section", { class: "hs-panel hs-start", "aria-label": "Start" },
    h("h2", {}, "Start a plan"),
    h("ol", { class: "hs-how" },
      h("li", {}, h("b", {}, "Choose"), " a ready-made plan, or add exercises from the list."),
      h("li", {}, h("b", {}, "Set"), " sides, dose and days. The time of a session follows at once."),
      h("li", {}, h("b", {}, "Review"), " what does not fit the patient: swap it, or give your reason."),
      h("li", {}, h("b", {}, "Issue"), " the plan in your name, and make the handout.")),
    keptPart,
    h("div", { class: "hs-head" }, h("h3", { class: "hs-item-name" }, "Ready-made plans"), button("Start with an empty plan", () => send({ do: "blank" }))),
    offers);
  const offer = (one, i) => h("li", {},
    h("div", {}, h("h3", {}, one.name), h("p", {}, one.summary), h("p", { class: "hs-quiet" }, one.about)),
    button("Use this plan", () => send({ do: "template", template: one.id }),
      { class: i ? "" : "hs-first", "aria-label": `Use this plan: ${one.name}` }));
  const draw = (view) => {
    offers.replaceChildren(...view.offers.map(offer));
    keptPart.hidden = !view.kept.length;
    kept.replaceChildren(...view.kept.map((k) => h("li", {}, button(
      [k.plan_id, `version ${k.version}`, k.patient, k.draft ? "draft" : "issued"].filter(Boolean).join(" · "),
      () => send({ do: "open", plan_id: k.plan_id, version: k.version })))));
  };
  return { node, draw };
}
