// Reads and runs one file of scenarios. The format stands in tests/http/README.md.
import { readFileSync } from "node:fs";

import { Person } from "../lib/browser.mjs";

const kColumns = ["role", "method", "path", "form", "status", "says", "says not"];

/// The rows of a file: { line, kind: "request" | "let", … }.
export function read(file) {
  const rows = [];
  readFileSync(file, "utf8").split("\n").forEach((text, index) => {
    const line = index + 1;
    if (/^\s*(#|$)/.test(text) || /^role\s*\|/.test(text)) return;
    const capture = /^\s*let (\w+) = (.*)$/.exec(text);
    if (capture) return rows.push({ line, kind: "let", name: capture[1], pattern: capture[2].trim() });
    const cells = text.split("|").map((one) => one.trim());
    if (cells.length < 5 || cells.length > kColumns.length) throw new Error(`${file}:${line}: ${kColumns.length} columns at most, 5 at least`);
    rows.push({ line, kind: "request", ...Object.fromEntries(kColumns.map((name, i) => [name, cells[i] ?? ""])) });
  });
  return rows;
}

const parts = (cell) => cell.split(" & ").map((one) => one.trim()).filter(Boolean);

function fieldsOf(cell) {
  const fields = [];
  const headers = {};
  let json;
  for (const one of parts(cell)) {
    const at = one.indexOf("=");
    const name = one.slice(0, at);
    const value = one.slice(at + 1).replaceAll("\\n", "\n");
    if (one.startsWith("json:")) json = one.slice(5);
    else if (name.startsWith("header:")) headers[name.slice(7).toLowerCase()] = value;
    else if (name.startsWith("file:")) fields.push([name.slice(5), { file: value }]);
    else fields.push([name, value]);
  }
  return { fields, headers, json };
}

const holds = (answer, wanted) =>
  wanted.startsWith("html:") ? answer.body.includes(wanted.slice(5)) : answer.text.includes(wanted);

/// What is wrong with an answer, in words; empty when nothing is.
function complaints(row, answer) {
  const wrong = [];
  const [status, location] = row.status.split(/\s+/);
  if (String(answer.status) !== status) wrong.push(`status ${answer.status} instead of ${status}`);
  if (location && answer.location !== location) wrong.push(`goes to ${answer.location} instead of ${location}`);
  for (const one of parts(row.says)) if (!holds(answer, one)) wrong.push(`does not say "${one}"`);
  for (const one of parts(row["says not"])) if (holds(answer, one)) wrong.push(`says "${one}"`);
  return wrong;
}

/// Runs the rows of `file` against `address`; `report(name, complaints)` hears of each.
export async function run(file, address, accounts, report) {
  const people = new Map();
  const names = {};
  const filled = (text) => text.replace(/\{(\w+)\}/g, (whole, name) => names[name] ?? whole);
  const person = async (role) => {
    if (!people.has(role)) {
      const account = accounts.find((one) => one.key === role);
      if (!account && !role.startsWith("nobody")) throw new Error(`${file}: no account ${role}`);
      people.set(role, new Person(address, account));
      await people.get(role).signIn();
    }
    return people.get(role);
  };
  let last;
  for (const row of read(file)) {
    const name = `${file}:${row.line}`;
    if (row.kind === "let") {
      const found = new RegExp(row.pattern).exec(`${last?.location ?? ""}\n${last?.body ?? ""}`);
      if (found) names[row.name] = found[1] ?? found[0];
      report(name, found ? [] : [`nothing matches ${row.pattern} for ${row.name}`]);
      continue;
    }
    const who = await person(row.role);
    const { fields, headers, json } = fieldsOf(filled(row.form));
    const path = filled(row.path);
    if (json !== undefined) last = await who.send(row.method, path, { form: json, headers: { "content-type": "application/json", ...headers } });
    else last = row.method === "POST" ? await who.post(path, fields, headers) : await who.send(row.method, path, { headers });
    const wrong = complaints({ ...row, status: filled(row.status), says: filled(row.says), "says not": filled(row["says not"]) }, last);
    report(`${name} ${row.role} ${row.method} ${path}`, wrong.length ? [...wrong, last.text.slice(0, 400)] : []);
  }
}
