// What README.md and docs/ say of commands, flags, folders, tables and links is so.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { samrum } from "../lib/served.mjs";

const markdown = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? markdown(join(folder, entry.name)) : entry.name.endsWith(".md") ? [join(folder, entry.name)] : [],
  );

/// Every `samrum …` in code: on an indented or fenced line, or between backticks.
function examples(text) {
  const lines = text.split("\n").filter((line) => /^( {4,}|ExecStart=)/.test(line) && !line.trim().startsWith("#"));
  // The program's user and its file bear its name too.
  const asked = lines.map((line) => line.replace(/-[ou] samrum\b|\b(?:install|useradd) .*/g, ""));
  const marked = [...text.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code);
  return [...asked, ...marked].flatMap((line) => [...line.matchAll(/(?:^|[\s/(])samrum((?: +[^\s|;&>()`]+| "[^"]*")+)/g)].map(([, rest]) => rest.trim()));
}

/// The help of the longest command that the words begin with, and the words that no command took.
function helpOf(binary, words, known) {
  let path = "";
  let help = known.get("") ?? samrum(binary, ["--help", "--language", "en"]).out;
  known.set("", help);
  while (words.length && new RegExp(`^  ${words[0].replace(/\W/g, "\\$&")} `, "m").test(help.split("Commands:")[1] ?? "")) {
    path = `${path} ${words.shift()}`.trim();
    if (!known.has(path)) known.set(path, samrum(binary, [...path.split(" "), "--help", "--language", "en"]).out);
    help = known.get(path);
  }
  return { path, help };
}

function commands(binary, tally, file, text, known) {
  for (const example of new Set(examples(text))) {
    const words = example.replace(/"[^"]*"/g, "X").split(/\s+/).filter((one) => one !== "…");
    if (/^[A-Z]/.test(words[0] ?? "")) words.shift(); // `samrum COMMAND --help`
    const { path, help } = helpOf(binary, words, known);
    const wrong = path || words[0]?.startsWith("--") || words.length === 0 ? [] : [`there is no command ${words[0]}`];
    if (help.includes("Commands:") && words[0] && /^[a-z]/.test(words[0])) wrong.push(`samrum ${path} has no ${words[0]}`);
    for (const [flag] of words.join(" ").matchAll(/--[a-z-]+/g))
      if (!`${help} ${known.get("")}`.includes(flag)) wrong.push(`samrum ${path} has no ${flag}`);
    tally.report(`${file}: samrum ${example}`, wrong);
  }
}

function links(tally, file, text) {
  for (const [, target] of text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g))
    if (!/^https?:/.test(target)) tally.report(`${file}: link to ${target}`, existsSync(normalize(join(dirname(file), target))) ? [] : ["it is not there"]);
}

/// README's table of the house says what layers.txt says.
function house(tally, readme) {
  const layers = [...readFileSync("layers.txt", "utf8").matchAll(/^([a-z/]+)\s+->(.*)$/gm)].map(([, folder, to]) => [folder, to.trim().split(/\s+/).filter(Boolean)]);
  const short = (folder) => folder.replace("foundation/", "");
  const plumbing = layers.map(([folder]) => folder).filter((one) => one.startsWith("foundation/")).map(short);
  for (const [folder, to] of layers) {
    const row = new RegExp(`^\\| \`${folder}\` \\|[^|]*\\|(.*)\\|$`, "m").exec(readme)?.[1];
    if (row === undefined) tally.report(`README.md tells of ${folder}`, ["it does not"]);
    const told = [...(row ?? "").matchAll(/`([a-z/]+)`/g)].map(([, one]) => one);
    if (row?.includes("all of them")) told.push(...plumbing);
    const wrong = told.sort().join(" ") === to.map(short).sort().join(" ") ? [] : [`README.md: ${told.join(" ")}`, `layers.txt: ${to.join(" ")}`];
    tally.report(`README.md: what ${folder} builds on`, wrong);
  }
}

/// docs/data-model.md names every table there is, in its scope, and no other.
function tables(tally) {
  const scopes = { both: "In the lobby and in every room", lobby: "In the lobby", room: "In a room" };
  const guide = readFileSync("docs/data-model.md", "utf8").split(/^## /m);
  const sql = (folder) => readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? sql(join(folder, entry.name)) : entry.name.endsWith(".sql") ? [readFileSync(join(folder, entry.name), "utf8")] : []);
  const all = sql("src");
  for (const [scope, title] of Object.entries(scopes)) {
    const here = all.filter((text) => text.startsWith(`-- scope: ${scope}`));
    // A table that is built anew under another name takes the old one's name.
    const renamed = new Set(here.flatMap((text) => [...text.matchAll(/^alter table (\w+) rename to/gm)].map(([, name]) => name)));
    const made = here.flatMap((text) => [...text.matchAll(/^create (?:transient )?table (\w+)/gm)].map(([, name]) => name)).filter((name) => !renamed.has(name));
    const told = [...(guide.find((part) => part.startsWith(`${title}\n`)) ?? "").matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, cell]) => cell.replace(/[`\s]/g, "").split(","));
    const wrong = [...made.filter((one) => !told.includes(one)).map((one) => `${one} is missing`), ...told.filter((one) => !made.includes(one)).map((one) => `there is no ${one}`)];
    tally.report(`docs/data-model.md, ${title}`, wrong);
  }
}

/// ./dev help lists every command that ./dev takes, and no other.
function developersDoor(tally) {
  const source = readFileSync("dev", "utf8");
  const taken = [...source.slice(source.lastIndexOf("case $command in")).matchAll(/^ {2}([a-z-]+)\)/gm)].map(([, one]) => one);
  const told = [...source.slice(0, source.indexOf("\nTEXT\n")).matchAll(/^ {2}([a-z-]+) {2,}\S/gm)].map(([, one]) => one);
  tally.report("./dev help lists what ./dev takes", taken.sort().join(" ") === told.sort().join(" ") ? [] : [`takes ${taken.join(" ")}`, `lists ${told.join(" ")}`]);
}

export function documents(binary, tally) {
  const known = new Map();
  for (const file of ["README.md", "CHANGELOG.md", "GLOSSARY.md", ...markdown("docs"), ...markdown("examples")]) {
    const text = readFileSync(file, "utf8");
    commands(binary, tally, file, text, known);
    links(tally, file, text);
  }
  const readme = readFileSync("README.md", "utf8");
  house(tally, readme);
  const help = known.get("");
  for (const [, name] of (help.split("Commands:")[1] ?? "").matchAll(/^ {2}([a-z]+) /gm))
    tally.report(`README.md tells of samrum ${name}`, readme.includes(`| \`${name}\` |`) ? [] : ["it does not"]);
  const index = readFileSync("docs/decisions/README.md", "utf8");
  for (const file of readdirSync("docs/decisions")) if (file !== "README.md") tally.report(`docs/decisions/README.md lists ${file}`, index.includes(`(${file})`) ? [] : ["it does not"]);
  tables(tally);
  developersDoor(tally);
}
