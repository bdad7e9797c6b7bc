// Every command explains itself in both languages, prints JSON that is JSON, and exits with 0, 1 or 2 as README.md says.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Demo, samrum } from "../lib/served.mjs";

const kHeadings = {
  sv: { options: "Flaggor", positionals: "Argument", commands: "Kommandon", required: "KRÄVS", wrong: "måste anges" },
  en: { options: "Options", positionals: "Arguments", commands: "Commands", required: "REQUIRED", wrong: "is required" },
};

/// "  --data TEXT   Folder …" → { name, about }. CLI11 puts long names on a line of their own.
function entries(help, heading) {
  const lines = help.split("\n");
  const at = lines.findIndex((line) => line === `${heading}:`);
  if (at < 0) return [];
  const all = [];
  for (let i = at + 1; i < lines.length && /^\s/.test(lines[i]) && lines[i].trim(); i++) {
    const [, name, about] = /^ {2}(\S.*?)(?: {2,}(\S.*))?$/.exec(lines[i]) ?? [];
    if (name) all.push({ name, about: about ?? "" });
    else if (all.length) all.at(-1).about += lines[i].trim();
  }
  return all;
}

/// Walks the help of one language; answers the commands that have none below them, with whether they want arguments.
function explained(binary, tally, language) {
  const said = kHeadings[language];
  const leaves = [];
  const queue = [[]];
  while (queue.length) {
    const path = queue.shift();
    const { status, out } = samrum(binary, [...path, "--help", "--language", language]);
    const wrong = status === 0 ? [] : [`exit code ${status}`];
    const below = entries(out, said.commands);
    for (const one of [...entries(out, said.options), ...entries(out, said.positionals), ...below])
      if (!one.about) wrong.push(`${one.name} is not explained`);
    for (const one of below) queue.push([...path, one.name.split(" ")[0]]);
    if (out.split("\n")[0].trim().length < 10 || /^(Usage|Användning)/.test(out)) wrong.push("does not say what it does");
    if (language === "sv" && /\b(Usage|Options|Commands|REQUIRED)\b/.test(out)) wrong.push("has English headings");
    if (path.length && below.length === 0) leaves.push({ path: path.join(" "), wants: out.includes(said.required) });
    tally.report(`samrum ${path.join(" ")} --help (${language})`, wrong);
  }
  return leaves;
}

/// A folder with the demo, a backup of it, and files of every kind that commands are given.
class Place {
  constructor(binary) {
    this.demo = new Demo(binary, "sqlite");
    this.folder = mkdtempSync(join(tmpdir(), "samrum-commands-"));
    this.data = this.demo.copy()[1];
    writeFileSync(this.file("bad.toml"), "format = 1\ncolour = \"red\"\n");
    writeFileSync(this.file("bad.csv"), readFileSync("tests/http/files/activity-bad.csv"));
    writeFileSync(this.file("good.csv"), readFileSync("tests/http/files/activity-good.csv"));
    writeFileSync(this.file("organisations.csv"), readFileSync("tests/http/files/organisations-good.csv"));
    mkdirSync(this.file("folder"));
  }
  file(name) {
    return join(this.folder, name);
  }
  remove() {
    rmSync(this.folder, { recursive: true, force: true });
    this.demo.remove();
  }
}

