// A warning sign that was reported: it stays in sight, with whom to call, until the patient says that somebody helped.

/** @import { Page } from "./host.js" */
/** @import { Row } from "./types.js" */
import { make, press } from "../shared/dom.js";
import { dayInWords } from "./days.js";
import { copies } from "./plan.js";
import { say } from "./say.js";

/**
 * A notice of each session whose sign nobody has dealt with, the last one first; none where there is none.
 * @param {Page} page
 */
export function signNotices(page) {
  return page.diary.openSigns().map((head) => sign(page, head));
}

/**
 * The first screen of whoever comes back with a sign that is still open: nothing else is offered before the answer.
 * @param {Page} page
 * @param {() => void} goOn
 */
export function signScreen(page, goOn) {
  const still = press(say("page.help.still"), goOn, { class: "wide-key" });
  return make(
    "div",
    { class: "screen" },
    make("h1", { tabindex: "-1" }, say("page.morning.title")),
    ...signNotices(page),
    still,
  );
}

/**
 * Which sign, what to do, whom to call, and whether it is over.
 * @param {Page} page
 * @param {Row} head
 */
function sign(page, head) {
  const text = head.help_sign ?? "";
  const box = page.tiers.find((tier) => signsOf(tier).some((line) => text.includes(line)));
  const contact = page.contact();
  // Which sign it is nobody told: it may be any.
  const boxes = box ? [box] : page.tiers;
  const links = [
    ...boxes.flatMap((tier) => [...tier.querySelectorAll("h2 a, h3 a, strong a")]),
    ...contact.querySelectorAll("a"),
  ];
  return make(
    "section",
    { class: "notice danger" },
    make("p", { class: "quiet" }, say("page.help.told", { day: dayInWords(head.date, page.facts.lang) })),
    make("p", {}, make("b", {}, make("bdi", {}, signText(head)))),
    ...(box ? [make("p", { class: "alert" }, ...adviceOf(box))] : []),
    make("div", { class: "keys" }, ...calls(links)),
    ...(links.length && contact.querySelector("a") ? [] : [contact]),
    dealt(page, head),
  );
}

/**
 * Whether somebody has helped, and then whether they said that the exercises may go on: only both end the notice.
 * @param {Page} page
 * @param {Row} head
 */
function dealt(page, head) {
  const box = make("div", { class: "dealt" });
  /** @param {string} text @param {HTMLElement[]} keys */
  const put = (text, ...keys) => box.replaceChildren(make("p", {}, text), make("div", { class: "keys" }, ...keys));
  const deal = () => {
    page.diary.deal(head);
    page.attend();
  };
  const got = press(say("page.help.dealt"), () => {
    const may = press(say("page.help.may_yes"), deal);
    put(say("page.help.may"), may, press(say("page.help.may_not"), first));
    may.focus();
  });
  const first = () => put(say("page.help.is_dealt"), got);
  first();
  return box;
}

/**
 * The sign that a session tells of, as words; "" where it tells of none.
 * @param {Row} head
 */
export function signText({ help_sign: told = "" }) {
  if (!told || told === "no") return "";
  return told.replace(/^yes:? ?/, "") || say("page.help.ask");
}

/**
 * What to do, whatever the signs of a box are: its heading as a sentence, after what comes first of all.
 * @param {Element} box
 */
export function adviceOf(box) {
  const parts = copies(box.querySelector("h2, h3"));
  const end = parts.at(-1);
  if (end) end.textContent = (end.textContent ?? "").replace(/:$/, ".").replace(/ if\.$/, ".");
  return [...copies(box.querySelector("p strong")), " ", ...parts];
}

/**
 * The signs of one box of the plan.
 * @param {Element} box
 */
export function signsOf(box) {
  return [...box.querySelectorAll("li")].map((line) => line.textContent ?? "");
}

/**
 * Each number once, as a key to call it.
 * @param {readonly Element[]} links
 */
function calls(links) {
  const numbers = new Map(links.map((link) => [link.getAttribute("href") ?? "", link.textContent ?? ""]));
  return [...numbers].map(([href, number]) => make("a", { class: "call", href }, say("page.help.call", { number })));
}
