"""A hand that has the keyboard alone: where it is, where Tab leads, and whether it ever falls out of the page."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

MANY = 60
# What has the keyboard, by its name; empty outside the page.
_NAME = """() => {
  const e = document.activeElement;
  if (!e?.closest(".hs")) return "";
  return (e.ariaLabel || e.labels?.[0]?.textContent || e.textContent || e.className).replace(/\\s+/g, " ").trim();
}"""
# Notes each time that the keyboard is on nothing of the page for longer than the page needs to see it.
_WATCH = """() => {
  let gone = 0, last = "";
  window.fallen = [];
  const look = () => {
    const e = document.activeElement;
    const held = e && e.closest(".hs") && !e.matches(".hs");
    if (held) last = (e.ariaLabel || e.labels?.[0]?.textContent || e.textContent).trim().slice(0, 60) || e.className;
    gone = held || !last ? 0 : gone + 1; // when a page opens, nothing has it yet
    if (gone === 8) window.fallen.push(`after “${last}”`);
    requestAnimationFrame(look);
  };
  look();
}"""
# Notes what a screen reader speaks by itself: the words of each live region that changes, and of each new one.
_LISTEN = """() => {
  const live = "[role=status], [role=alert]";
  window.spoken = [];
  new MutationObserver((changes) => {
    const regions = changes.flatMap(({ target, addedNodes }) => [
      (target.nodeType === Node.TEXT_NODE ? target.parentElement : target)?.closest(live),
      ...[...addedNodes].filter((node) => node.nodeType === Node.ELEMENT_NODE && node.matches(live)),
    ]);
    for (const one of new Set(regions)) {
      const words = one && !one.closest("[aria-live=off]") && one.checkVisibility() ? one.textContent.trim() : "";
      if (words) window.spoken.push(words);
    }
  }).observe(document.querySelector(".hs"), { childList: true, characterData: true, subtree: true });
}"""


def watch(page: Page) -> None:
    page.evaluate(_WATCH)
    page.evaluate(_LISTEN)


def spoken(page: Page) -> list[str]:
    """What was spoken since this was asked last."""
    words: list[str] = page.evaluate("() => window.spoken.splice(0)")
    return words


def fallen(page: Page) -> list[str]:
    """After what the keyboard fell out of the page, since it is watched."""
    page.evaluate("() => new Promise((done) => setTimeout(done, 200))")
    found: list[str] = page.evaluate("window.fallen")
    return found


def at(page: Page) -> str:
    """The name of what has the keyboard. Labels of patients and plans are each “P”."""
    name: str = page.evaluate(_NAME)
    return re.sub(r"P-\d+", "P", name)


def stops(page: Page, key: str = "Tab") -> list[str]:
    """From where it is to the end of the page; a field of a date is one stop, though it has several inside."""
    names: list[str] = []
    for _ in range(MANY):
        page.keyboard.press(key)
        name = at(page)
        if not name:
            return names
        if names[-1:] != [name]:
            names.append(name)
    return names


def along(page: Page, key: str = "ArrowRight") -> list[str]:
    """The controls of a composite, from the one that has the keyboard on."""
    names = [at(page)]
    while True:
        page.keyboard.press(key)
        if at(page) == names[-1]:
            return names
        names.append(at(page))


def reach(page: Page, name: str, key: str = "Tab") -> int:
    """Press until the keyboard is on what is called so, or begins so; gives how often."""
    for n in range(1, MANY):
        page.keyboard.press(key)
        if at(page).startswith(name):
            return n
    raise AssertionError(f"{key} does not lead to “{name}”; it ended on “{at(page)}”.")


def saved(page: Page) -> None:
    expect(page.locator(".hs-saved")).to_have_text("Saved")