/// What each command answers with --json when all is well, in an order in which each finds what it needs. `raw`: its
/// answer is a file of another format; `serves`: it goes on until it is stopped.
const kAnswers = (place) => {
  const radrum = "examples/lund/radrum-2019.toml";
  const user = "provare@example.org";
  return [
    { command: "init", args: ["--data", place.file("made")], has: ["directory"] },
    { command: "migrate", has: ["directory", "rooms"] },
    { command: "demo", args: ["--data", place.file("demo")], has: ["day", "accounts"] },
    { command: "serve", serves: true },
    { command: "room create", args: ["prov", "--name", "Provföreningen"], has: ["id", "short_name"] },
    { command: "room list", has: ["0"] },
    { command: "room export", args: ["im", place.file("im.sqlite")], has: ["room", "file"] },
    { command: "organisation list", args: ["--search", "kommun"], has: ["0"] },
    { command: "organisation import", args: [place.file("organisations.csv"), "--dry-run"], has: ["fresh", "lines"] },
    { command: "organisation duplicates", has: ["0"] },
    { command: "organisation merge", args: ["Grannar i Lund", "Grannar i Lund, ideell förening"], has: ["merge", "kept"], then: (answer) => (place.merge = answer.merge) },
    { command: "organisation undo-merge", args: () => [place.merge], has: ["undone"] },
    { command: "user create", args: [user, "--function", "provare"], has: ["id"] },
    { command: "user list", has: ["0"] },
    { command: "user grant", args: [user, "volunteer", "--room", "prov"], has: ["id"] },
    { command: "user link", args: [user], has: ["address"] },
    { command: "user revoke", args: [user, "--room", "prov"], has: ["ended"] },
    { command: "user clear-code", args: [user], has: ["email"] },
    { command: "user extract", args: [user], has: ["email", "grants"] },
    { command: "user erase", args: [user], has: ["email"] },
    { command: "agreement check", args: [radrum], has: ["ok", "dates", "money"] },
    { command: "agreement import", args: [radrum, "--room", "lund"], has: ["agreement", "handed_to", "not_named"] },
    { command: "agreement list", args: ["--room", "lund"], has: ["0"] },
    { command: "states", has: ["0"] },
    { command: "money plan", args: ["--room", "lund"], has: ["0"] },
    { command: "money export", args: ["--room", "lund", "--format", "360giving"], has: ["grants"] },
    { command: "report draft", args: ["radrum-2019", "--room", "im"], has: ["id", "state"] },
    { command: "report list", args: ["radrum-2019", "--room", "im"], has: ["0"] },
    { command: "report show", args: ["radrum-2019", "--room", "im"], has: ["agreement", "kind"] },
    { command: "report export", args: ["radrum-2019", "--room", "im", "--as", "json", "--out", place.file("report.json")], has: ["file", "type"] },
    { command: "activity add", args: ["--room", "im", "--kind", "session", "--day", "2020-01-30", "--place", "Lunds stadsbibliotek", "--activity", "RådRum", "--even-if-same"], has: ["id"] },
    { command: "activity list", args: ["--room", "im"], has: ["0"] },
    { command: "activity import", args: [place.file("good.csv"), "--room", "im", "--make-names"], has: ["lines", "new"] },
    { command: "activity export", args: ["--room", "im"], has: ["0"] },
    { command: "advice import", args: ["examples/lund/advice-im.csv", "--room", "im", "--dry-run"], has: ["lines", "new"] },
    { command: "match check", args: ["examples/match/plain.txt"], has: ["most_pairs"] },
    { command: "match solve", args: ["examples/match/week.json"], has: ["pairs", "certificate", "answer"] },
    { command: "rota check", args: ["examples/rota/week.json"], has: ["points"] },
    { command: "rota solve", args: ["examples/rota/week.json"], has: ["shifts"] },
    { command: "measure list", has: ["0"] },
    { command: "measure count", args: ["activity.sessions", "--room", "im", "--period", "2019-07-01/2020-01-31", "--trace"], has: ["figure", "trace"] },
    { command: "search rebuild", has: ["0"] },
    { command: "openapi", has: ["openapi", "paths"] },
    { command: "journal verify", has: ["0"] },
    { command: "journal list", has: ["0"] },
    { command: "journal head", has: ["lobby"] },
    { command: "backup", args: [place.file("backup")], has: ["directory", "rooms"] },
    { command: "restore", args: [place.file("backup"), "--data", place.file("restored")], has: ["directory", "rooms"] },
    { command: "completion", args: ["bash"], raw: true },
  ];
};

const words = (command) => command.split(" ");

function answers(binary, tally, place, leaves) {
  const table = kAnswers(place);
  for (const { path } of leaves) tally.report(`${path} stands in the table of answers`, table.some((one) => one.command === path) ? [] : ["it does not"]);
  mkdirSync(place.file("restored"));
  cpSync(join(place.data, "samrum.key"), place.file("restored/samrum.key"));
  for (const { command, args: given = [], has = [], raw, serves, then } of table) {
    if (serves) continue;  // the scenarios see it serve
    const args = typeof given === "function" ? given() : given;  // of what an earlier command answered
    const where = args.includes("--data") ? [] : ["--data", place.data];
    const { status, out, err } = samrum(binary, [...words(command), ...args, ...where, "--today", "2020-01-31", "--json", "--language", "en"]);
    const wrong = status === 0 ? [] : [`exit code ${status}`, err];
    if (!raw)
      try {
        const answer = JSON.parse(out);
        for (const key of has) if (!(key in answer)) wrong.push(`has no ${key}`);
        then?.(answer);
      } catch (error) {
        wrong.push(`no JSON (${error.message}): ${out.slice(0, 200)}`);
      }
    tally.report(`samrum ${command} --json`, wrong);
  }
}

