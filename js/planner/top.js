// The band on top: whose plan it is, in which state, whether it is kept; the way to the patients and to the other pages.
import { button, h } from "../shared/controls.js";
import { neighbours } from "../shared/neighbours.js";

/** @import { Work } from "./messages.js" */

/**
 * @param {{ close: () => void, about: () => void }} acts
 * @param {{ node: HTMLElement, asks: (is: boolean) => void }} saved
 */
export function topBand({ close, about }, saved) {
  const brand = h("h1", { class: "hs-brand" }, "Homestretch");
  const what = h("span", { class: "hs-quiet hs-brand-line" }, "Home-exercise planner");
  const patients = button("‹ Patients", close, { class: "hs-plain hs-patients", title: "Other plan, other patient" });
  const whose = button("", about, { class: "hs-plain hs-top-whose", title: "Label, plan id, title and dates" });
  const twice = button("Same label twice?", about, { class: "hs-small hs-top-twice", hidden: true });
  const state = h("span", { class: "hs-state" });
  const more = button("About this plan", about, { class: "hs-plain", "aria-haspopup": "true" });
  const plan = h("div", { class: "hs-top-plan" }, patients, whose, twice, state);
  const links = neighbours("plan.ipynb", { aside: true });
  const node = h(
    "header",
    { class: "hs-top" },
    brand,
    what,
    plan,
    h("div", { class: "hs-top-end" }, saved.node, more, ...links),
  );
  /** @param {Work | null} view */
  const draw = (view) => {
    plan.hidden = !view;
    more.hidden = !view;
    saved.node.hidden = !view;
    saved.asks(Boolean(view?.conflict));
    what.hidden = Boolean(view);
    brand.classList.toggle("hs-unseen", Boolean(view));
    if (!view) return;
    twice.hidden = !(view.namesake || view.alike);
    twice.textContent = view.namesake ? "Same label twice?" : `Looks like ${view.alike}`;
    const { patient, plan_id, version, draft, review_written } = view.plan;
    whose.textContent = patient && patient !== plan_id ? `${patient} · plan ${plan_id}` : patient || plan_id;
    const review = review_written ? ` · review ${review_written}` : "";
    state.textContent = `Version ${version} · ${draft ? "draft" : "issued"}${review}`;
  };
  return { node, draw };
}
