// The page: panels in a grid. Wishes go to the kernel, which answers with a whole new view.
const ASKS = new Set(["search", "detail", "picture", "find_plans", "export"]); // these change nothing that is kept

function render({ model, el }) {
  const spoken = h("div", { class: "hs-unseen", role: "status" });
  const say = (text) => { spoken.textContent = text; };
  const saved = savedState(() => { grid.inert = true; });
  let sent = 0;
  const send = (wish) => {
    sent += 1;
    if (!ASKS.has(wish.do)) saved.sent(sent);
    model.send({ ...wish, n: sent });
  };
  const me = { name: "" }; // the clinician's name, once typed, is offered again; it is kept nowhere else
  const lists = model.get("lists"), shelf = beside("library.ipynb");
  const notices = h("div", { class: "hs-notices" }), alert = h("div", { role: "alert" });
  const dismiss = button("Close", () => drop(), { "aria-label": "Close the message" });
  notices.append(alert, dismiss);
  const drawn = pictures(send), { small } = drawn;
  const library = libraryPanel(model, send, say, small), start = startPanel(send);
  const items = itemList({ send, say, me, small });
  const review = reviewPanel({ send, me, open: (id) => items.open(id) });
  const issue = issuePanel(send, me), handout = exportPanel(send, lists.palettes);
  const head = headPanel(send, saved), conflict = conflictPanel(send), patient = patientPanel(lists, send, say), screen = screenPanel(lists.red_flags, send);
  const about = h("section", { class: "hs-panel hs-about", "aria-label": "Patient and red flags" }, patient.node, screen.node);
  const parts = [head, patient, screen, timelinePanel(review.focus), items, review, issue, handout];
  const rest = h("div", { class: "hs-work" }, head.node, about, ...parts.slice(3).map((part) => part.node));
  const work = h("div", { class: "hs-work" }, conflict.node, rest);
  const desk = h("div", { class: "hs-desk" }, start.node, work, notices);
  const grid = h("div", { class: "hs-grid" }, library.node, desk);
  const page = h("div", { class: "hs", onkeydown: onEnter, "onhs-typing": saved.typing },
    saved.band,
    h("header", { class: "hs-title" }, h("h1", {}, "Homestretch"), h("p", { class: "hs-quiet" }, "Home-exercise planner"),
      ...(shelf ? [h("a", { class: "hs-link hs-neighbour", href: shelf, target: "_blank", rel: "noopener" }, "Open the library")] : [])),
    grid, spoken);

  const draw = () => {
    const view = model.get("view");
    start.node.hidden = Boolean(view.plan);
    work.hidden = !view.plan;
    rest.inert = library.node.inert = Boolean(view.conflict); // until she has chosen
    if (view.plan) for (const part of [conflict, ...parts]) part.draw(view);
    else start.draw(view);
    library.allow();
  };
  const drop = () => {
    alert.replaceChildren();
    notices.hidden = true;
  };
  const drawNotices = () => {
    const [issuing, others] = [true, false].map((is) => model.get("notices").filter((fault) => (fault.of === "issue") === is));
    issue.refuse(issuing);
    notices.hidden = !others.length;
    alert.replaceChildren(...others.map((fault) => h("div", { class: "hs-notice" },
      h("p", {}, h("b", {}, fault.where), ` ${fault.what}`), fault.mend ? h("p", {}, fault.mend) : "")));
  };
  const drawDone = () => {
    head.done.textContent = model.get("done");
    if (model.get("done")) say(model.get("done"));
  };
  const heard = (message, buffers) => {
    const view = model.get("view");
    if (message.answered) saved.heard(message.answered);
    if (message.refused && view.plan) for (const part of [head, patient, screen]) part.refill(view);
    if (message.picture) drawn.heard(message.picture);
    if (message.detail) library.show(message.detail);
    handout.heard(message, buffers);
  };
  const watched = [["change:view", draw], ["change:found", library.draw], ["change:notices", drawNotices],
    ["change:done", drawDone], ["msg:custom", heard]];
  for (const [event, act] of watched) model.on(event, act);
  el.replaceChildren(page);
  window.addEventListener("pagehide", tellAll);
  document.addEventListener("visibilitychange", tellAll);
  library.draw();
  draw();
  drawNotices();
  return () => {
    for (const [event, act] of watched) model.off(event, act);
    handout.drop();
    saved.drop();
    window.removeEventListener("pagehide", tellAll);
    document.removeEventListener("visibilitychange", tellAll);
    drawn.drop();
  };
}
export default { render };
