// `diary.csv`: written exactly as the kit writes a blank one, and read back from an earlier export.
const ANY_NUMBER = ["pain_before", "pain_worst", "pain_after", "pain_next_morning", "effort"];

// A spreadsheet shows such a cell as text and never runs it.
function safeCell(facts, text) {
  const bare = text.replace(/^'+/, "");
  return facts.formula_starts.some((start) => bare.startsWith(start)) ? `'${text}` : text;
}

function unsafeCell(facts, cell) {
  return cell.startsWith("'") && safeCell(facts, cell) !== cell ? cell.slice(1) : cell;
}

function csvLine(cells) {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")}\r\n`;
}

function diaryCsv(facts, diary) {
  const held = new Map(diary.rows.map((row) => [Diary.key(row), row]));
  const line = (item, side, week, date, slot, row) => {
    const told = { plan_code: facts.plan_code, plan_id: facts.plan_id, plan_version: `${facts.plan_version}`, item_id: item.item, week: week ? `${week}` : "",
      date: row?.date || date, slot: `${slot}`, exercise_id: item.exercise_id, exercise: item.exercise, side, prescribed: item.prescribed };
    for (const name of facts.answers) told[name] = row?.[name] ?? "";
    return csvLine(facts.columns.map((name) => safeCell(facts, String(told[name]))));
  };
  let text = csvLine(facts.columns);
  for (const [week, date, slot, group] of facts.slots) {
    for (const item of facts.groups[group].map((n) => facts.items[n])) {
      for (const side of item.sides) {
        const key = Diary.key({ free: !date, week, date, slot, item: item.item, side });
        text += line(item, side, week, date, slot, held.get(key));
        held.delete(key);
      }
    }
  }
  for (const row of held.values()) { // sessions beyond what was planned
    const item = facts.items.find((one) => one.item === row.item);
    if (item) text += line(item, row.side, row.week, row.date, row.slot, row);
  }
  return `\ufeff${text}`;
}

// Records of cells, quotation marks understood.
function csvRecords(text, separator) {
  const records = [[""]];
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i], record = records[records.length - 1], last = record.length - 1;
    if (quoted && sign === '"' && text[i + 1] === '"') { record[last] += '"'; i += 1; }
    else if (sign === '"' && (quoted || record[last] === "")) quoted = !quoted;
    else if (!quoted && sign === separator) record.push("");
    else if (!quoted && (sign === "\n" || sign === "\r")) { if (record.length > 1 || record[0]) records.push([""]); }
    else record[last] += sign;
  }
  return records.filter((record) => record.length > 1);
}

// Take in the rows of an earlier export. What is here already stays. Says how many were {taken, kept, refused}.
function mergeCsv(facts, diary, text) {
  const bare = text.replace(/^\ufeff/, "");
  const [names = [], ...records] = csvRecords(bare, bare.split("\n")[0].includes(";") ? ";" : ",");
  const here = new Set(diary.rows.map(Diary.key)), told = { taken: 0, kept: 0, refused: 0 };
  for (const record of records) {
    const cells = Object.fromEntries(names.map((name, i) => [name, unsafeCell(facts, (record[i] ?? "").trim()).trim()]));
    cells.status = statusOf(facts, cells.status ?? "");
    if (cells.status === "" && !facts.answers.some((name) => cells[name])) continue;
    const row = rowOf(facts, cells);
    if (!row) { told.refused += 1; continue; }
    if (here.has(Diary.key(row))) { told.kept += 1; continue; }
    here.add(Diary.key(row));
    diary.rows.push(row);
    told.taken += 1;
  }
  diary.save();
  return told;
}

// A status in any spelling that the kit reads; undefined where it is none.
function statusOf(facts, cell) {
  const plain = cell.toLowerCase().replace(/[\s_\ufe0e\ufe0f-]+/g, " ").trim();
  if (!plain) return "";
  return Object.hasOwn(facts.status_words, plain) ? facts.status_words[plain] : undefined;
}

function rowOf(facts, cells) {
  const item = facts.items.find((one) => one.item === cells.item_id);
  const ours = item && cells.plan_code === facts.plan_code && Number(cells.plan_version) === facts.plan_version;
  const right = ours && item.sides.includes(cells.side) && /^\d{4}-\d\d-\d\d$/.test(cells.date) && /^[1-9]\d?$/.test(cells.slot)
    && ["done", "partial", "not_done", ""].includes(cells.status) && ANY_NUMBER.every((name) => /^(|\d|10)$/.test(cells[name] ?? ""));
  if (!right) return null;
  const answers = Object.fromEntries(facts.answers.map((name) => [name, plainText(cells[name] ?? "")]).filter(([, text]) => text));
  return { item: item.item, side: cells.side, date: cells.date, week: Number(cells.week) || null, slot: Number(cells.slot), free: item.free, ...answers };
}
