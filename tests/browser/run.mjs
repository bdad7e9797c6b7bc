// Runs every browser test: the component gallery, and journeys through a demo that this script starts and stops.
// usage: node tests/browser/run.mjs --samrum BINARY [--screenshots FOLDER] [TEST-FILE…]
// The tests get SAMRUM (address of the demo), SAMRUM_BINARY and GALLERY (folder of the component gallery) in their
// environment; those that need PostgreSQL run through tools/with-postgres.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = dirname(fileURLToPath(import.meta.url));
const { values, positionals } = parseArgs({
  options: { samrum: { type: "string" }, screenshots: { type: "string" } },
  allowPositionals: true,
});
if (!values.samrum) {
  console.error("usage: node tests/browser/run.mjs --samrum BINARY [--screenshots FOLDER] [TEST-FILE…]");
  process.exit(2);
}
const binary = resolve(values.samrum);
const work = mkdtempSync(join(tmpdir(), "samrum-browser-"));
const env = { ...process.env, SAMRUM_BINARY: binary };
if (values.screenshots) env.SCREENSHOTS = resolve(values.screenshots);

/** The gallery is made by the build beside the binary, with the tests. */
function gallery() {
  const maker = join(dirname(binary), "../tests/component_gallery");
  if (!existsSync(maker)) return;
  env.GALLERY = join(work, "gallery");
  execFileSync(maker, [env.GALLERY]);
}

function freePort() {
  return new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

async function demo() {
  const port = await freePort();
  const server = spawn(binary, ["demo", "--serve", "--data", join(work, "data"), "--port", String(port), "--today", "2020-01-31"],
    { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (bytes) => (said += bytes));
  env.SAMRUM = `http://127.0.0.1:${port}`;
  for (let wait = 0; wait < 600; ++wait) {
    if (server.exitCode !== null) throw new Error(`the demo ended with ${server.exitCode}:\n${said}`);
    const up = await fetch(`${env.SAMRUM}/readyz`).then((answer) => answer.ok, () => false);
    if (up) return server;
    await new Promise((next) => setTimeout(next, 100));
  }
  server.kill();
  throw new Error(`the demo is not ready after a minute:\n${said}`);
}

const files = positionals.length
  ? positionals.map((file) => resolve(file))
  : readdirSync(here).filter((name) => name.endsWith("_test.mjs")).map((name) => join(here, name));

let server;
let code = 1;
try {
  gallery();
  server = await demo();
  const tests = spawn(process.execPath, ["--test", "--test-concurrency=1", ...files], { stdio: "inherit", env });
  code = await new Promise((done) => tests.on("exit", (exit) => done(exit ?? 1)));
} catch (error) {
  console.error(error.message);
} finally {
  server?.kill("SIGTERM");
  rmSync(work, { recursive: true, force: true });
}
process.exit(code);
