// One bundle a page, of the modules in its folder and in shared/. `npm run build` writes them into the kit, where they are
// committed: whoever uses the kit needs no Node. The text can be read, so that a change can be followed where it arrives.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
const KIT = join(HERE, "..", "kit");

/** What tests/test_bundles.py holds the bundles against, without Node. */
const RECORD = join(HERE, "bundles.json");

/**
 * @typedef {object} Page
 * @property {string} folder its modules; the first one to run is `page.js`
 * @property {string} target the bundle, within kit/
 * @property {"esm" | "iife"} format
 */

/** @type {readonly Page[]} */
export const PAGES = [
  { folder: "app", target: "lab/labextension/static/remoteEntry.js", format: "iife" },
  { folder: "planner", target: "ui/static/planner.js", format: "esm" },
  { folder: "caseload", target: "ui/static/caseload.js", format: "esm" },
  { folder: "followup", target: "ui/static/followup.js", format: "esm" },
  { folder: "library", target: "ui/static/library.js", format: "esm" },
  { folder: "session", target: "handouts/page/static/session.js", format: "esm" },
];

/** @type {{ charset: "utf8", legalComments: "none", target: string }} */
const SAID = { charset: "utf8", legalComments: "none", target: "es2022" };

/**
 * The bundle as it has to stand in the kit: one statement a line, names as in the sources, no comments.
 * @param {Page} page
 */
export async function bundle({ folder, format }) {
  const entry = `${folder}/page.js`;
  const options = { ...SAID, absWorkingDir: HERE, bundle: true, entryPoints: [entry], format };
  const made = await build({ ...options, minifyWhitespace: true, write: false });
  const { code } = await transform(made.outputFiles[0]?.text ?? "", SAID);
  const text = code.replace(/^(?: {2})+/gm, (indent) => "\t".repeat(indent.length / 2));
  if ((await bare(text)) !== (await bare(code))) throw new Error(`${entry} has a text of several lines.`);
  return `// Made of js/${folder}/ and js/shared/ by "npm run build" in js/.\n${text}`;
}

/**
 * The same program without a space too many.
 * @param {string} text
 */
async function bare(text) {
  return (await transform(text, { ...SAID, minifyWhitespace: true })).code;
}

/**
 * Where the bundle stands in the kit.
 * @param {Page} page
 */
export function targetOf({ target }) {
  return join(KIT, target);
}

/**
 * The bundle as it stands in the kit; lines end in one sign on every system.
 * @param {Page} page
 */
export function standing(page) {
  return plain(readFileSync(targetOf(page), "utf8"));
}

/** @param {string} text */
function plain(text) {
  return text.replaceAll("\r\n", "\n");
}

/**
 * One hash of all modules that a page may be made of.
 * @param {Page} page
 */
function sources({ folder }) {
  const hash = createHash("sha256");
  for (const path of [...modules(folder), ...modules("shared")]) {
    hash.update(`${relative(HERE, path).split(sep).join("/")}\n${plain(readFileSync(path, "utf8"))}\n`);
  }
  return hash.digest("hex");
}

/**
 * @param {string} folder
 * @returns {string[]} its modules, in the order of their names
 */
function modules(folder) {
  const there = existsSync(join(HERE, folder)) ? readdirSync(join(HERE, folder)) : [];
  const names = there.filter((name) => name.endsWith(".js")).sort();
  return names.map((name) => join(HERE, folder, name));
}

async function main() {
  /** @type {Record<string, { folder: string, sources: string, bundle: string }>} */
  const record = {};
  for (const page of PAGES) {
    const text = await bundle(page);
    writeFileSync(targetOf(page), text);
    const hash = createHash("sha256").update(text).digest("hex");
    record[`kit/${page.target}`] = { folder: page.folder, sources: sources(page), bundle: hash };
    console.log(`kit/${page.target}: ${Buffer.byteLength(text)} bytes`);
  }
  writeFileSync(RECORD, `${JSON.stringify(record, null, 2)}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
