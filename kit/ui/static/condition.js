// One condition in force: which side and region, from when to when.
const AFFECTED = [["", "Not said"], ["left", "Left"], ["right", "Right"], ["both", "Both"]];

function conditionRow(first, at, { regions, send, say }) {
  const whose = first.name;
  const change = (name) => (e) => send({ do: "change_condition", at, field: name, value: e.target.value });
  const named = (text) => ({ "aria-label": `${text}, ${whose}` });
  const fields = {
    side: h("select", { ...named("Affected side"), onchange: change("side") }, ...choices(AFFECTED)),
    region: h("select", { ...named("Region"), onchange: change("region") }, ...choices([["", "Not said"], ...regions])),
    since: h("input", { type: "date", ...named("Surgery or onset"), onchange: change("since") }),
    until: h("input", { type: "date", ...named("Holds until"), onchange: change("until") }),
  };
  const away = button("✕", () => {
    send({ do: "remove_condition", at });
    say(`${whose} removed`);
  }, { class: "hs-icon", "aria-label": `Remove condition ${whose}`, title: "Remove" });

  const ends = h("ul", { class: "hs-ends", "aria-label": `Ends for single movements, ${whose}` });
  const tag = h("select", named("Movement"), ...choices(first.tags.map((t) => [t.tag, t.name])));
  const until = h("input", { type: "date", ...named("No longer a concern from") });
  const set = button("Set", () => send({ do: "end_tag", at, tag: tag.value, until: until.value }), named("Set the end"));
  const single = h("details", { class: "hs-more" }, h("summary", {}, "An end of its own for one movement"),
    h("div", { class: "hs-row" }, field("Movement", tag, { class: "hs-field hs-grow" }),
      field("No longer a concern from", until), set), ends);
  const node = h("li", { class: "hs-condition" },
    h("div", { class: "hs-item-head" }, h("h3", { class: "hs-item-name" }, whose), away),
    h("p", { class: "hs-quiet" }, [first.message, first.window && `Window: ${first.window}.`].filter(Boolean).join(" ")),
    h("div", { class: "hs-fields" }, field("Affected side", fields.side), field("Region", fields.region),
      field("Surgery or onset", fields.since), field("Holds until", fields.until)),
    single);
  single.hidden = !first.tags.length;

  const end = (one, locked) => {
    const remove = button("✕", () => send({ do: "end_tag", at, tag: one.tag, until: "" }),
      { class: "hs-icon", "aria-label": `Remove the end for: ${one.name}`, title: "Remove" });
    remove.disabled = locked;
    return h("li", {}, h("span", {}, `${one.name}: until ${one.until}`), remove);
  };
  const drawEnds = whenNew((all, locked) => ends.replaceChildren(...all.map((one) => end(one, locked))));
  const draw = (held, locked) => {
    for (const [name, control] of Object.entries(fields)) {
      show(control, held[name]);
      control.disabled = locked;
    }
    drawEnds(held.ends, locked);
    for (const control of [away, tag, until, set]) control.disabled = locked;
  };
  const refill = (held) => { for (const [name, control] of Object.entries(fields)) restore(control, held[name]); };
  return { node, draw, refill };
}
