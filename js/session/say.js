// The sentences of the page, in the plan's language.

/** @import { Sentence } from "./sentences.js" */

/** @type {Record<string, string>} */
let known = {};

/**
 * Take the sentences that Python wrote into the page.
 * @param {Record<string, string>} words
 */
export function learn(words) {
  known = words;
}

/**
 * A sentence with its blanks filled in; a blank without a value stays as it is.
 * @param {Sentence} key
 * @param {Record<string, string | number>} [values]
 */
export function say(key, values = {}) {
  const sentence = known[key];
  if (sentence === undefined) throw new Error(`The page has no sentence ${key}.`);
  return sentence.replace(/\{([a-z]+)\}/g, (blank, name) => (name in values ? `${values[name]}` : blank));
}

/**
 * Sentences one after the other: with a space between them, where the language has any.
 * @param {...string} sentences
 */
export function prose(...sentences) {
  return sentences.join(say("mark.prose"));
}
