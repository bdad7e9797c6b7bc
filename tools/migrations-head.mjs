// Writes src/foundation/store/migrations.head: number, name and hash of every migration, one a line. Run it when a new
// migration is added. A migration that has landed is never changed, since databases have had it: add a new one.
// usage: node tools/migrations-head.mjs [--rewrite]   (--rewrite: before the first release, when no database has had it)
import { readFileSync, readdirSync, writeFileSync, existsSync } from "node:fs";
import { basename, join } from "node:path";
import { execFileSync } from "node:child_process";

const head = "src/foundation/store/migrations.head";
const files = readdirSync("src", { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /^\d{4}_[a-z0-9_]+\.sql$/.test(entry.name) && basename(entry.parentPath ?? entry.path) === "migrations")
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  .sort((a, b) => basename(a).localeCompare(basename(b)));

// b2sum is of coreutils; node:crypto knows only BLAKE2b with 64 bytes.
const hash = (file) => execFileSync("b2sum", ["--length=256", file], { encoding: "utf8" }).split(" ")[0];
const lines = files.map((file) => `${basename(file).slice(0, 4)} ${basename(file).slice(5, -4)} ${hash(file)}`);
const before = existsSync(head) ? readFileSync(head, "utf8").split("\n").filter(Boolean) : [];
const gone = before.filter((line) => !lines.includes(line));
if (gone.length && !process.argv.includes("--rewrite")) {
  console.error(`changed or gone since it landed (add a new migration instead, or --rewrite):\n${gone.join("\n")}`);
  process.exit(1);
}
writeFileSync(head, lines.map((line) => `${line}\n`).join(""));
console.log(`${head}: ${lines.length} migrations`);
