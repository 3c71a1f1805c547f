// The browser's storage, and what lies in it.
import assert from "node:assert/strict";
import test from "node:test";
import { dayInWords } from "../../session/days.js";
import { Diary } from "../../session/diary.js";
import { earlierOf } from "../../session/earlier.js";
import { keptIn, keptText } from "../../session/kept.js";
import { shelf } from "../../session/storage.js";
import { facts, memory } from "./toy.js";

/** @import { Held, Kept, Row, Store } from "../../session/types.js" */

/** @returns {Store & { held: Map<string, string> }} */
function storage() {
  const held = new Map();
  return {
    held,
    get length() {
      return held.size;
    },
    key: (n) => [...held.keys()][n] ?? null,
    getItem: (name) => held.get(name) ?? null,
    setItem: (name, text) => void held.set(name, text),
    removeItem: (name) => void held.delete(name),
  };
}

/** @returns {never} */
function refuse() {
  throw new Error("The browser refuses.");
}

test("a shelf reads what was written under its own name, and clears that alone", () => {
  const store = storage();
  const [own, other] = [shelf("own", () => store), shelf("other", () => store)];
  assert.equal(own.read(), null);
  assert.equal(own.write("text"), true);
  other.write("theirs");
  assert.equal(own.read(), "text");
  own.clear();
  assert.deepEqual([...store.held], [["other", "theirs"]]);
  assert.equal(own.kept, true);
});

test("a browser that refuses to read, write or clear is told by `kept`, for good, and raises nothing", () => {
  for (const barred of /** @type {const} */ (["getItem", "setItem", "removeItem"])) {
    const store = storage();
    const place = shelf("own", () => ({ ...store, [barred]: refuse }));
    place.read();
    assert.equal(place.write("text"), barred === "removeItem");
    place.clear();
    assert.equal(place.kept, false, barred);
    assert.equal(place.write("again"), false);
  }
});

test("a browser that has no storage at all is one that refuses", () => {
  const place = shelf("own", refuse);
  assert.deepEqual([place.read(), place.write("text"), place.kept], [null, false, false]);
});

test("a diary comes back as it was kept: rows, the session that is open, and the choices", () => {
  const place = memory();
  const diary = new Diary(facts, place);
  diary.choices.voice = true;
  diary.rows.push({ item: "i1", side: "left", date: "2026-06-01", week: 1, slot: 1, status: "done" });
  diary.save();
  const again = new Diary(facts, memory(place.text));
  assert.deepEqual([again.rows, again.open, again.choices], [diary.rows, null, { voice: true }]);
  assert.equal(JSON.parse(place.text ?? "").format, 1);
});

test("a text that is not ours under our name is an empty diary, and is set aside", () => {
  for (const text of ["no", "[]", "null", '{"rows": 5}', "{", '"rows"', '{"format":2,"rows":[]}']) {
    const diary = new Diary(facts, memory(text));
    assert.deepEqual([diary.rows, diary.open, diary.choices, diary.place.asides()], [[], null, {}, [text]], text);
  }
});

test("a diary that is deleted is gone from the place too, and the choices of the device stay", () => {
  const place = memory();
  const diary = new Diary(facts, place);
  diary.choices.sound = false;
  diary.rows.push({ item: "i1", side: "left", date: "2026-06-01", week: 1, slot: 1, status: "done" });
  diary.clear();
  assert.deepEqual([diary.rows, diary.open, place.text, diary.choices], [[], null, null, { sound: false }]);
});

/** @type {Row} */
const ROW = { item: "i1", side: "left", date: "2026-06-01", week: 1, slot: 1, status: "done", note: "ok" };
/** @type {Kept} */
const WHOLE = {
  rows: [ROW, { ...ROW, side: "right", asked: true, dealt: false }],
  open: {
    day: "2026-06-01",
    sitting: { day: "2026-06-01", week: 1, number: 1, planned: ["i1"] },
    items: ["i1", "i3"],
    before: "",
    started: "2026-06-01T09:00:00.000Z",
    spent: [5, 3.25],
    index: 1,
    reasons: { i1: "It hurt" },
    by_hand: true,
    form: ["x", "", "calf"],
  },
  choices: { wait: false },
  saved: "2026-06-01T10:00:00+01:00",
};

