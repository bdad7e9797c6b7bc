// House test: after a day of advice nothing that points at a visitor is left anywhere: not in the database (its files' raw
// bytes, write-ahead log included), not in the journal, the log, a backup or an export. Whoever finds a weakness here has
// found a person who was promised that nobody is registered.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

import { Person } from "../lib/browser.mjs";
import { samrum, Served } from "../lib/served.mjs";

const kVisitorAddress = "203.0.113.77";
const kNote = "blanketten om barnbidrag från Zanzibargatan";
const kPhoneVisitors = 3;
const site = "stadsbiblioteket";

const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const all = (text, pattern) => [...text.matchAll(pattern)].map((one) => one[1]);
const value = (flags, name) => (flags.includes(name) ? flags[flags.indexOf(name) + 1] : undefined);

/// Every file below a folder, with its bytes.
function files(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((name) => existsSync(name) && statSync(name).isFile())
    .map((name) => ({ name, bytes: readFileSync(name) }));
}

/// A query in the installation's database; answers lines with bars.
function query(flags, sql, table) {
  const database = value(flags, "--database");
  if (database) {
    const run = (text) => execFileSync("psql", ["-qAt", "-d", database, "-c", text], { encoding: "utf8" }).trim();
    const schemas = run(`select table_schema from information_schema.tables where table_name = '${table}'`).split("\n").filter(Boolean);
    return schemas.map((schema) => run(`set search_path to "${schema}"; ${sql}`)).filter(Boolean).join("\n");
  }
  return files(value(flags, "--data"))
    .filter((one) => one.bytes.subarray(0, 15).toString() === "SQLite format 3")
    .map((one) => {
      const has = execFileSync("sqlite3", [one.name, `select count(*) from sqlite_master where name = '${table}'`], { encoding: "utf8" }).trim();
      return has === "0" ? "" : execFileSync("sqlite3", [one.name, sql], { encoding: "utf8" }).trim();
    })
    .filter(Boolean).join("\n");
}

/// What a row of the database may not hold: an exact moment. Days and clock times of the opening hours are no moments.
function moments(rows, first, last) {
  return all(rows, /\b(1[0-9]{15})\b/g).map(Number).filter((one) => one >= first && one <= last);
}

class Day {
  constructor(served, demo) {
    const account = (key) => demo.accounts.find((one) => one.key === key);
    this.address = served.address;
    this.adviser = new Person(served.address, account("volunteer-im"));
    this.coordinator = new Person(served.address, account("coordinator-im"));
    this.secrets = new Map();  // what must not be found: what it is → text
  }
  keep(what, text) {
    if (text) this.secrets.set(`${what} ${text.slice(0, 8)}…`, text);
  }
  async post(person, path, fields, status = 303) {
    const answer = await person.post(path, Object.entries(fields));
    if (answer.status !== status) throw new Error(`POST ${path}: ${answer.status} ${answer.text.slice(0, 300)}`);
    return answer;
  }

  async visitorsCome() {
    for (const person of [this.adviser, this.coordinator]) await person.signIn();
    const page = await this.adviser.get(`/im/advice/${site}`);
    this.session = new RegExp(`name="session"[^>]*value="(${uuid})"`).exec(page.body)[1];
    const secret = /[?&](?:amp;)?k=([A-Za-z0-9_-]{10,})/.exec(page.body)?.[1];
    this.keep("the day's secret", secret);
    for (const language of ["ar", "so", "sv"])
      await this.post(this.adviser, `/im/advice/${site}/host/count`, { session: this.session, people: "2", language });
    for (let i = 0; i < kPhoneVisitors; i++) {
      const visitor = new Person(this.address);
      visitor.csrf = "";
      await visitor.send("GET", `/im/a/${site}?k=${secret}&l=ar`, { headers: { "x-forwarded-for": kVisitorAddress } });
      const taken = await visitor.post(`/im/a/${site}/ticket`, [["k", secret], ["l", "ar"]], { "x-forwarded-for": kVisitorAddress });
      this.keep("a visitor's own address", /\/t\/([^/?]+)/.exec(taken.location ?? "")?.[1]);
    }
  }

  async advisersHelp() {
    await this.post(this.adviser, `/im/advice/${site}/desk/sit`, { desk: "3", language: "ar" });
    for (let i = 0; i < 4; i++) {
      await this.post(this.adviser, `/im/advice/${site}/desk/next`, { desk: "3" });
      const desk = await this.adviser.get(`/im/advice/${site}/desk?desk=3`);
      for (const ticket of all(desk.body, new RegExp(`name="ticket"[^>]*value="(${uuid})"`, "g"))) this.keep("a ticket", ticket);
      const ticket = new RegExp(`ticket=(${uuid})`).exec(desk.body)?.[1] ?? new RegExp(`name="ticket"[^>]*value="(${uuid})"`).exec(desk.body)[1];
      await this.adviser.post(`/im/advice/${site}/desk/step`, [["ticket", ticket], ["desk", "3"], ["step", "take"]]);
      const saved = await this.adviser.post("/im/advice/sheets/new", Object.entries({
        session: this.session, ticket, topics: "letter", language: "ti", help: "phone", length: "short", outcome: "answered",
        people: "2", gender: "woman", note: i === 0 ? kNote : "", wants_code: i === 1 ? "yes" : "" }));
      if (![200, 303].includes(saved.status)) throw new Error(`sheet: ${saved.status} ${saved.text.slice(0, 400)}`);
      const code = /\b([2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4})\b/.exec(saved.text)?.[1];
      this.keep("a return code", code);
      this.keep("a return code without its hyphens", code?.replaceAll("-", ""));
      await this.adviser.post(`/im/advice/${site}/desk/step`, [["ticket", ticket], ["desk", "3"], ["step", "done"]]);
    }
    const sheets = await this.adviser.get(`/im/advice/sheets?session=${this.session}`);
    for (const sheet of all(sheets.body, new RegExp(`/advice/sheets/(${uuid})"`, "g"))) this.keep("a case sheet", sheet);
    this.keep("a note", kNote);
    this.keep("a part of a note", "Zanzibargatan");
    this.keep("a visitor's address", kVisitorAddress);
  }

