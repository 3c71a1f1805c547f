// How completely the plan says what it is, and the fields for what only the clinician knows.
const RECORD = [
  ["provider", "Therapist and qualification"], ["setting", "Where it is done"],
  ["supervision", "How it is supervised"], ["group", "Alone or in a group", [["alone", "Alone"], ["group", "In a group"]]],
  ["tailoring", "Generic or tailored", [["", "Not said"], ["generic", "Generic"], ["tailored", "Tailored to the patient"]]],
  ["tailored_how", "How it was tailored"], ["start_rule", "How the starting dose was found"],
  ["progression_rule", "When it will be made harder"], ["advice", "Advice beside the exercises, or “none”"],
];

function recordPart(send) {
  const fields = new Map(RECORD.map(([name, , options]) => {
    const tell = (value, typing) => send({ do: "report", field: name, value, ...(typing && { typing }) });
    if (options) return [name, h("select", { onchange: (e) => tell(e.target.value) }, ...choices(options))];
    return [name, typed(h("input", { type: "text", autocomplete: "off" }), tell)];
  }));
  const score = h("span", { class: "hs-line" }), missing = h("div", { class: "hs-missing" });
  const node = h("details", { class: "hs-more" }, h("summary", {}, h("span", {}, "For the record: how completely the plan says what it is"), score),
    missing, h("div", { class: "hs-fields hs-told" }, ...RECORD.map(([name, text]) => field(text, fields.get(name)))));
  const part = ({ name, said, missing: all }) => h("div", {}, h("h3", {}, `${name}: ${said} said`),
    all.length ? h("ul", {}, ...all.map((one) => h("li", {}, one.name, " ", h("span", { class: "hs-quiet" }, one.mend))))
      : h("p", { class: "hs-quiet" }, "Nothing is missing."));
  const drawScores = whenNew((...scores) => {
    score.textContent = scores.map(({ name, said }) => `${name} ${said}`).join(" · ");
    missing.replaceChildren(...scores.map(part));
  });
  const draw = ({ cert, fitt_vp, reporting }, locked) => {
    drawScores(cert, fitt_vp);
    for (const [name, control] of fields) {
      show(control, reporting[name] ?? "");
      control.disabled = locked;
    }
  };
  return { node, draw };
}
