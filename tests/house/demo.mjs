// The demo on one engine: made once, made anew when its making was broken off, beside one of the other engine, and never
// over an installation that is no demo.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { database, samrum } from "../lib/served.mjs";

/// Kills `samrum demo` with SIGKILL when it tells of its first step.
async function broken_off(binary, flags) {
  const process = spawn(binary, ["demo", ...flags], { stdio: ["ignore", "ignore", "pipe"] });
  let told = "";
  process.stderr.on("data", (bytes) => {
    told += bytes;
    if (told.includes(" 0/")) process.kill("SIGKILL");
  });
  const [, signal] = await once(process, "exit");
  return signal === "SIGKILL" ? [] : [`was not killed in time: ${told}`];
}

export async function demo(binary, engine, tally) {
  const folder = mkdtempSync(join(tmpdir(), "samrum-demo-"));
  const place = (name) => ["--data", join(folder, name), ...(engine === "sqlite" ? [] : ["--database", database(`${name}_${process.pid}`)])];
  const ends = (name, args, status, pattern = /./s) => {
    const ended = samrum(binary, args, { env: { ...process.env, SAMRUM_LANGUAGE: "en" } });
    const fits = ended.status === status && pattern.test(ended.out + ended.err);
    tally.report(`${engine} ${name}`, fits ? [] : [`exit code ${ended.status}: ${ended.out}${ended.err}`]);
  };
  tally.report(`${engine} a demo is broken off`, await broken_off(binary, place("broken")));
  ends("a broken-off demo is made anew", ["demo", ...place("broken")], 0, /31 January 2020/);
  ends("its journals are whole", ["journal", "verify", ...place("broken")], 0);
  ends("it goes on at its own day", ["demo", ...place("broken")], 0, /31 January 2020/);
  if (engine === "postgresql")
    ends("a folder holds the demos of both engines", ["demo", "--data", join(folder, "broken")], 0, /31 January 2020/);
  ends("an installation is made", ["init", ...place("real")], 0);
  ends("an installation is not made a demo", ["demo", ...place("real")], 1, /no demo/);
  rmSync(folder, { recursive: true, force: true });
}
