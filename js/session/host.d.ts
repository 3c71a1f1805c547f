/** The page as its screens see it. */

import type { Diary } from "./diary.js";
import type { Facts } from "./facts.js";
import type { Held, Run, Sitting, Switch } from "./types.js";
import type { Voice } from "./voice.js";

export type Screen = "session" | "plan" | "diary";

/** What the screens ask of the page round them. */
export interface Page {
  readonly facts: Facts;
  readonly title: string;
  readonly diary: Diary;
  readonly voice: Voice;
  /** The boxes of the plan that say when to get help. */
  readonly tiers: readonly HTMLElement[];
  readonly pains: readonly HTMLElement[];
  now(): Date;
  today(): string;
  choice(name: Switch): boolean;
  choose(name: Switch, is: boolean): void;
  show(name: Screen, said?: string): void;
  play(sitting: Sitting, before: string): void;
  resume(held: Held): void;
  tell(held: Held): void;
  finish(sitting: Sitting, run: Run | null, before: string, form?: readonly string[]): void;
  help(): Promise<string | null>;
  warmUp(): HTMLElement;
  /** How to reach the clinic. */
  contact(): HTMLElement;
  /** Show the warning signs that are still open, and no others. */
  attend(): void;
}
