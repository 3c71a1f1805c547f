// What clears a finding, as buttons: each was tried by the kernel on a copy of the plan. It is asked for when the finding
// is opened, or by a press.
import { button, h } from "../shared/controls.js";

/** @import { FindingHands } from "./finding.js" */
/** @import { FindingShown, MendShown, MendsShown } from "./messages.js" */

/**
 * Whether there is anything to ask for.
 * @param {Pick<FindingShown, "item" | "level" | "answer">} finding
 */
export function canMend({ item, level, answer }) {
  return Boolean(item) && level !== "INFO" && !answer;
}

/**
 * What the swaps leave as it is: said once where it is the same of all of them, else of each.
 * @param {readonly Pick<MendShown, "said" | "about">[]} swaps
 */
export function stays(swaps) {
  const said = new Set(swaps.map(({ about }) => about));
  if (said.size < 2) return [...said].join("");
  return swaps.map((one) => `${one.said}: ${one.about.charAt(0).toLowerCase()}${one.about.slice(1)}`).join(" ");
}

/**
 * @param {FindingShown} first
 * @param {string} whose
 * @param {FindingHands} hands
 */
export function mendsPart(first, whose, { send, mends }) {
  const ways = h("div", { class: "hs-tools" });
  const said = h("p", { class: "hs-quiet", role: "status" });
  const shows = button("What clears it…", () => ask(), { class: "hs-small", "aria-label": `What clears it, ${whose}` });
  const node = h("div", { class: "hs-mends" }, shows, said, ways); // words come where the button was, and no other one
  let now = first;
  let locked = false;
  let last = "";
  /** @param {MendShown} mend @param {string} word */
  const way = ({ said: does, about, wish }, word) => {
    const press = button(`${word}${does}`, () => send(wish), {
      class: "hs-small",
      "aria-label": `${word}${does}, ${word ? "in place of " : ""}${whose}`,
      title: about,
    });
    press.disabled = locked;
    return press;
  };
  /** @param {MendsShown} told */
  const heard = ({ key, mends: others, swaps, none }) => {
    if (key !== now.key || locked) return;
    ways.replaceChildren(...others.map((one) => way(one, "")), ...swaps.map((one) => way(one, "Swap for ")));
    said.textContent = none || stays(swaps);
  };
  const ask = () => {
    const about = JSON.stringify(now);
    if (locked || !canMend(now) || about === last) return;
    last = about;
    shows.hidden = true;
    if (!ways.childElementCount) said.textContent = "Looking for what clears it …";
    mends.ask(now.key, heard);
  };
  /** @param {FindingShown} finding @param {boolean} is */
  const draw = (finding, is) => {
    now = finding;
    locked = is;
    node.hidden = locked || !canMend(finding);
    if (last && last !== JSON.stringify(finding)) {
      ways.replaceChildren();
      said.textContent = "";
      shows.hidden = false;
    }
  };
  return { node, draw, ask };
}
