// The player's clock: where a session stands follows from the clock alone.
import assert from "node:assert/strict";
import test from "node:test";
import { LEAP_MS, Player } from "../../session/player.js";
import { stepsOf } from "../../session/steps.js";
import { facts, lift, stretch, walk } from "./toy.js";

const STEPS = stepsOf([stretch, walk, lift], facts);
const TOTAL_S = 115 + 65 + 17;

/** @param {number} seconds */
const ms = (seconds) => seconds * 1000;

/** @param {number} index */
const start = (index) => STEPS[index]?.start_s;

/**
 * Numbers from 0 to 1 that are the same in every run.
 * @param {number} seed
 */
function chance(seed) {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

test("a session stands at its first step until it is played, and is as long as its steps", () => {
  const player = new Player(STEPS);
  assert.equal(player.total_s, TOTAL_S);
  assert.deepEqual(player.tick(ms(60)), { entered: [], slept: false });
  assert.equal(player.at_s(ms(60)), 0);
  assert.equal(player.running, false);
  assert.equal(player.left_s(ms(60)), 5);
});

test("a session without steps is done, and playing it does nothing", () => {
  const player = new Player([]);
  player.play(0);
  assert.deepEqual(
    [player.done, player.running, player.step, player.left_s(0), player.total_s],
    [true, false, null, 0, 0],
  );
});

test("however unevenly it ticks, it never drifts, and enters each step once and in order", () => {
  const player = new Player(STEPS);
  const next = chance(7);
  const began = 123_456.789;
  player.play(began);
  const entered = [];
  let now = began;
  while (!player.done) {
    now += next() * 900;
    entered.push(...player.tick(now).entered);
    const true_s = Math.min((now - began) / 1000, TOTAL_S);
    assert.ok(Math.abs(player.at_s(now) - true_s) < 1e-6);
  }
  assert.deepEqual(entered, [...STEPS.keys()].slice(1));
  assert.equal(player.running, false);
  assert.deepEqual(
    player.spent_s.map(Math.round),
    STEPS.map((step) => step.end_s - step.start_s),
  );
});

test("a hang of some seconds is made up for: the steps that went by are entered, and count in full", () => {
  const player = new Player(STEPS);
  player.play(0);
  player.tick(ms(4));
  assert.deepEqual(player.tick(ms(4) + LEAP_MS), { entered: [1], slept: false });
  assert.equal(player.at_s(ms(14)), 14);
  assert.deepEqual(player.spent_s.slice(0, 2), [5, 9]);
});

test("a leap of the clock by more than ten seconds is a machine that slept: nobody exercised, and it waits", () => {
  const player = new Player(STEPS);
  player.play(0);
  player.tick(ms(3));
  assert.deepEqual(player.tick(ms(3) + LEAP_MS + 1), { entered: [], slept: true });
  assert.deepEqual([player.running, player.at_s(ms(500)), player.index], [false, 3, 0]);
  player.play(ms(500));
  assert.equal(player.at_s(ms(501)), 4);
});

test("a pause takes no time, and what is paused or played twice stays so", () => {
  const player = new Player(STEPS);
  player.play(0);
  player.tick(ms(6));
  assert.equal(player.left_s(ms(6)), 9);
  player.pause(ms(7));
  player.pause(ms(8));
  assert.deepEqual([player.running, player.at_s(ms(9)), player.left_s(ms(9)), player.index], [false, 7, 8, 1]);
  player.play(ms(100));
  player.play(ms(103));
  assert.equal(player.at_s(ms(104)), 11);
});

test("a step counts the longest that it ran in one go, not all its goes together", () => {
  const player = new Player(STEPS);
  player.play(0);
  player.next(0);
  player.tick(ms(6));
  player.back(ms(6));
  player.tick(ms(6 + 4));
  assert.equal(player.spent_s[1], 6);
});

test("next goes to the start of the next step, running or not", () => {
  const player = new Player(STEPS);
  player.next(0);
  assert.deepEqual([player.index, player.at_s(99), player.running], [1, start(1), false]);
  player.play(0);
  player.next(ms(1));
  assert.deepEqual([player.index, player.at_s(ms(1)), player.running], [2, start(2), true]);
});

test("back within the first two seconds goes to the step before, later to the start of the same", () => {
  const player = new Player(STEPS);
  player.to(2, 0);
  player.play(0);
  player.back(ms(2));
  assert.equal(player.index, 1);
  player.tick(ms(4.1));
  player.back(ms(4.1));
  assert.deepEqual([player.index, player.at_s(ms(4.1))], [1, start(1)]);
  player.to(0, ms(5));
  player.back(ms(5));
  assert.equal(player.index, 0);
});

test("whoever presses next at the very end of a step means that step, not the one that has just begun", () => {
  const player = new Player(STEPS);
  player.play(0);
  player.tick(ms(4.9));
  player.next(ms(5.1));
  assert.equal(player.index, 1);
});

test("after a hang over several steps, next means none of those that went by: it stays where the clock is", () => {
  const player = new Player(stepsOf([lift], facts));
  player.to(1, 0);
  player.play(0);
  player.next(ms(9));
  assert.equal(player.index, 3);
});

test("whoever presses back at the very end of a step starts that step again, though the next one has begun", () => {
  const player = new Player(STEPS);
  player.play(0);
  player.tick(ms(4.9));
  player.back(ms(5.1));
  assert.deepEqual([player.index, player.at_s(ms(5.1))], [0, 0]);
});

test("skip goes to the next exercise, and from the last one to the end", () => {
  const player = new Player(STEPS);
  player.play(0);
  player.tick(ms(6));
  player.skip(ms(6));
  assert.deepEqual([player.step?.item, player.step?.kind, player.at_s(ms(6))], ["i2", "setup", 115]);
  player.skip(ms(7));
  assert.equal(player.step?.item, "i3");
  player.skip(ms(8));
  assert.deepEqual([player.done, player.running, player.at_s(ms(9)), player.left_s(ms(9))], [true, false, TOTAL_S, 0]);
});

test("the last exercise is the one after which no other comes", () => {
  const player = new Player(STEPS);
  const last = STEPS.map((step, n) => {
    player.to(n, 0);
    return [step.item, player.isLast];
  });
  assert.deepEqual(
    last,
    STEPS.map(({ item }) => [item, item === "i3"]),
  );
});

test("what was jumped over has not run", () => {
  const player = new Player(STEPS);
  player.play(0);
  player.skip(ms(2));
  assert.deepEqual(
    player.spent_s,
    STEPS.map((_, n) => (n === 0 ? 2 : 0)),
  );
});

test("a jump past the end ends the session, and nothing plays it again", () => {
  const player = new Player(STEPS);
  player.to(STEPS.length + 5, 0);
  player.play(0);
  assert.deepEqual([player.index, player.running, player.done], [STEPS.length, false, true]);
});
