// The red-flag screen: the clinician goes through the signs, ticks what is present, and notes that it is done.
const STANDING = { open: ["CAUTION", "Open"], clear: ["OK", "Clear"], flagged: ["STOP", "Present"] };

function screenPanel(flags, send) {
  const ticks = new Map();
  const row = (flag) => {
    const tick = h("input", { type: "checkbox", "aria-label": `Yes, present: ${flag.name}`,
      onchange: () => send({ do: "flag", name: flag.name, present: tick.checked }) });
    ticks.set(flag.name, tick);
    return h("li", {}, h("div", { class: "hs-item-name" }, h("h3", {}, flag.name), h("p", {}, flag.signs),
      h("p", { class: "hs-quiet" }, h("b", {}, flag.action), ` ${flag.source}`)),
    h("label", { class: "hs-check" }, tick, h("span", {}, "Yes, present")));
  };
  const done = button("Screen done", () => send({ do: "screened", done: true }), { class: "hs-first" });
  const undone = button("Not done after all", () => send({ do: "screened", done: false }));
  const state = h("span", {});
  const { node, line } = fold("Red flags", {},
    h("p", { class: "hs-quiet" }, "One sign alone proves little; the whole picture counts. Anything present holds the plan until you sign it off by name."),
    h("ul", { class: "hs-flags", "aria-label": "Signs to look for" }, ...flags.map(row)),
    h("div", { class: "hs-tools" }, done, undone, state));
  const drawLine = whenNew((standing, summary) => {
    line.replaceChildren(pill(...STANDING[standing]), h("span", {}, ` ${summary}`));
    state.textContent = summary;
  });
  const draw = ({ screen, plan }) => {
    drawLine(screen.standing, screen.summary);
    for (const [name, tick] of ticks) {
      tick.checked = screen.present.includes(name);
      tick.disabled = !plan.draft;
    }
    done.textContent = screen.done ? "Screen done again today" : "Screen done";
    done.disabled = undone.disabled = !plan.draft;
    undone.hidden = !screen.done;
  };
  return { node, draw, refill: draw };
}
