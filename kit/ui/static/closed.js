// The page where the store cannot be opened. Nothing can be done here, and nothing was changed.
function render({ model, el }) {
  const fault = (f) => h("div", { class: "hs-notice" }, h("p", {}, h("b", {}, f.where), ` ${f.what}`), h("p", {}, f.mend));
  el.replaceChildren(h("div", { class: "hs" },
    h("header", { class: "hs-title" }, h("h1", {}, "Homestretch")),
    h("section", { class: "hs-panel", "aria-label": "Not open", role: "alert" }, h("h2", {}, "Your plans cannot be opened"),
      h("p", {}, "Nothing was changed, and nothing is lost by this. Mend it, then reload the page."),
      ...model.get("faults").map(fault))));
}
export default { render };