test("what was kept comes back whole, and nothing of it is set aside", () => {
  const { sound, ...held } = keptIn(keptText(WHOLE), facts);
  assert.deepEqual([held, sound], [WHOLE, true]);
  assert.deepEqual(new Diary(facts, memory(keptText(WHOLE))).place.asides(), []);
});

test("whatever one value of a kept diary turns into, the sound rows stay, and the text is set aside as it was", () => {
  const WRONG = [null, 5, -1, "x", "", [], [null], {}, true, "2026-99-99"];
  /**
   * Every copy of `value` in which one value within it is another.
   * @param {unknown} value
   * @returns {unknown[]}
   */
  function broken(value) {
    if (typeof value !== "object" || value === null) return WRONG;
    const parts = Object.entries(value);
    const within = parts.flatMap(([name, part]) =>
      broken(part).map((other) =>
        Array.isArray(value) ? value.map((one, n) => (`${n}` === name ? other : one)) : { ...value, [name]: other },
      ),
    );
    return [...WRONG, ...within];
  }
  let damaged = 0;
  for (const other of broken({ format: 1, ...WHOLE })) {
    const text = JSON.stringify(other);
    const place = memory(text);
    const diary = new Diary(facts, place);
    const again = new Diary(facts, memory(place.text));
    assert.equal(again.damaged, false, text);
    assert.deepEqual([again.rows, again.open], [diary.rows, diary.open]);
    assert.deepEqual(place.asides(), diary.damaged ? [text] : [], text);
    for (const row of diary.rows) assert.ok(dayInWords(row.date, "en-GB"));
    if (diary.damaged) damaged += 1;
  }
  assert.ok(damaged > 300, `${damaged}`);
});

test("one row that is none costs itself alone; a session that cannot go on costs no row", () => {
  const text = JSON.stringify({ format: 1, rows: [null, ROW], open: 5, choices: {}, saved: "" });
  const diary = new Diary(facts, memory(text));
  assert.deepEqual([diary.rows, diary.open, diary.damaged, diary.place.asides()], [[ROW], null, true, [text]]);
});

test("nothing is set aside twice, nothing over another, and deleting takes it all", () => {
  const store = storage();
  const place = shelf("own", () => store);
  for (const text of ["one", "two", "one"]) place.setAside(text);
  assert.deepEqual(place.asides(), ["one", "two"]);
  place.write("text");
  place.clear();
  assert.deepEqual([...store.held], []);
});

test("what cannot be set aside is not written over: a full browser keeps the damaged text as it was", () => {
  const store = storage();
  store.setItem("own", "damaged");
  const full = {
    ...store,
    setItem: (/** @type {string} */ name, /** @type {string} */ text) =>
      name === "own" ? store.setItem(name, text) : refuse(),
  };
  const place = shelf("own", () => full);
  const diary = new Diary(facts, place);
  diary.rows.push(ROW);
  assert.equal(diary.save(), false);
  assert.deepEqual([...store.held], [["own", "damaged"]]);
});

test("a warning sign is open until it is dealt with, also when it was taken in or said without saying which", () => {
  const head = { ...ROW, logged_at: "2026-06-01T10:00:00+01:00" };
  const diary = new Diary(facts, memory());
  diary.rows = [
    { ...head, help_sign: "yes: You faint." },
    { ...head, slot: 2, help_sign: "no" },
    { ...head, slot: 3 },
    { ...head, date: "2026-06-02", logged_at: "2026-06-02T10:00:00+01:00", help_sign: "yes" },
  ];
  assert.deepEqual(
    diary.openSigns().map((row) => row.date),
    ["2026-06-02", "2026-06-01"],
  );
  for (const row of diary.openSigns()) row.dealt = true;
  diary.save();
  assert.deepEqual(new Diary(facts, memory(diary.place.read())).openSigns(), []);
});

test("sessions are on this device alone until the file went out after them", () => {
  const diary = new Diary(facts, memory());
  diary.rows = ["2026-06-01T10:00:00+01:00", "2026-06-03T10:00:00+01:00"].map((logged_at, n) => ({
    ...ROW,
    slot: n + 1,
    logged_at,
  }));
  assert.equal(diary.onlyHere(), 2);
  diary.saved = "2026-06-01T10:00:00+01:00";
  assert.equal(diary.onlyHere(), 1);
});

