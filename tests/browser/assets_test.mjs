// The assets themselves: styles that turn with the reading direction, scripts whose types hold, a lock file without addresses.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const styles = join(root, "assets/styles");

test("styles use logical properties only", () => {
  const physical = /^\s*(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)|left|right|top|bottom|(?:min-|max-)?(?:width|height))(?:-[a-z]+)*\s*:|:\s*(?:left|right)\s*;|\btext-align:\s*(?:left|right)/;
  const found = readdirSync(styles).flatMap((name) =>
    readFileSync(join(styles, name), "utf8").split("\n").flatMap((line, at) => (physical.test(line) ? [`${name}:${at + 1} ${line.trim()}`] : [])));
  assert.deepEqual(found, []);
});

test("scripts pass the type check", () => {
  execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "--noEmit", "-p", join(root, "assets")], { stdio: "pipe" });
});

test("the lock file names no registry", () => {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const told = Object.entries(lock.packages).filter(([, part]) => part.resolved).map(([name]) => name);
  assert.deepEqual(told, []);
});

test("no page asks anybody else for anything", () => {
  const ours = ["app.css", "app.ts"].map((name) => readFileSync(join(root, "assets", name), "utf8")).concat(
    ["styles", "enhance"].flatMap((folder) => readdirSync(join(root, "assets", folder)).map((name) => readFileSync(join(root, "assets", folder, name), "utf8"))));
  assert.deepEqual(ours.filter((text) => /https?:\/\/(?!www\.w3\.org)/.test(text)), []);
});
