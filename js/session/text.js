// What a person typed.

export const TEXT_MAX = 2000;

/** Cannot be seen, or turns the reading direction. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/**
 * A typed text as one line.
 * @param {string} text
 */
export function plainText(text) {
  return text.replace(/\s+/g, " ").replace(UNSEEN, "").trim().slice(0, TEXT_MAX);
}