/// What is wrong is told in the reader's language, with --json as JSON, a problem a line; the exit code says of what kind.
function refused(binary, tally, name, args, code, { says = [], options = {} } = {}) {
  const sv = samrum(binary, [...args, "--language", "sv"], options);
  const en = samrum(binary, [...args, "--language", "en"], options);
  const json = samrum(binary, [...args, "--json", "--language", "en"], options);
  const wrong = [sv, en, json].filter((one) => one.status !== code).map((one) => `exit code ${one.status}: ${one.err}`);
  if (!sv.err.trim() || sv.err === en.err) wrong.push(`not told in both languages: ${sv.err}`);
  if (/Referens|Reference/.test(sv.err + en.err)) wrong.push(`told by a reference number alone: ${sv.err}`);
  for (const one of says) if (!en.err.includes(one)) wrong.push(`does not say “${one}”: ${en.err}`);
  for (const line of json.err.trim().split("\n"))
    try {
      if (!JSON.parse(line).key) wrong.push(`names no key: ${line}`);
    } catch {
      if (json.out === "" || !JSON.parse(json.out).problems) wrong.push(`no JSON: ${line}`);
    }
  tally.report(name, wrong);
}

/// Commands that open the installation, with what else they need.
const kOpening = [
  ["migrate"], ["room", "list"], ["user", "list"], ["journal", "head"], ["journal", "verify"], ["journal", "list"], ["serve", "--port", "0"],
  ["agreement", "list", "--room", "lund"], ["activity", "list", "--room", "im"], ["backup", "/nowhere/backup"],
];

function wrongWords(binary, tally, place, leaves) {
  const problem = (name, args, says) => refused(binary, tally, `${name} is a problem`, [...args, "--data", place.data, "--today", "2020-01-31"], 1, { says });
  problem("an unknown command", ["fly"], ["fly"]);
  problem("no command", []);
  for (const { path, wants } of leaves) {
    if (wants) problem(`${path} without what it needs`, words(path), [kHeadings.en.wrong]);
    // Of what is missing it is told first.
    problem(`${path} --colour`, [...words(path), "--colour=red"], wants ? [] : ["--colour"]);
  }
  const nowhere = ["--room", "nowhere"];
  for (const args of [
    ["room", "export", "nowhere", place.file("nowhere.sqlite")], ["agreement", "list", ...nowhere], ["agreement", "import", "examples/lund/radrum-2019.toml", ...nowhere],
    ["report", "list", "radrum-2019", ...nowhere], ["report", "draft", "radrum-2019", ...nowhere], ["money", "plan", ...nowhere],
    ["activity", "add", ...nowhere], ["activity", "list", ...nowhere], ["activity", "export", ...nowhere], ["activity", "import", place.file("good.csv"), ...nowhere],
    ["advice", "import", "examples/lund/advice-im.csv", ...nowhere],
    ["measure", "count", "activity.sessions", "--period", "2019-07-01/2019-12-31", ...nowhere], ["journal", "verify", ...nowhere], ["journal", "list", ...nowhere],
    ["journal", "head", ...nowhere], ["user", "revoke", "x@example.org", ...nowhere], ["user", "grant", "x@example.org", "volunteer", ...nowhere],
  ])
    problem(`${args.slice(0, 2).join(" ")} of a room that is not there`, args, ["nowhere"]);
  const measure = ["measure", "count", "--room", "im"];
  problem("an unknown measure", [...measure, "no.such", "--period", "2019-07-01/2019-12-31"], ["no.such"]);
  problem("a period that cannot be read", [...measure, "activity.sessions", "--period", "autumn"], ["autumn"]);
  problem("a scope that there is not", [...measure, "activity.sessions", "--period", "2019-07-01/2019-12-31", "--scope", "colour=red"], ["colour=red"]);
  problem("a number outside its range", ["journal", "list", "--limit", "0"], ["--limit"]);
  problem("a shell that is not known", ["completion", "tcsh"], ["tcsh"]);
  problem("an address without an account", ["user", "link", "nobody@example.org"]);
  problem("an address that is none", ["user", "create", "nobody", "--function", "x"]);
  problem("a role that there is not", ["user", "grant", "nobody@example.org", "king", "--room", "im"]);
  problem("a short name that is taken", ["room", "create", "im", "--name", "En annan"], ["im"]);
  problem("a day of the log that is none", ["activity", "add", "--room", "im", "--day", "2020-02-30"]);
  problem("an agreement file with problems", ["agreement", "check", place.file("bad.toml")], [":2:", "colour"]);
  problem("an agreement file with problems, read in", ["agreement", "import", place.file("bad.toml"), "--room", "lund"], [":2:", "colour"]);
  writeFileSync(place.file("new.csv"), "datum;plats;aktivitet\n2020-01-29;Ny plats;RådRum\n");
  problem("a log file with new names", ["activity", "import", place.file("new.csv"), "--room", "im"], ["Ny plats", "--make-names"]);
  problem("a log file with problems", ["activity", "import", place.file("bad.csv"), "--room", "im"], [":2:"]);
  refused(binary, tally, "a day that is none is a problem", ["room", "list", "--data", place.data, "--today", "2020-02-30"], 1);
}

