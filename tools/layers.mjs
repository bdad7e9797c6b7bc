// Checks layers.txt against the includes of src: what is not written is forbidden, what is written but unused is an error.
// usage: node tools/layers.mjs [checkout] [--allow-unused]
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, basename } from "node:path";

const allowUnused = process.argv.includes("--allow-unused");
const root = process.argv.slice(2).find((word) => !word.startsWith("--")) ?? ".";
const lines = readFileSync(join(root, "layers.txt"), "utf8").split("\n");
const folders = new Map();
const kinds = new Map();
for (const line of lines) {
  const arrow = /^(kind )?([a-z/]+)\s*->(.*)$/.exec(line);
  if (!arrow) continue;
  (arrow[1] ? kinds : folders).set(arrow[2], arrow[3].trim().split(/\s+/).filter(Boolean));
}

const sources = readdirSync(join(root, "src"), { recursive: true, withFileTypes: true })
  .filter((e) => e.isFile() && /\.(hpp|cpp)$/.test(e.name))
  .map((e) => join(relative(join(root, "src"), e.parentPath ?? e.path), e.name));

const errors = [];
const used = new Set();
const kindOf = (file) => /^(model|rules|files|repository|actions|pages|api|commands|module)/.exec(basename(file))?.[1];
// advice/day and advice/sites are rooms of one slice: between them the rules for kinds hold as inside a folder.
const sliceOf = (folder) => folder.split("/")[0];
const isSlice = (folder) => folders.has(folder) && !folder.startsWith("foundation/") && folder !== "app";

for (const file of sources) {
  const folder = dirname(file);
  if (!folders.has(folder)) {
    errors.push(`src/${file}: folder ${folder} is not in layers.txt`);
    continue;
  }
  const isTest = file.endsWith("_test.cpp");
  const allowed = folders.get(folder);
  const kind = isSlice(folder) && !isTest ? kindOf(file) : undefined;
  if (isSlice(folder) && !isTest && !kind) errors.push(`src/${file}: a slice's file begins with its kind (model, rules, …)`);
  const kindAllowed = kind && kinds.get(kind);
  readFileSync(join(root, "src", file), "utf8").split("\n").forEach((line, index) => {
    const include = /^\s*#include "([^"]+)"/.exec(line)?.[1];
    if (!include) return;
    const target = dirname(include);
    const where = `src/${file}:${index + 1}`;
    if (target !== folder && folders.has(target)) {
      if (!allowed.includes(target)) errors.push(`${where}: ${folder} -> ${target} is not written in layers.txt`);
      if (!isTest) used.add(`${folder} -> ${target}`);
    } else if (target !== folder) {
      errors.push(`${where}: "${include}" lies in no folder of layers.txt; include our headers by their path below src`);
    }
    if (!kindAllowed || kindAllowed.includes("*")) return;
    const word = sliceOf(target) === sliceOf(folder) ? kindOf(include) : target.replace(/^foundation\//, "");
    if (word && !kindAllowed.includes(word)) errors.push(`${where}: a ${kind} file may not include ${word} (layers.txt, kind ${kind})`);
  });
}
for (const [folder, targets] of folders)
  for (const target of targets) {
    if (!folders.has(target)) errors.push(`layers.txt: ${folder} -> ${target}: no such folder`);
    else if (!allowUnused && !used.has(`${folder} -> ${target}`)) errors.push(`layers.txt: ${folder} -> ${target} is written but unused`);
  }
for (const error of errors) console.error(error);
console.log(`layers: ${sources.length} files, ${errors.length} errors`);
process.exit(errors.length ? 1 : 0);
