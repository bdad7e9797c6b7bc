// Every command explains itself: --help exits 0, and each option and subcommand has words, in both languages.
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { samrum } from "../lib/served.mjs";

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

export function commands(binary, tally) {
  for (const language of ["sv", "en"]) {
    const queue = [[]];
    while (queue.length) {
      const path = queue.shift();
      const name = `samrum ${path.join(" ")} --help (${language})`;
      const { status, out } = samrum(binary, [...path, "--help", "--language", language]);
      const wrong = status === 0 ? [] : [`exit code ${status}`];
      for (const heading of ["Options", "Positionals", "Subcommands"])
        for (const one of entries(out, heading)) {
          if (!one.about) wrong.push(`${one.name} is not explained`);
          if (heading === "Subcommands") queue.push([...path, one.name.split(" ")[0]]);
        }
      if (out.split("\n")[0].trim().length < 10 || out.startsWith("Usage")) wrong.push("does not say what it does");
      tally.report(name, wrong);
    }
  }
  for (const shell of ["bash", "zsh", "fish"]) {
    const { status, out } = samrum(binary, ["completion", shell]);
    tally.report(`samrum completion ${shell}`, status === 0 && out.includes("journal") ? [] : [`exit code ${status}`, out.slice(0, 200)]);
  }
  tally.report("an unknown command is a problem", samrum(binary, ["fly"]).status === 1 ? [] : ["exit code is not 1"]);
  tally.report("a missing installation is a fault", samrum(binary, ["journal", "head", "--data", "/nowhere"]).status === 2 ? [] : ["exit code is not 2"]);

  // Where a settings file can be neither seen nor denied, as in a folder closed to the service's user, there is none.
  const closed = mkdtempSync(join(tmpdir(), "samrum-closed-"));
  symlinkSync("samrum.toml", join(closed, "samrum.toml"));
  const { status, err } = samrum(binary, ["completion", "bash"], { cwd: closed });
  tally.report("a folder that cannot be looked into is no hindrance", status === 0 ? [] : [`exit code ${status}: ${err}`]);
  rmSync(closed, { recursive: true });
}
