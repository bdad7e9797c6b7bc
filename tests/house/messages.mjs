// Every message that the code says exists, in every language, with the same placeholders; and no key stands twice.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { samrum } from "../lib/served.mjs";

const files = (root, ends) =>
  readdirSync(root, { withFileTypes: true }).flatMap((entry) => {
    const path = join(root, entry.name);
    if (entry.isDirectory()) return files(path, ends);
    return ends.some((end) => path.endsWith(end)) ? [path] : [];
  });

/// The argument names of an ICU message, at any depth, sorted.
function placeholders(message) {
  const names = new Set();
  const text = message.replace(/'[{}][^']*'/g, "");
  let at = 0;
  // A message up to its closing brace; its arguments are `{name}`, `{name, type, style}` or `{name, plural, one {…} other {…}}`.
  const readMessage = () => {
    for (; at < text.length && text[at] !== "}"; at++)
      if (text[at] === "{") {
        at++;
        readArgument();
      }
  };
  const readArgument = () => {
    const [, name, type] = /^\s*(\w+)\s*(?:,\s*(\w+))?/.exec(text.slice(at)) ?? [];
    names.add(name);
    const nests = ["plural", "select", "selectordinal"].includes(type);
    for (; at < text.length && text[at] !== "}"; at++)
      if (nests && text[at] === "{") {
        at++;
        readMessage();
      }
  };
  readMessage();
  return [...names].sort().join(" ");
}

/// Keys in places where only a message key can stand.
const kUses = [
  /\b(?:words|say)\(\s*"([a-z0-9_]+(?:\.[a-z0-9_]+)+)"(?!\s*\+)/g,
  /\bproblem\((?:[^()"]|"[^"]*"|\([^()]*\))*?,\s*"([a-z0-9_]+(?:\.[a-z0-9_]+)+)"/g,
  /\bdone\([^;]*?,\s*"([a-z0-9_]+(?:\.[a-z0-9_]+)+)"\)/g,
];

function used() {
  const keys = new Map();
  for (const file of files("src", [".cpp", ".hpp"])) {
    if (file.endsWith("_test.cpp")) continue;
    const source = readFileSync(file, "utf8").replace(/^\s*\/\/.*$/gm, "");
    for (const use of kUses) for (const [, key] of source.matchAll(use)) keys.set(key, file);
  }
  return keys;
}

/// The kinds of change that the code writes into journals: the administrator reads them in words.
function journaled() {
  const kinds = new Map();
  for (const file of files("src", [".cpp"])) {
    if (file.endsWith("_test.cpp")) continue;
    const source = readFileSync(file, "utf8").replace(/^\s*\/\/.*$/gm, "");
    for (const [, kind] of source.matchAll(/\bjournal\((?:[^;"]|"[^"]*"(?=,\s*"[^"]*"\}))*?\{\s*"([a-z_]+\.[a-z_]+)"(?!\s*\+)/g)) kinds.set(kind, file);
  }
  return kinds;
}

/// Every kind of change that stands in the journals of an installation has words, however the code put its name together.
export function journalWords(binary, flags, name, tally) {
  const lines = JSON.parse(samrum(binary, ["journal", "list", "--json", "--limit", "100000", ...flags]).out);
  const words = new Set(files("src", ["messages.sv.json"]).flatMap((file) => Object.keys(JSON.parse(readFileSync(file, "utf8")))));
  const kinds = [...new Set(lines.map((line) => line.what))];
  const wordless = kinds.filter((kind) => !words.has(`journal.${kind}`));
  tally.report(`${name}: ${kinds.length} kinds in its journals`, kinds.length === 0 ? ["no lines"] : wordless.map((kind) => `${kind} has no words`));
}

export function messages(tally) {
  const catalogues = { sv: new Map(), en: new Map() };
  for (const file of files("src", ["messages.sv.json", "messages.en.json"])) {
    const catalogue = catalogues[/messages\.(\w+)\.json$/.exec(file)[1]];
    const source = readFileSync(file, "utf8");
    const all = Object.entries(JSON.parse(source));
    const written = [...source.matchAll(/^\s*"([^"]+)"\s*:/gm)].length;
    tally.report(`${file}: no key stands twice in it`, written === all.length ? [] : [`${written} keys written, ${all.length} read`]);
    for (const [key, message] of all) {
      const untidy = [];
      if (!/^[a-z0-9_]+([.][A-Za-z0-9_-]+)+$/.test(key)) untidy.push("is no key of ours");
      if (/^ | $| {2}/.test(message)) untidy.push("has space to spare");
      if (message.includes("...")) untidy.push("write …");
      if (untidy.length) tally.report(`${file}: ${key}`, untidy);
      if (catalogue.has(key)) tally.report(`${file}: ${key}`, ["stands in another file too"]);
      catalogue.set(key, message);
    }
  }
  const { sv, en } = catalogues;
  for (const key of new Set([...sv.keys(), ...en.keys()])) {
    const wrong = [];
    if (!sv.has(key)) wrong.push("not in Swedish");
    else if (!en.has(key)) wrong.push("not in English");
    else if (placeholders(sv.get(key)) !== placeholders(en.get(key))) wrong.push(`placeholders differ: ${placeholders(sv.get(key))} / ${placeholders(en.get(key))}`);
    else if (!sv.get(key).trim() || !en.get(key).trim()) wrong.push("says nothing");
    tally.report(`message ${key}`, wrong);
  }
  for (const [kind, file] of journaled()) tally.report(`${file} journals ${kind}`, sv.has(`journal.${kind}`) ? [] : ["has no words"]);
  for (const [key, file] of used()) tally.report(`${file} says ${key}`, sv.has(key) ? [] : ["there is no such message"]);
}
