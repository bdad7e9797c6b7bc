// usage: node tests/http/run.mjs --samrum BINARY [FILE…]: the scenarios and the house tests, on both engines.
import { readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { api } from "../house/api.mjs";
import { comb } from "../house/comb.mjs";
import { commands } from "../house/commands.mjs";
import { demo as demos } from "../house/demo.mjs";
import { documents } from "../house/documents.mjs";
import { journalWords, messages } from "../house/messages.mjs";
import { routes } from "../house/routes.mjs";
import { settings } from "../house/settings.mjs";
import { run } from "./scenario.mjs";
import { Demo, Served } from "../lib/served.mjs";
import { Tally } from "../lib/tally.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const args = process.argv.slice(2);
const binary = resolve(args[args.indexOf("--samrum") + 1]);
const files = args.filter((one) => one.endsWith(".txt"));
// `--comb` alone: the comb, without everything else.
const only_comb = args.includes("--comb");
// `--api` alone: the doors for programs.
const only_api = args.includes("--api");
// `--routes` alone: every route by every role, on one engine.
const only_routes = args.includes("--routes");
const house = files.length === 0 && !only_comb && !only_api && !only_routes;
if (house) files.push(...readdirSync(here).filter((one) => one.endsWith(".txt")).sort().map((one) => join(here, one)));

const tally = new Tally();
if (house) {
  commands(binary, tally);
  documents(binary, tally);
  messages(tally);
  settings(tally);
}
const engines = ["sqlite", "postgresql"];
for (const engine of engines) {
  if (engine === "postgresql" && !process.env.SAMRUM_TEST_POSTGRES) {
    tally.report("PostgreSQL", ["SAMRUM_TEST_POSTGRES is not set: run through tools/with-postgres"]);
    continue;
  }
  const demo = new Demo(binary, engine);
  // A server of its own for each: they sign in more often than one lets anybody.
  const served_to = async (walk) => {
    const served = await Served.start(binary, demo.copy());
    await walk(binary, served.address, demo, tally);
    await served.stop();
  };
  for (const file of files) {
    const flags = demo.copy();
    const served = await Served.start(binary, flags);
    try {
      await run(file, served.address, demo.accounts, (name, wrong) => tally.report(`${engine} ${name}`, wrong));
    } catch (error) {
      tally.report(`${engine} ${file}`, [String(error.stack)]);
    }
    const code = await served.stop();
    tally.report(`${engine} ${file} stops`, code === 0 ? [] : [`exit code ${code}`, served.log.slice(-2000)]);
    journalWords(binary, flags, `${engine} ${file}`, tally);
  }
  if (house) await demos(binary, engine, tally);
  // Who may walk where is decided before any database is asked: one engine is enough for every role.
  if ((house || only_routes) && engine === "sqlite") await served_to(routes);
  if (house || only_api) await served_to(api);
  if (house || only_comb) await comb(binary, demo, tally);
  demo.remove();
}
tally.close();
