// samrum(1), from the help of the commands themselves: node tools/man-page.mjs SAMRUM > samrum.1
import { execFileSync } from "node:child_process";

const binary = process.argv[2];
const help = (path) => execFileSync(binary, [...path, "--help", "--language", "en"], { encoding: "utf8" });
const version = execFileSync(binary, ["--version"], { encoding: "utf8" }).trim();

/// What roff would take for its own is written out: backslashes, hyphens of options, a dot or quote that begins a line.
const roff = (text) => text.replaceAll("\\", "\\e").replaceAll("-", "\\-").replace(/^(?=[.'])/gm, "\\&");

/// "  --data TEXT   Folder …" → { name, about }; a long name stands on a line of its own.
function entries(text, heading) {
  const lines = text.split("\n");
  const at = lines.indexOf(`${heading}:`);
  const all = [];
  for (let i = at + 1; at >= 0 && i < lines.length && /^\s/.test(lines[i]) && lines[i].trim(); i++) {
    const [, name, about] = /^ {2}(\S.*?)(?: {2,}(\S.*))?$/.exec(lines[i]) ?? [];
    if (name) all.push({ name, about: about ?? "" });
    else if (all.length) all.at(-1).about += ` ${lines[i].trim()}`;
  }
  return all;
}

function list(out, all) {
  for (const { name, about } of all) out.push(".TP", `.B ${roff(name)}`, roff(about.trim()));
}

function commands(out, path) {
  const text = help(path);
  const below = entries(text, "Commands");
  if (path.length && !below.length) {
    out.push(`.SS samrum ${roff(path.join(" "))}`, roff(text.split("\n")[0].trim()));
    list(out, [...entries(text, "Positionals"), ...entries(text, "Options").filter((one) => !/--help/.test(one.name))]);
  }
  for (const one of below) commands(out, [...path, one.name.split(" ")[0]]);
}

const main = help([]);
const out = [`.TH SAMRUM 1 "" "${version}" "User Commands"`, ".SH NAME", `samrum \\- ${roff(main.split("\n")[0].trim())}`,
  ".SH SYNOPSIS", ".B samrum", ".I COMMAND", "[\\fIOPTION\\fR]... [\\fIARGUMENT\\fR]...", ".SH OPTIONS"];
list(out, entries(main, "Options"));
out.push(".SH COMMANDS");
commands(out, []);
out.push(".SH FILES");
list(out, [
  { name: "/etc/samrum/samrum.toml", about: "The settings." },
  { name: "/etc/samrum/environment", about: "What is better not in the settings file, such as SAMRUM_SMTP_PASSWORD=…" },
  { name: "/var/lib/samrum", about: "The data, and samrum.key, which no backup contains." },
]);
out.push(".SH EXIT STATUS");
list(out, [
  { name: "0", about: "All is well." },
  { name: "1", about: "There were problems in what was given; each is told on a line of its own." },
  { name: "2", about: "A fault of the program or of the machine." },
]);
process.stdout.write(`${out.join("\n")}\n`);
