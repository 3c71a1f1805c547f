// The patient's page. The static plan stays as it is, and is the whole page where no script runs.

/** @import { Facts } from "./facts.js" */
import { make } from "../shared/dom.js";
import { App } from "./app.js";
import { PlanView } from "./plan.js";
import { learn } from "./say.js";
import { forNow, isTrial, leave } from "./trial.js";

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
function part(id) {
  const node = document.getElementById(id);
  if (!node) throw new Error(`The page has no ${id}.`);
  return node;
}

/** @type {Facts} */
const facts = JSON.parse(part("facts").textContent ?? "");
learn(facts.words);
const plan = new PlanView(part("plan"));
const trial = isTrial();
const held = forNow();
const app = new App(facts, plan, () => new Date(), trial ? () => held : undefined);

/** @param {KeyboardEvent} event */
function pressed(event) {
  if (trial && event.key === "Escape") leave();
  const { stage } = app;
  const busy =
    event.target instanceof Element && event.target.closest("button, input, textarea, select, summary, a, dialog");
  if (!stage || busy || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === " ") stage.toggle();
  else if (event.key === "ArrowRight" && event.shiftKey) stage.onward();
  else if (event.key === "ArrowRight") stage.jump("next");
  else if (event.key === "ArrowLeft") stage.jump("back");
  else return;
  event.preventDefault();
}

document.addEventListener("keydown", pressed);
// A locked phone or another tab: nobody sees the steps any more, so they wait.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) app.stage?.halt();
  else app.refresh();
});
// Another tab of the same plan has written: what it wrote is not to be lost.
window.addEventListener("storage", (event) => {
  if (event.key === app.diary.place.name) app.diary.load();
});

plan.node.querySelector("h1")?.setAttribute("tabindex", "-1");
// A plan that nobody issued says so on every screen.
const root = part("app");
const { banners } = plan;
root.append(...(banners.length ? [make("header", {}, ...banners)] : []), ...app.frame.nodes);
app.show("session");
root.hidden = false;
document.body.classList.add("live");
