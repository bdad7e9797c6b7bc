// Few big batches for clang-tidy: most of its time goes into the headers of a batch, so all folders of a slice are read as one.
// Reads build/test/compile_commands.json; writes build/tidy/<batch>.cxx and a compile_commands.json beside them; prints the files.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

const out = "build/tidy";
// What is not of a slice that is named here is the foundation's.
const slices = ["directory", "activity", "registry", "search", "partnership", "advice", "friends", "app"];

const batchOf = (library) => {
  if (library === "samrum") return "app";
  return slices.find((slice) => library === slice || library.startsWith(`${slice}_`)) ?? "foundation";
};

const batches = new Map();
for (const { file, command, directory } of JSON.parse(readFileSync("build/test/compile_commands.json", "utf8"))) {
  if (!file.includes("/src/") || /_test\.cpp$|\/generated\/|\.S$/.test(file)) continue;
  const library = /src\/CMakeFiles\/(?:samrum_)?(\w+)\.dir/.exec(command)[1];
  // The one file that its library keeps in an older language is read by itself.
  const older = command.includes("-std=c++17");
  const batch = older ? "older" : batchOf(library);
  if (!batches.has(batch)) batches.set(batch, { directory, files: [], flags: new Set() });
  // Without the precompiled headers: a batch reads them as the others do.
  const words = command.replace(/ -o \S+/, "").replace(/ -c \S+/, "").replace(/ -Xclang \S+| -Winvalid-pch/g, "").split(" ").filter((word) => word && !(older && word === "-std=c++20"));
  // A flag and its value stay together.
  for (let at = 0; at < words.length; at++) batches.get(batch).flags.add(words[at] === "-isystem" ? `${words[at]} ${words[++at]}` : words[at]);
  batches.get(batch).files.push(file);
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const commands = [...batches].map(([batch, { directory, files, flags }]) => {
  const file = `${process.cwd()}/${out}/${batch}.cxx`;
  writeFileSync(file, files.map((one) => `#include "${one}"\n`).join(""));
  return { directory, file, command: `${[...flags].join(" ")} -c ${file}` };
});
writeFileSync(`${out}/compile_commands.json`, JSON.stringify(commands, null, 1));
for (const { file } of commands) console.log(file);