/// Two whom a person locks together stand whatever the limits say: then the words say which, and of what the proof is.
function lockedPairs(binary, tally, place) {
  const week = JSON.parse(readFileSync("examples/match/week.json", "utf8"));
  week.locked = [{ newcomer: "Bereket", established: "Frida" }];
  writeFileSync(place.file("locked.json"), JSON.stringify(week));
  const { status, out } = samrum(binary, ["match", "solve", place.file("locked.json"), "--language", "en"]);
  const wrong = status === 0 ? [] : [`exit code ${status}`];
  for (const said of ["locked although it breaks a limit: Bereket and Frida may not be a pair (again).", "with the locked pairs as they are"])
    if (!out.includes(said)) wrong.push(`does not say “${said}”: ${out}`);
  tally.report("a locked pair that breaks a limit is named", wrong);
}

function settingsFile(binary, tally, place) {
  const config = place.file("samrum.toml");
  const write = (text) => writeFileSync(config, text);
  write('colour = "red"\n[log]\nlevel = "loud"\n');
  refused(binary, tally, "an unknown setting is a problem, with its line", ["room", "list", "--config", config], 1, { says: [":1:", "colour"] });
  write('[log]\nlevel = "loud"\n[serve]\nport = 99999\n');
  refused(binary, tally, "settings of bad values are problems, all at once", ["room", "list", "--config", config], 1, { says: ["loud", "99999"] });

  // The command line comes first, then the environment, then the file, then what the system speaks.
  const help = (args, env) => samrum(binary, ["--help", ...args], { cwd: place.folder, env: { PATH: process.env.PATH, ...env } }).out;
  const isSwedish = (out) => out.includes("Användning:");
  write('language = "sv"\n');
  const expect = (name, out, swedish) => tally.report(name, isSwedish(out) === swedish && out.includes("samrum") ? [] : [out.slice(0, 300)]);
  expect("the language of ./samrum.toml is heeded", help([], { LANG: "en_GB.UTF-8" }), true);
  expect("the language of --config is heeded", samrum(binary, ["--help", "--config", config], { env: { PATH: process.env.PATH, LANG: "en_GB.UTF-8" } }).out, true);
  expect("the environment's language stands over the file's", help([], { SAMRUM_LANGUAGE: "en", LANG: "sv_SE.UTF-8" }), false);
  expect("the flag's language stands over all", help(["--language", "sv"], { SAMRUM_LANGUAGE: "en" }), true);
  write("data = 'x'\n");
  expect("without a chosen language the system's is heeded", help([], { LANG: "sv_SE.UTF-8" }), true);
  // Where a settings file can be neither seen nor denied, as in a folder closed to the service's user, there is none.
  const closed = place.file("closed");
  mkdirSync(closed);
  symlinkSync("samrum.toml", join(closed, "samrum.toml"));
  const { status, err } = samrum(binary, ["completion", "bash"], { cwd: closed });
  tally.report("a folder that cannot be looked into is no hindrance", status === 0 ? [] : [`exit code ${status}: ${err}`]);
  for (const [name, args, env] of [["flag", ["--language", "xx"], {}], ["environment", [], { SAMRUM_LANGUAGE: "xx" }]]) {
    const { status, err } = samrum(binary, ["room", "list", "--data", place.data, ...args], { env: { PATH: process.env.PATH, ...env } });
    tally.report(`a language that there is not, by ${name}, is a problem`, status === 1 && err.includes("xx") ? [] : [`exit code ${status}: ${err}`]);
  }
}

