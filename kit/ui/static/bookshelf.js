// The library's page: the list, one exercise in full, and the clinician's own files.

// Opens a line to name a new file; closed, only its button is in sight.
function ownForm(text, write) {
  const name = h("input", { type: "text", autocomplete: "off", maxlength: "200" });
  const opener = button(text, () => { if (node.hidden) open(); else close(); }, { "aria-expanded": "false", class: "bs-opener" });
  const submit = (e) => {
    e.preventDefault();
    write(name.value);
  };
  // JupyterLab takes Enter and Escape for itself before a form sees them.
  name.addEventListener("keydown", (e) => {
    if (e.key !== "Enter" && e.key !== "Escape") return;
    e.stopPropagation();
    if (e.key === "Enter") submit(e);
    else leave();
  });
  const node = h("form", { class: "bs-own-form", hidden: true, onsubmit: submit }, field("Name of my exercise", name),
    h("button", { type: "submit", class: "hs-first" }, "Write the file"), button("Cancel", () => leave()));
  const leave = () => {
    close();
    opener.focus();
  };
  const set = (is) => {
    node.hidden = !is;
    opener.setAttribute("aria-expanded", String(is));
  };
  const open = () => {
    set(true);
    name.focus();
  };
  const close = () => {
    set(false);
    name.value = "";
  };
  return { opener, node, close };
}

function ownPanel(model, send) {
  const folder = h("code", { class: "bs-path" }), count = h("p", {});
  const again = button("Read again", () => send({ do: "read_again" }));
  const form = ownForm("New blank form", (typed) => send({ do: "start", name: typed }));
  const started = h("section", { class: "hs-panel bs-started", "aria-label": "The new file", hidden: true });
  const said = h("p", { class: "hs-quiet bs-said", role: "status" });
  const node = h("section", { class: "hs-panel bs-mine", "aria-label": "My own exercises" }, h("h2", {}, "My own exercises"), count,
    h("p", { class: "hs-quiet" }, "Folder: ", folder), h("div", { class: "bs-buttons" }, again, form.opener), said, form.node);
  const editor = (file) => {
    const at = model.get("editor") ? beside(file) : null;
    return at ? [h("a", { class: "hs-link", href: at, target: "_blank", rel: "noopener" }, "Open it in the editor")] : [];
  };
  const draw = () => {
    const own = model.get("own");
    const parts = [own.own ? `${own.own} of my own` : "", own.overridden ? `${own.overridden} of the kit's changed by me` : ""].filter(Boolean);
    count.textContent = parts.length ? `${parts.join(", ")}.` : "None yet. Start from an exercise of the kit, or from a blank form.";
    folder.textContent = own.folder;
  };
  const drawStarted = () => {
    const file = model.get("started");
    started.hidden = !file.id;
    if (!file.id) return;
    form.close();
    started.replaceChildren(
      h("div", { class: "bs-started-head" }, h("p", { role: "status" }, h("b", {}, file.name), " is written to ", h("code", {}, file.file), "."), ...editor(file.file)),
      h("p", {}, "What to edit:"), h("ul", { class: "bs-dots" }, ...file.edit.map((line) => h("li", {}, line))),
      h("p", {}, "Save the file, then press “Read again” here. ", file.note));
    started.scrollIntoView({ block: "nearest" });
  };
  const heard = (message) => { if (message.done) said.textContent = message.done; };
  return { node, started, draw, drawStarted, heard, editor };
}

function faultPanel(model, editor) {
  const title = h("h2", {}), files = h("div", { class: "bs-files" });
  const node = h("section", { class: "hs-panel bs-faults", "aria-label": "Faults in my files", hidden: true }, title,
    h("p", {}, "These files are left out until they are mended. Everything else works."), files);
  const file = (one) => h("div", { class: "bs-file" },
    h("div", { class: "bs-file-head" }, h("h3", {}, one.file), one.stays ? h("span", { class: "hs-quiet" }, "The kit's own exercise stays in force.") : "",
      ...(one.file.endsWith(".toml") ? editor(`exercises/${one.file}`) : [])),
    h("ul", { class: "bs-fault-list" }, ...one.faults.map((f) => h("li", {}, h("code", {}, f.field), h("div", {}, h("p", {}, f.what), f.mend ? h("p", { class: "bs-why" }, f.mend) : "")))));
  const draw = () => {
    const broken = model.get("own").files;
    const n = broken.reduce((sum, one) => sum + one.faults.length, 0);
    node.hidden = !n;
    title.textContent = `${n} ${n === 1 ? "fault" : "faults"} in ${broken.length} ${broken.length === 1 ? "file" : "files"} of mine`;
    files.replaceChildren(...broken.map(file));
  };
  return { node, draw };
}

function render({ model, el }) {
  const notices = h("div", { class: "bs-notices", role: "alert" });
  const send = (wish) => model.send(wish);
  let jump = false; // a link inside the page takes the focus along; a row of the list keeps it
  let picked = false;
  const go = (id) => {
    jump = true;
    send({ do: "show", id });
  };
  const list = shelfList(model, send, () => { picked = true; }), one = shelfOne(send, go), own = ownPanel(model, send);
  const faults = faultPanel(model, own.editor);
  const planner = beside("plan.ipynb");
  const page = h("div", { class: "hs bs" },
    h("header", { class: "hs-title" }, h("h1", {}, "Homestretch"), h("p", { class: "hs-quiet" }, "Exercise library"),
      ...(planner && model.get("editor") ? [h("a", { class: "hs-link hs-neighbour", href: planner }, "Open the planner")] : [])),
    notices,
    h("div", { class: "bs-grid" }, h("div", { class: "bs-side-column" }, list.node, own.node), h("div", { class: "bs-main" }, faults.node, own.started, one.node)));

  const drawOne = () => {
    one.draw(model.get("one"));
    list.point();
    // One above the other: what was picked is below the list, out of sight.
    if (picked && one.node.offsetTop > list.node.offsetTop + list.node.offsetHeight) one.node.scrollIntoView({ block: "start" });
    picked = false;
    if (jump) {
      list.reveal();
      one.focus();
    }
    jump = false;
  };
  const drawOwn = () => {
    own.draw();
    faults.draw();
  };
  const drawNotices = () => {
    notices.replaceChildren(...model.get("notices").map((fault) => h("div", { class: "bs-notice" },
      h("p", {}, h("b", {}, fault.where), ` ${fault.what}`), fault.mend ? h("p", {}, fault.mend) : "")));
    if (notices.firstChild) notices.scrollIntoView({ block: "nearest" });
  };
  const watched = [["change:found", list.draw], ["change:lists", list.drawLists], ["change:one", drawOne], ["change:own", drawOwn],
    ["change:started", own.drawStarted], ["change:notices", drawNotices], ["msg:custom", own.heard]];
  for (const [event, act] of watched) model.on(event, act);
  el.replaceChildren(page);
  for (const draw of [list.drawLists, list.draw, drawOne, drawOwn, drawNotices]) draw();
  return () => { for (const [event, act] of watched) model.off(event, act); };
}
export default { render };