test("a row or an open session with one part that cannot be is none", () => {
  const open = /** @type {Held} */ (WHOLE.open);
  const rows = [
    { week: "1" },
    { week: 0 },
    { slot: 0 },
    { slot: 1.5 },
    { side: "both" },
    { item: "i9" },
    { date: "1 June" },
    { status: "maybe" },
    { note: 5 },
    { asked: "yes" },
    { dealt: 1 },
  ];
  for (const wrong of rows) {
    const held = keptIn(JSON.stringify({ format: 1, ...WHOLE, rows: [{ ...ROW, ...wrong }] }), facts);
    assert.deepEqual([held.rows, held.sound], [[], false], JSON.stringify(wrong));
  }
  const sittings = [{ day: "" }, { week: "x" }, { number: 0 }, { planned: [1] }].map((wrong) => ({
    sitting: { ...open.sitting, ...wrong },
  }));
  const others = [
    { day: 5 },
    { items: [] },
    { items: ["i9"] },
    { before: null },
    { started: "soon" },
    { spent: ["5"] },
    { spent: Array(99).fill(1) },
    { index: 99 },
    { index: -1 },
    { reasons: { i1: 5 } },
    { by_hand: "yes" },
    { form: "x" },
    { form: [5] },
  ];
  for (const wrong of [...sittings, ...others]) {
    const held = keptIn(JSON.stringify({ format: 1, ...WHOLE, open: { ...open, ...wrong } }), facts);
    assert.deepEqual([held.open, held.sound, held.rows], [null, false, WHOLE.rows], JSON.stringify(wrong));
  }
});

const AT = "2026-06-01T10:00:00+01:00";
/** @type {Row} */
const SIGN = { item: "i9", side: "both", date: "2026-06-01", week: 1, slot: 1, logged_at: AT, help_sign: "yes: calf" };

/**
 * A storage with the diary of this version and of others.
 * @param {Record<string, unknown>} others by their names
 */
function besides(others) {
  const store = storage();
  for (const [name, held] of Object.entries(others)) store.setItem(name, JSON.stringify(held));
  return {
    store,
    diary: new Diary(
      facts,
      memory(),
      earlierOf("homestretch C ", "homestretch C 2 b", () => store),
    ),
  };
}

test("a warning sign told to another version of the plan is open here too, until it is dealt with, for both", () => {
  const name = "homestretch C 1 a";
  const { store, diary } = besides({ [name]: { format: 1, rows: [SIGN], saved: "" } });
  assert.deepEqual(diary.openSigns(), [SIGN]);
  const [sign] = diary.openSigns();
  if (sign) diary.deal(sign);
  assert.deepEqual(diary.openSigns(), []);
  assert.equal(JSON.parse(store.getItem(name) ?? "").rows[0].dealt, true);
});

test("what another version holds and nobody has sent is known; what went out since is not told", () => {
  const [sent, unsent] = [
    { format: 1, rows: [SIGN], saved: AT },
    { format: 1, rows: [{ ...SIGN, help_sign: "" }], saved: "2026-05-31T10:00:00+01:00" },
  ];
  const { diary } = besides({ "homestretch C 1 a": unsent, "homestretch C 3 c": sent });
  assert.deepEqual(
    diary.earlier.map(({ version, isUnsent }) => [version, isUnsent]),
    [
      ["3", false],
      ["1", true],
    ],
  );
});

test("other plans, this version itself, what was set aside and what is no diary are not other versions", () => {
  const rows = { format: 1, rows: [SIGN], saved: "" };
  const names = ["homestretch D 1 a", "homestretch C 2 b", "homestretch C 1 a aside 1", "homestretch CC 1 a"];
  const { diary } = besides(Object.fromEntries(names.map((name) => [name, rows])));
  assert.deepEqual(diary.earlier, []);
  assert.deepEqual(besides({ "homestretch C 1 a": ["text"] }).diary.earlier, []);
  assert.deepEqual(
    earlierOf("homestretch C ", "", () => refuse()),
    [],
  );
});

test("another version that cannot be read hides no sign of a third one", () => {
  const { store } = besides({ "homestretch C 1 a": { format: 1, rows: [SIGN], saved: "" } });
  store.setItem("homestretch C 3 c", "no {");
  const diary = new Diary(
    facts,
    memory(),
    earlierOf("homestretch C ", "", () => store),
  );
  assert.deepEqual(diary.openSigns(), [SIGN]);
});