function files(binary, tally, place) {
  const fault = (name, args, says) => refused(binary, tally, `${name} is a fault told in words`, [...args], 2, { says });
  const at = ["--data", place.data];
  const gone = place.file("gone");
  for (const args of [["agreement", "check"], ["agreement", "import", "--room", "lund", ...at], ["activity", "import", "--room", "im", ...at], ["advice", "import", "--room", "im", ...at],
    ["match", "check"], ["match", "solve"], ["rota", "check"], ["rota", "solve"], ["room", "list", "--config"]]) {
    const name = args.slice(0, 2).join(" ");
    fault(`${name} of a file that is not there`, [...args, gone], ["There is no file", gone]);
    fault(`${name} of a folder`, [...args, place.file("folder")], ["cannot be read"]);
  }
  fault("restore of a folder that is not there", ["restore", gone, ...at], ["There is no folder", gone]);
  fault("activity export into a folder that is not there", ["activity", "export", "--room", "im", "--out", join(gone, "log.csv"), ...at], ["cannot be written"]);
  const under = join(place.file("bad.csv"), "folder");  // no folder can lie in a file
  for (const [name, args] of [["room export into a folder that is not there", ["room", "export", "im", join(gone, "im.sqlite"), ...at]],
    ["backup to where no folder can be made", ["backup", under, ...at]], ["init where no folder can be made", ["init", "--data", under]]])
    fault(name, args, ["cannot be made or written"]);
  fault("serve on an address that this machine has not", ["serve", "--address", "192.0.2.1", "--port", "0", ...at], ["not possible to listen", "--address"]);
  for (const args of kOpening) fault(`${args.slice(0, 2).join(" ")} without an installation`, [...args, "--data", gone], ["There is no Samrum in"]);
  fault("a database that does not answer", ["room", "list", "--data", place.data, "--database", "postgresql://x@/x?host=/nowhere"], ["cannot be reached"]);
}

function backups(binary, tally, place) {
  const problem = (name, args, says) => refused(binary, tally, `${name} is a problem`, args, 1, { says });
  const backup = place.file("backup");
  problem("init where there is one", ["init", "--data", place.data], ["already"]);
  problem("demo where there is no demo", ["demo", "--data", place.file("made")], ["no demo"]);
  problem("backup into a folder with content", ["backup", backup, "--data", place.data], ["not empty"]);
  problem("export over a file", ["room", "export", "im", place.file("im.sqlite"), "--data", place.data], ["already"]);
  problem("restore where there is one", ["restore", backup, "--data", place.data], ["already"]);
  problem("restore without a key file", ["restore", backup, "--data", place.file("keyless")], ["key file"]);
  problem("restore of a folder that is no backup", ["restore", place.file("folder"), "--data", place.file("keyless")], ["no finished backup", "key file"]);

  // What a backup tells as it goes: rooms by the names that people know.
  const told = samrum(binary, ["backup", place.file("backup-2"), "--data", place.data, "--language", "en"]);
  tally.report("backup tells rooms by their names", /^(im|kompis|lund|prov) \d\/\d$/m.test(told.err) ? [] : [told.err]);
  mkdirSync(place.file("restored-2"));
  cpSync(join(place.data, "samrum.key"), place.file("restored-2/samrum.key"));
  const restored = samrum(binary, ["restore", place.file("backup-2"), "--data", place.file("restored-2"), "--language", "en"]);
  const migrated = samrum(binary, ["migrate", "--data", place.data, "--language", "en"]);
  for (const [name, { err }] of [["restore", restored], ["migrate", migrated], ["backup", told]])
    tally.report(`${name} tells no ids`, /[0-9a-f]{8}-[0-9a-f]{4}/.test(err) ? [err] : []);

  truncateSync(join(backup, "lobby.sqlite"), 5000);
  const room = readdirSync(join(backup, "rooms"))[0];
  rmSync(join(backup, "rooms", room));
  problem("restore of a damaged backup, with all of it", ["restore", backup, "--data", place.file("keyless")], ["lobby.sqlite", room, "key file"]);
}

function completions(binary, tally) {
  for (const shell of ["bash", "zsh", "fish"]) {
    const { status, out } = samrum(binary, ["completion", shell]);
    const twice = /--help\b[^\n]*--help\b/.exec(out);
    tally.report(`samrum completion ${shell}`, status === 0 && out.includes("journal") && !twice ? [] : [`exit code ${status}`, twice?.[0] ?? out.slice(0, 200)]);
  }
}

export function commands(binary, tally) {
  explained(binary, tally, "sv");
  const leaves = explained(binary, tally, "en");
  const place = new Place(binary);
  try {
    answers(binary, tally, place, leaves);
    wrongWords(binary, tally, place, leaves);
    lockedPairs(binary, tally, place);
    settingsFile(binary, tally, place);
    files(binary, tally, place);
    backups(binary, tally, place);
    completions(binary, tally);
  } finally {
    place.remove();
  }
}
