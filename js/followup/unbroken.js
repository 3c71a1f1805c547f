// Numbers stay with their unit, and a dose in one piece: no line of the page ends within "76 %" or "3 × 30 s".

const KEYS = new Set(["figure", "before_figure", "after_figure", "sessions_figure", "key", "code"]); // what goes back as it came

/**
 * The text with no-break spaces in its numbers.
 * @param {string} text
 */
export function unbroken(text) {
  return text.replace(/(?<=\d) (?=(?:%|×|s|kg|min|of \d)(?![a-z]))|(?<=×) (?=\d)/g, "\u00a0");
}

/**
 * The same for each text in plain data, but for keys.
 * @template Data
 * @param {Data} data
 * @returns {Data}
 */
export function allUnbroken(data) {
  return JSON.parse(JSON.stringify(data), (name, value) =>
    typeof value === "string" && !KEYS.has(name) ? unbroken(value) : value,
  );
}