  async close() {
    await this.post(this.adviser, `/im/advice/${site}/close`, { session: this.session, advisers: "3", hours: "8" });
    const counts = await this.coordinator.get(`/im/advice/sheets/counts/${this.session}`);
    if (!counts.text.includes("tigrinska")) throw new Error(`the counts are there: ${counts.text.slice(0, 400)}`);
  }

  async exports() {
    const paths = ["/im/advice/figures/export?first=2019-07-01&last=2019-12-31", "/im/advice/figures/export?first=2020-01-01&last=2020-01-31",
      "/im/help", "/im/hsds/services", "/im/activity/export", "/im/advice/figures", `/im/advice/sheets/counts/${this.session}`];
    const answers = [];
    for (const path of paths) answers.push({ name: `GET ${path}`, bytes: (await this.coordinator.get(path)).bytes });
    return answers;
  }
}

/// Where a secret still stands.
function found(places, secrets) {
  const wrong = [];
  for (const place of places)
    for (const [what, text] of secrets)
      for (const bytes of [Buffer.from(text, "utf8"), Buffer.from(text, "utf16le")])
        if (place.bytes.includes(bytes)) wrong.push(`${what} stands in ${place.name}`);
  // Binary UUIDs too: a database may keep them as sixteen bytes.
  for (const place of places)
    for (const [what, text] of secrets)
      if (new RegExp(`^${uuid}$`).test(text) && place.bytes.includes(Buffer.from(text.replaceAll("-", ""), "hex")))
        wrong.push(`${what} stands as bytes in ${place.name}`);
  return wrong;
}

export async function comb(binary, demo, tally) {
  const flags = demo.copy();
  query(flags, "update advice_site set note_days = 14", "advice_site");
  const served = await Served.start(binary, flags);
  const day = new Day(served, demo);
  const began = Date.now() * 1000;
  const database = value(flags, "--database");
  const wrong = [];
  let places = [];
  try {
    await day.visitorsCome();
    await day.advisersHelp();
    // While the day goes on a backup is made: it holds nothing of the queue.
    const open = join(value(flags, "--data"), "backup-open");
    mkdirSync(open, { recursive: true });
    samrum(binary, ["backup", join(open, "b"), ...flags]);
    await day.close();
    const closed = join(value(flags, "--data"), "backup-closed");
    mkdirSync(closed, { recursive: true });
    samrum(binary, ["backup", join(closed, "b"), ...flags]);
    places = await day.exports();
    const ended = Date.now() * 1000;
    for (const table of ["advice_sheet", "advice_ticket", "advice_open", "advice_desk"])
      if (!/^(0\n?)+$/.test(query(flags, `select count(*) from ${table} where session = '${day.session}'`, table) || "0"))
        wrong.push(`${table} still holds rows of the closed session`);
    for (const table of ["advice_count", "advice_session", "advice_note", "advice_return_code"])
      for (const moment of moments(query(flags, `select * from ${table}`, table), began, ended))
        wrong.push(`${table} holds the exact moment ${moment}`);
    // The journal's own lines have their moments; those of anonymous kinds have a day alone.
    for (const moment of moments(query(flags, "select what, subject, day, counts from journal_anonymous", "journal_anonymous"), began, ended))
      wrong.push(`the journal of anonymous kinds holds the exact moment ${moment}`);
    if (database) {
      places.push({ name: "pg_dump", bytes: execFileSync("pg_dump", ["-d", database], { maxBuffer: 1 << 28 }) });
      execFileSync("psql", ["-q", "-d", database, "-c", "checkpoint"]);
      const host = new URLSearchParams(database.split("?")[1]).get("host");
      const oid = execFileSync("psql", ["-qAt", "-d", database, "-c", "select oid from pg_database where datname = current_database()"], { encoding: "utf8" }).trim();
      if (host) places.push(...files(join(host, "data", "base", oid)), ...files(join(host, "data", "pg_wal")));
    }
  } catch (error) {
    wrong.push(String(error.stack));
  }
  await served.stop();
  places.push({ name: "the log", bytes: Buffer.from(served.log) }, ...files(value(flags, "--data")));
  wrong.push(...found(places, day.secrets));
  if (day.secrets.size < 10) wrong.push(`only ${day.secrets.size} secrets were looked for`);
  tally.report(`${demo.engine} after a day nothing points at a visitor (${day.secrets.size} secrets, ${places.length} places)`, wrong);
}
