// Bundles assets/ into a folder, minified, ready to be embedded in the binary; installs the npm packages when the lock changed.
// usage: node tools/assets.mjs OUTPUT-FOLDER
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const out = resolve(process.argv[2] ?? "build/assets");
const digest = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 16);

function install() {
  // A link leads to the packages of another checkout, which that one keeps.
  if (lstatSync(join(root, "node_modules"), { throwIfNoEntry: false })?.isSymbolicLink()) return;
  const lock = digest(readFileSync(join(root, "package-lock.json")));
  const stamp = join(root, "node_modules/.samrum-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  console.log("assets: npm ci");
  const { status } = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: root, stdio: "inherit" });
  if (status !== 0) {
    console.error("assets: npm could not fetch what package-lock.json names; what it said stands above");
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}

// In the styles a font's address carries the digest of its bytes, as web::Assets writes it: text.<digest>.woff2.
const font = (name) => join(root, "node_modules/@fontsource-variable/source-sans-3/files", `source-sans-3-${name}.woff2`);
const fonts = {
  "text.woff2": font("latin-wght-normal"),
  "text-extended.woff2": font("latin-ext-wght-normal"),
};

async function bundle() {
  const { build } = await import("esbuild");
  const addresses = {
    name: "addresses",
    setup(steps) {
      steps.onResolve({ filter: /^\/assets\// }, ({ path }) => {
        const file = fonts[path.slice("/assets/".length)];
        if (!file) return { errors: [{ text: `${path} is no asset of ours` }] };
        return { path: path.replace(/\.woff2$/, `.${digest(readFileSync(file))}.woff2`), external: true };
      });
    },
  };
  await build({
    entryPoints: [join(root, "assets/app.css"), join(root, "assets/app.ts")],
    outdir: out,
    bundle: true,
    minify: true,
    charset: "utf8",
    legalComments: "none",
    format: "esm",
    target: ["chrome99", "firefox97", "safari15.4"],
    logLevel: "warning",
    plugins: [addresses],
  });
}

install();
mkdirSync(out, { recursive: true });
await bundle();
copyFileSync(join(root, "assets/icon.svg"), join(out, "icon.svg"));
for (const [name, file] of Object.entries(fonts)) copyFileSync(file, join(out, name));
