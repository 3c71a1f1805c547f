// What a session may do by itself: beep, speak, wait.

/** @import { Page } from "./host.js" */
/** @import { Switch } from "./types.js" */
import { make } from "../shared/dom.js";
import { say } from "./say.js";

/** @param {Page} page */
export function switches(page) {
  const voice = flip(page, "voice", say("page.switch.voice"));
  const heed = () => {
    voice.hidden = !page.voice.there;
  };
  heed();
  page.voice.whenChanged(heed);
  return make(
    "div",
    { class: "switches" },
    flip(page, "sound", say("page.switch.sound")),
    voice,
    flip(page, "wait", say("page.switch.wait")),
  );
}

/**
 * @param {Page} page
 * @param {Switch} name
 * @param {string} text
 */
function flip(page, name, text) {
  const input = make("input", { type: "checkbox", role: "switch", checked: page.choice(name) });
  input.addEventListener("change", () => page.choose(name, input.checked));
  return make("label", { class: "switch" }, input, make("span", {}, text));
}
