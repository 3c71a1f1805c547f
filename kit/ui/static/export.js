// The handout: made by the kernel, handed to the browser as files to download.
const TYPES = { pdf: "application/pdf", csv: "text/csv", html: "text/html", ics: "text/calendar" };
const NAMES = { "handout.pdf": "Handout (PDF)", "handout.csv": "Handout as a table (CSV)", "diary.csv": "Diary to fill in (CSV)",
  "session.html": "Page that plays the session (HTML)", "calendar.ics": "Calendar (ICS)" };
const PALETTE_NAMES = { day: "Colour", grey: "Grey, for print" };

function exportPanel(send, palettes) {
  const name = h("input", { type: "text", autocomplete: "off" });
  const choice = (values) => h("select", {}, ...values.map(([value, text]) => h("option", { value }, text)));
  const paper = choice([["", "As the clinic has set"], ["a4", "A4"], ["letter", "Letter"]]);
  const palette = choice(palettes.map((key) => [key, PALETTE_NAMES[key] ?? `Colour, ${key}`]));
  const large = h("input", { type: "checkbox" });
  const told = h("p", { class: "hs-quiet", role: "status" });
  const links = h("ul", { class: "hs-links", "aria-label": "Files to download" });
  const make = button("Make handout", () => {
    busy(true);
    told.textContent = "Making the handout…";
    drop();
    send({ do: "export", name: name.value, paper: paper.value, palette: palette.value, large: large.checked });
  }, { class: "hs-first" });
  const draft = h("p", { class: "hs-quiet" }, "This plan is a draft: every page of its handout says so.");
  const node = h("section", { class: "hs-panel", "aria-label": "Handout" }, h("h2", {}, "Handout"), draft,
    h("div", { class: "hs-row" }, field("Patient’s name, only in what you hand over", name), field("Pictures", palette), field("Paper", paper),
      h("label", { class: "hs-check" }, large, h("span", {}, "Large print")), make), told, links);

  const busy = (is) => {
    make.disabled = is;
    make.setAttribute("aria-busy", String(is));
  };
  const drop = () => {
    for (const link of links.querySelectorAll("a")) URL.revokeObjectURL(link.href);
    links.replaceChildren();
  };
  const heard = (message, buffers) => {
    if (message.refused) {
      if (make.disabled) told.textContent = "";
      busy(false);
    }
    if (!message.made) return;
    busy(false);
    told.textContent = `The handout is ready. ${message.said}`;
    links.replaceChildren(...message.made.map((file, i) => {
      const type = TYPES[file.split(".").pop()] ?? "application/octet-stream";
      const href = URL.createObjectURL(new Blob([buffers[i]], { type }));
      const kind = Object.keys(NAMES).find((end) => file.endsWith(end));
      return h("li", {}, h("a", { href, download: file, class: "hs-link" }, NAMES[kind] ?? file));
    }));
  };
  const whose = h("p", {}), old = h("p", { class: "hs-lost" });
  node.insertBefore(whose, draft);
  node.insertBefore(old, draft);
  let shown = null, version = null;
  const draw = ({ plan, patient, review, next }) => {
    const now = `${plan.code} ${plan.version}`;
    if (version !== now) name.value = ""; // a name belongs to one patient, and is kept nowhere
    version = now;
    whose.textContent = `It goes to ${plan.patient || "a patient without a label"}: plan ${plan.plan_id}, version ${plan.version}.`;
    old.hidden = !next || next.draft;
    if (next) old.textContent = `This version is no longer in force: version ${next.version} replaces it.`;
    draft.hidden = !plan.draft;
    make.disabled = !plan.items.length;
    const said = JSON.stringify([plan, patient, review.reporting]);
    if (shown !== null && shown !== said) { // files of an older state would mislead
      drop();
      told.textContent = "";
    }
    shown = said;
  };
  return { node, draw, heard, drop };
}
