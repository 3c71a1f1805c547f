// CSV: lines as the kit writes them, records as any spreadsheet does.

/**
 * One line, with quotation marks where a cell needs them.
 * @param {readonly string[]} cells
 */
export function csvLine(cells) {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")}\r\n`;
}

/**
 * Records of cells, quotation marks understood; a comma or a semicolon parts them, whichever the first line has.
 * @param {string} text
 */
export function csvRecords(text) {
  const bare = text.replace(/^\ufeff/, "");
  const separator = (bare.split("\n")[0] ?? "").includes(";") ? ";" : ",";
  /** @type {string[][]} */
  const records = [];
  /** @type {string[]} */
  let record = [];
  let cell = "";
  let quoted = false;
  const endCell = () => {
    record.push(cell);
    cell = "";
  };
  const endRecord = () => {
    endCell();
    if (record.length > 1) records.push(record);
    record = [];
  };
  for (let i = 0; i < bare.length; i += 1) {
    const sign = bare.charAt(i);
    if (quoted && sign === '"' && bare[i + 1] === '"') {
      cell += '"';
      i += 1;
    } else if (sign === '"' && (quoted || cell === "")) quoted = !quoted;
    else if (quoted) cell += sign;
    else if (sign === separator) endCell();
    else if (sign === "\n" || sign === "\r") endRecord();
    else cell += sign;
  }
  endRecord();
  return records;
}

/**
 * A cell that a spreadsheet shows as text and never runs.
 * @param {string} text
 * @param {readonly string[]} starts what a spreadsheet takes for the start of a formula
 */
export function safeCell(text, starts) {
  const bare = text.replace(/^'+/, "");
  return starts.some((start) => bare.startsWith(start)) ? `'${text}` : text;
}

/**
 * The text that `safeCell` was given.
 * @param {string} cell
 * @param {readonly string[]} starts
 */
export function unsafeCell(cell, starts) {
  return cell.startsWith("'") && safeCell(cell, starts) !== cell ? cell.slice(1) : cell;
}
