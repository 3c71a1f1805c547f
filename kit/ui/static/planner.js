// The page: panels in a grid. Wishes go to the kernel, which answers with a whole new view.
function render({ model, el }) {
  const spoken = h("div", { class: "hs-unseen", role: "status" });
  const say = (text) => { spoken.textContent = text; };
  const send = (wish) => model.send(wish);
  const notices = h("div", { class: "hs-notices", role: "alert" });
  const library = libraryPanel(model, send, say);
  const start = startPanel(send), head = headPanel(send), time = timelinePanel();
  const items = itemList(send, say), handout = exportPanel(send);
  const work = h("div", { class: "hs-work" }, head.node, time.node, items.node, handout.node);
  const desk = h("div", { class: "hs-desk" }, notices, start.node, work);
  const page = h("div", { class: "hs" },
    h("header", { class: "hs-title" }, h("h1", {}, "Homestretch"), h("p", { class: "hs-quiet" }, "Home-exercise planner")),
    h("div", { class: "hs-grid" }, library.node, desk), spoken);

  const draw = () => {
    const view = model.get("view");
    start.node.hidden = Boolean(view.plan);
    work.hidden = !view.plan;
    if (view.plan) {
      head.draw(view);
      time.draw(view.plan);
      items.draw(view.plan);
      handout.draw(view.plan);
    } else start.draw(view);
    library.allow();
  };
  const drawNotices = () => {
    notices.replaceChildren(...model.get("notices").map((fault) => h("div", { class: "hs-notice" },
      h("p", {}, h("b", {}, fault.where), ` ${fault.what}`), fault.mend ? h("p", {}, fault.mend) : "")));
    if (notices.firstChild) notices.scrollIntoView({ block: "nearest" });
  };
  const drawDone = () => { if (model.get("done")) say(model.get("done")); };
  const heard = (message, buffers) => {
    if (message.refused && model.get("view").plan) head.restore(model.get("view"));
    handout.heard(message, buffers);
  };
  const watched = [["change:view", draw], ["change:found", library.draw], ["change:notices", drawNotices],
    ["change:done", drawDone], ["msg:custom", heard]];
  for (const [event, act] of watched) model.on(event, act);
  el.replaceChildren(page);
  library.draw();
  draw();
  drawNotices();
  return () => {
    for (const [event, act] of watched) model.off(event, act);
    handout.drop();
  };
}
export default { render };
