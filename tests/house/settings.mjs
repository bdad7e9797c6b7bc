// docs/operations.md lists every setting there is, and no other.
import { readFileSync } from "node:fs";

export function settings(tally) {
  const source = readFileSync("src/app/settings.cpp", "utf8");
  const known = [...source.matchAll(/^ {4}\{"([a-z_.]+)", "(SAMRUM_\w+)", "([a-z-]*)", "settings\./gm)].map(([, key, variable, flag]) => `${key} ${variable} ${flag}`.trim());
  const guide = readFileSync("docs/operations.md", "utf8");
  const told = [...guide.matchAll(/^\| `([a-z_.]+)` \| `(SAMRUM_\w+)` \| (?:`([a-z-]+)`)? ?\|/gm)].map(([, key, variable, flag]) => `${key} ${variable} ${flag ?? ""}`.trim());
  for (const one of known) tally.report(`docs/operations.md tells of ${one}`, told.includes(one) ? [] : ["it does not"]);
  for (const one of told) tally.report(`docs/operations.md: ${one} exists`, known.includes(one) ? [] : ["it does not"]);
}
