// A served copy of the Lund demo: made once per engine, copied for each file of scenarios, so that none sees what another did.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

process.setMaxListeners(0);

/// Runs a command of samrum to its end; answers { status, out, err }.
export function samrum(binary, args, options = {}) {
  const ran = spawnSync(binary, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1 << 26, ...options });
  if (ran.error) throw ran.error;
  return { status: ran.status ?? ran.signal, out: ran.stdout, err: ran.stderr };
}

/// The addresses of PostgreSQL databases on the server that tools/with-postgres started; nothing without one.
export function database(name) {
  const base = process.env.SAMRUM_TEST_POSTGRES;
  if (!base) return undefined;
  return base.replace(/@\/\w+/, `@/${name}`);
}

const psql = (sql) => execFileSync("psql", ["-qAt", "-d", database("postgres"), "-c", sql], { encoding: "utf8" });

/// The demo of one engine: `copy()` gives the flags of a fresh copy, `accounts` who may sign in.
export class Demo {
  constructor(binary, engine) {
    this.binary = binary;
    this.engine = engine;
    this.folder = mkdtempSync(join(tmpdir(), `samrum-${engine}-`));
    this.copies = 0;
    this.flags = ["--data", join(this.folder, "demo")];
    this.name = `demo_${process.pid}`;
    if (engine === "postgresql") this.flags.push("--database", database(this.name));
    const made = samrum(binary, ["demo", "--json", ...this.flags]);
    if (made.status !== 0) throw new Error(`samrum demo failed (${made.status}): ${made.err}`);
    this.accounts = JSON.parse(made.out).accounts;
  }

  copy() {
    const number = ++this.copies;
    const data = join(this.folder, `copy-${number}`);
    cpSync(join(this.folder, "demo"), data, { recursive: true });
    const flags = ["--data", data];
    if (this.engine === "postgresql") {
      psql(`create database ${this.name}_${number} template ${this.name}`);
      flags.push("--database", database(`${this.name}_${number}`));
    }
    return flags;
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/// A server on a free port; `address` once it listens.
export class Served {
  static async start(binary, flags, more = []) {
    const served = new Served();
    served.process = spawn(binary, ["serve", "--port", "0", ...flags, ...more], { stdio: ["ignore", "pipe", "pipe"] });
    process.on("exit", () => served.process.kill("SIGKILL"));  // nothing is left behind when a test breaks off
    served.log = "";
    served.process.stderr.on("data", (bytes) => (served.log += bytes));
    served.ended = new Promise((done) => served.process.on("exit", (code, signal) => done(code ?? signal)));
    served.address = await new Promise((found, lost) => {
      createInterface({ input: served.process.stdout }).on("line", (line) => {
        const address = /http:\/\/[0-9.:]+/.exec(line);
        if (address) found(address[0]);
      });
      served.ended.then((code) => lost(new Error(`samrum serve ended (${code}): ${served.log}`)));
    });
    return served;
  }

  /// Asks it to stop; answers the exit code.
  async stop() {
    this.process.kill("SIGTERM");
    return this.ended;
  }
}
