// The paper diary, typed in: the sheet, the keys as buttons, who types, and the note of a day.
import { button, choices, field, fresh, h, line } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { PAUSE_MS, tellAll, typed } from "../shared/typed.js";
import { beginning, paper } from "./boxes.js";
import { grid } from "./grid.js";
import { keypad } from "./keypad.js";
import { writer } from "./writer.js";

/** @import { Hands } from "./hands.js" */
/** @import { keptPlace } from "./kept.js" */
/** @import { Cells, Chosen, Sheet } from "./messages.js" */

/** @param {() => void} toggle @param {(version: number) => void} show */
function frameOf(toggle, show) {
  const id = `fu-typing-${fresh()}`;
  const by = line();
  const version = h("select", {}, ...choices([]));
  version.addEventListener("change", () => show(Number(version.value)));
  const versions = field("Sheet of", version);
  const beside = h("p", { class: "hs-quiet" });
  const place = h("div", {});
  const body = h(
    "div",
    { id, hidden: true, class: "fu-typing-body" },
    h("div", { class: "hs-row" }, field("Typed in by", by), versions),
    beside,
    place,
  );
  const opener = button("Type in a paper diary", toggle, { "aria-expanded": "false", "aria-controls": id });
  const props = { class: "hs-panel fu-typing", "aria-label": "Paper diary", hidden: true };
  const node = h("section", props, h("h2", {}, "Paper diary"), body);
  return { by, version, versions, beside, place, body, opener, node };
}

/**
 * @param {Hands} hands
 * @param {HTMLElement} saved says whether all that was typed is kept
 * @param {ReturnType<typeof keptPlace>} kept where the sheet that is open is kept
 */
export function typingPanel(hands, saved, kept) {
  const toggle = () => {
    set(body.hasAttribute("hidden"));
    if (body.hidden) kept.leave();
  };
  const frame = frameOf(toggle, (version) => hands.send({ do: "show", version }));
  const { by, version, versions, beside, place, body, opener, node } = frame;
  const on = paper();
  /** @type {ReturnType<typeof sheetPart> | null} */
  let part = null;
  let shown = { code: "", version: 0 };
  /** @param {boolean} open */
  const set = (open) => {
    node.hidden = body.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
    opener.textContent = open ? "Close the sheet" : "Type in a paper diary";
    if (open) {
      if (by.value) part?.begin();
      else by.focus(); // nothing is taken without a name
      kept.at(shown);
    } else part?.flush();
  };
  const drawSheet = whenNew((/** @type {Sheet} */ sheet) => {
    part?.flush();
    part = sheetPart(sheet, on, hands, () => by.value);
    part.node.querySelector(".fu-now")?.append(saved);
    place.replaceChildren(part.node);
    version.replaceChildren(...choices(sheet.versions));
    version.value = String(sheet.version);
    versions.hidden = sheet.versions.length < 2;
    opener.hidden = !sheet.weeks.length;
    if (opener.hidden) set(false);
    shown = { code: sheet.code, version: sheet.version };
    if (!body.hidden) kept.at(shown);
    beside.textContent = sheet.beside;
    beside.hidden = !sheet.beside;
  });
  let whose = "";
  let wanted = ""; // the code of the plan whose sheet is to be opened again
  /** @param {Chosen | null} chosen @param {Sheet} sheet @param {Cells} cells */
  const draw = (chosen, sheet, cells) => {
    if (chosen && whose !== chosen.code) {
      set(false);
      if (!wanted) kept.leave();
      by.value = chosen.by;
    }
    if (whose && !chosen) kept.leave();
    whose = chosen?.code ?? "";
    drawSheet(sheet);
    on.lay(cells);
    part?.draw();
    if (!wanted || wanted !== chosen?.code || sheet.code !== wanted) return;
    wanted = "";
    set(true);
  };
  /** @param {string} code */
  const reopen = (code) => {
    wanted = code;
  };
  const flush = () => {
    tellAll();
    part?.flush();
  };
  return { node, opener, draw, reopen, flush };
}

/**
 * One sheet and who writes on it.
 * @param {Sheet} sheet
 * @param {ReturnType<typeof paper>} on
 * @param {Hands} hands
 * @param {() => string} by
 */
function sheetPart(sheet, on, { send, say }, by) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;
  const hand = writer(sheet, on, {
    keep: (typed) =>
      send({ do: "type", code: sheet.code, version: sheet.version, by: by(), typed: typed.map((one) => ({ ...one })) }),
    typing: () => {
      clearTimeout(pause);
      pause = setTimeout(hand.flush, PAUSE_MS);
      drawn.node.dispatchEvent(new CustomEvent("hs-typing", { bubbles: true }));
    },
    note: (text) => {
      const cell = drawn.here(hand);
      const box = hand.box();
      if (cell && box) noteField(cell, { text: text || on.at(box), was: on.at(box) }, hand, again);
    },
    say,
  });
  const again = () => {
    drawn.draw(hand);
    drawn.focus(hand);
    pad.draw(hand.box());
  };
  const drawn = grid(sheet, on, (at) => {
    hand.go(at);
    drawn.draw(hand);
    pad.draw(hand.box());
  });
  const pad = keypad((deed) => {
    hand.act(deed);
    if (deed.do !== "write") again();
  });
  drawn.node.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || target instanceof HTMLInputElement) return;
    if (!hand.key(key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (!drawn.node.querySelector(".fu-note-field")) again();
  });
  drawn.node.addEventListener("focusout", hand.finish);
  const node = h("div", { class: "fu-desk" }, pad.node, drawn.node);
  return {
    node,
    draw: () => drawn.draw(hand),
    flush: hand.finish,
    begin: () => {
      hand.go(beginning(sheet, on));
      again();
    },
  };
}

/**
 * The note of a day, written in its box and kept while it is written: Enter goes on, Escape leaves it as it was.
 * @param {HTMLElement} cell
 * @param {{ text: string, was: string }} note
 * @param {ReturnType<typeof writer>} hand
 * @param {() => void} again
 */
function noteField(cell, { text, was }, hand, again) {
  let open = true;
  /** @param {boolean} keep */
  const close = (keep) => {
    if (!open) return;
    open = false;
    input.remove();
    hand.noted(keep ? input.value.trim() : was);
  };
  const name = hand.box()?.spoken ?? "Note";
  const props = { type: "text", class: "fu-note-field", "aria-label": name, maxlength: 500, onblur: () => close(true) };
  const input = typed(h("input", props), (value) => {
    if (open) hand.noted(value.trim());
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    close(event.key === "Enter");
    if (event.key === "Enter") hand.next();
    again();
  });
  input.value = text;
  cell.append(input);
  input.focus();
}
