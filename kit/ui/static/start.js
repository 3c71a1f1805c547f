// The empty page: what to go on with, how it goes, ways to start, plans to open.
const MANY = 8; // plans from which on a field to find one is shown

function startPanel(send) {
  const onward = h("div", { class: "hs-onward", hidden: true });
  const offers = h("ul", { class: "hs-offers", "aria-label": "Ready-made plans" });
  const kept = h("ul", { class: "hs-kept", "aria-label": "Plans of this workspace" });
  const words = h("input", { type: "search", autocomplete: "off", oninput: () => send({ do: "find_plans", words: words.value }) });
  const finding = field("Find a plan by patient, id or code", words);
  const none = h("p", { class: "hs-quiet" }, "No plan has these words.");
  const keptPart = h("div", {}, h("h3", {}, "Open a plan"), finding, kept, none);
  const node = h("section", { class: "hs-panel hs-start", "aria-label": "Start" },
    onward,
    h("h2", {}, "Start a plan"),
    h("ol", { class: "hs-how" },
      h("li", {}, h("b", {}, "Choose"), " a ready-made plan, or add exercises from the list."),
      h("li", {}, h("b", {}, "Set"), " sides, dose and days. The time of a session follows at once."),
      h("li", {}, h("b", {}, "Review"), " what does not fit the patient: swap it, or give your reason."),
      h("li", {}, h("b", {}, "Issue"), " the plan in your name, and make the handout. Every change is kept as you make it.")),
    keptPart,
    h("div", { class: "hs-head" }, h("h3", { class: "hs-item-name" }, "Ready-made plans"), button("Start with an empty plan", () => send({ do: "blank" }))),
    offers);
  const offer = (one, i) => h("li", {},
    h("div", {}, h("h3", {}, one.name), h("p", {}, one.summary), h("p", { class: "hs-quiet" }, one.about)),
    button("Use this plan", () => send({ do: "template", template: one.id }),
      { class: i || !onward.hidden ? "" : "hs-first", "aria-label": `Use this plan: ${one.name}` }));

  const open = (one, version) => send({ do: "open", code: one.code, version });
  const whose = (one) => [one.plan_id, one.patient !== one.plan_id ? one.patient : ""].filter(Boolean).join(" · ");
  const newest = (one) => one.draft ?? one.issued.at(-1);
  const row = (one) => {
    const state = `version ${newest(one)} · ${one.draft ? "draft" : "issued"}`;
    const older = one.issued.filter((version) => version !== newest(one));
    return h("li", {},
      button([whose(one), state].join(" · "), () => open(one, newest(one))),
      h("span", { class: "hs-quiet" }, one.changed, " · code ", h("span", { class: "hs-code" }, one.code)),
      ...older.map((version) => button(`Version ${version}`, () => open(one, version),
        { class: "hs-small", "aria-label": `Open ${whose(one)}, version ${version}` })));
  };
  const drawOnward = whenNew((one) => {
    onward.hidden = !one;
    if (!one) return;
    onward.replaceChildren(h("div", { class: "hs-head" }, h("h2", { class: "hs-item-name" }, `You were at work on ${whose(one)}`),
      button(`Go on with ${one.plan_id}`, () => open(one, one.draft), { class: "hs-first" })),
    h("p", { class: "hs-quiet" }, `Version ${one.draft}, draft, last changed ${one.changed}. All of it was kept.`));
  });
  const drawOffers = whenNew((all) => offers.replaceChildren(...all.map(offer)));
  const drawKept = whenNew((rows) => kept.replaceChildren(...rows.map(row)));
  const draw = (view) => {
    drawOnward(view.go_on);
    drawOffers(view.offers);
    keptPart.hidden = !view.plans;
    finding.hidden = view.plans <= MANY;
    drawKept(view.kept);
    none.hidden = view.kept.length > 0;
  };
  return { node, draw };
}
