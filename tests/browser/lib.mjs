// What every browser test stands on: Debian's chromium driven by playwright-core, axe, html-validate, keyboard walks.
//
// A journey is a file tests/browser/<what>_test.mjs run by `node --test tests/browser/`:
//   import { chromium, checkPage, open } from "./lib.mjs";
//   const browser = await chromium();                       // one for the file; browser.close() in after()
//   const page = await open(browser, url, { size: "phone", scheme: "dark" });
//   await checkPage(page, "activity/new");                  // axe, HTML, reflow, keyboard; screenshot when SCREENSHOTS is set
// SCREENSHOTS=folder keeps a picture of every checked page, to be looked at by people. CHROMIUM names another browser.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { dirname, extname, join, normalize } from "node:path";
import { HtmlValidate } from "html-validate";
import { chromium as driver } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Sizes that pages are looked at in: 320 CSS pixels is a small phone, and a wide screen at 400 % (WCAG 1.4.10). */
export const sizes = { wide: { width: 1280, height: 900 }, phone: { width: 320, height: 640 } };

/** Chromium without its windows where it is installed: the same engine for two thirds of the work. */
const installed = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"].find((one) => existsSync(one));

/** Starts the browser without any of its own traffic. Close it with `browser.close()`. */
export function chromium() {
  return driver.launch({
    executablePath: process.env.CHROMIUM ?? installed,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
}

/**
 * Opens a page in a fresh profile. Choices: `size` (wide, phone), `scheme` (light, dark), `language`, `motion` (reduce),
 * `contrast` (forced colours), `scripts: false` (no JavaScript), `context` (an open one, to stay signed in).
 */
export async function open(browser, url, choices = {}) {
  const { size = "wide", scheme = "light", language = "sv-SE", motion = "reduce", contrast, scripts = true } = choices;
  const context = choices.context ?? (await browser.newContext({
    viewport: sizes[size], colorScheme: scheme, locale: language, reducedMotion: motion,
    forcedColors: contrast ? "active" : "none", javaScriptEnabled: scripts,
  }));
  const page = await context.newPage();
  page.problems = [];
  page.on("pageerror", (error) => page.problems.push(`script: ${error.message}`));
  page.on("console", (line) => {
    if (line.type() === "error") page.problems.push(`console: ${line.text()}`);
  });
  page.on("requestfailed", (request) => {
    // What a journey breaks off by going on is no fault of the page.
    const brokenOff = request.failure()?.errorText === "net::ERR_ABORTED";
    if (!brokenOff && !request.url().includes("/events")) page.problems.push(`request: ${request.url()}`);
  });
  await page.goto(url, { waitUntil: "load" });
  return page;
}

/** What a page is made of, without its words and colours, and how wide it is: by this two looks of one page are the same. */
const skeleton = (page) => page.evaluate(() => {
  const kept = ({ name }) => name === "class" || name === "role" || name === "type" || name === "open" || name === "hidden" || name.startsWith("aria-");
  const value = ({ name, value }) => (/^aria-(label|describedby|controls|owns)/.test(name) ? "" : value);
  return `${innerWidth} ${[...document.querySelectorAll("body *")]
    .map((e) => `${e.localName}[${[...e.attributes].filter(kept).map((one) => `${one.name}=${value(one)}`)}]`).join()}`;
});

/** What other words and other colours can spoil on a page that is sound otherwise. */
const rulesOfLooks = ["color-contrast", "document-title", "html-has-lang", "html-lang-valid", "link-in-text-block", "target-size", "valid-lang"];

/**
 * No finding of axe at WCAG 2.2 A and AA, and its best practices for landmarks and headings; with `again`, what words and
 * colours decide.
 */
export async function assertAxe(page, what = page.url(), { again = false } = {}) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate((rules) => window.axe.run(document, {
    runOnly: rules ?? ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    resultTypes: ["violations"],
  }), again ? { type: "rule", values: rulesOfLooks } : null);
  const told = violations.map((v) => `${v.id}: ${v.help}\n    ${v.nodes.map((n) => `${n.target} ${n.any[0]?.message ?? ""}`).join("\n    ")}`);
  assert.deepEqual(told, [], `axe on ${what}`);
}

const validator = new HtmlValidate({
  extends: ["html-validate:recommended", "html-validate:a11y"],
  rules: {
    "no-trailing-whitespace": "off",
    "doctype-style": ["error", { style: "lowercase" }],
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "submit", "button"] }],
    "long-title": "off",
    "void-style": ["error", { style: "omit" }],
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "no-inline-style": "error",
    "prefer-native-element": "off",
    "require-sri": "off",
    "valid-id": ["error", { relaxed: true }],
    "tel-non-breaking": "off",
  },
});

/** The HTML that the server sent is valid. */
export async function assertHtml(html, what) {
  const report = await validator.validateString(html);
  const told = report.results.flatMap((r) => r.messages.map((m) => `${m.line}:${m.column} ${m.ruleId}: ${m.message}`));
  assert.deepEqual(told, [], `HTML of ${what}`);
}

/** Nothing is wider than the window: no sideways scrolling at 320 px (WCAG 1.4.10). */
export async function assertReflow(page, what = page.url()) {
  const wide = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    return [...document.querySelectorAll("body *")]
      .filter((e) => e.getBoundingClientRect().right > room + 1 || e.getBoundingClientRect().left < -1)
      .slice(0, 5).map((e) => `${e.tagName.toLowerCase()}.${e.className} ${Math.round(e.getBoundingClientRect().width)} px`);
  });
  assert.deepEqual(wide, [], `sideways scrolling on ${what}`);
}

/** The password of every account of the demo. */
export const password = "samrum-demo-2020";

/** Signs in by the form; answers the page, which has come to where the person was going. */
export async function signIn(browser, address, email, choices = {}) {
  const page = await open(browser, `${address}/sign-in`, choices);
  await page.fill('input[name="email"]', email);
  await page.fill('input[name="password"]', password);
  await page.locator("main form button[type=submit]").first().click();
  try {
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  } catch {
    assert.fail(`${email} is not let in: ${await page.getByRole("heading", { level: 1 }).innerText()}`);
  }
  return page;
}

/** Presses Tab so often, without waiting for each. */
async function pressTab(page, times) {
  const devtools = await page.context().newCDPSession(page);
  const key = { key: "Tab", code: "Tab", windowsVirtualKeyCode: 9 };
  const presses = Array.from({ length: times * 2 }, (_, i) =>
    devtools.send("Input.dispatchKeyEvent", { type: i % 2 ? "keyUp" : "rawKeyDown", ...key }));
  await Promise.all(presses);
  await devtools.detach();
}

/** Every visible link, button and field is reached by Tab, in order, each with a visible focus. */
export async function assertKeyboard(page, what = page.url()) {
  const expected = await page.evaluate(() => {
    const names = [];
    const radios = new Set();
    for (const e of document.querySelectorAll("a[href], button, input, select, textarea, summary")) {
      if (e.disabled || e.type === "hidden" || e.tabIndex < 0 || !e.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })) continue;
      if (e.type === "radio" && radios.has(e.name)) continue;
      if (e.type === "radio") radios.add(e.name);
      e.dataset.walk = String(names.length);
      names.push(e.textContent.trim().slice(0, 30) || e.name || e.tagName);
    }
    const shown = (x) => {
      const s = x && getComputedStyle(x);
      return s && (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== "none");
    };
    const walk = { missed: new Set(names.keys()), unseen: [] };
    walk.step = ({ target: e }) => {
      const group = e.type === "radio" ? document.querySelector(`input[type=radio][name="${CSS.escape(e.name)}"][data-walk]`) : e;
      if (!shown(e) && !shown(e.parentElement)) walk.unseen.push(e.outerHTML.slice(0, 80));
      if (group?.dataset.walk !== undefined) walk.missed.delete(Number(group.dataset.walk));
    };
    window.samrumWalk = walk;
    document.activeElement?.blur?.();
    getSelection()?.removeAllRanges();
    window.scrollTo(0, 0);
    // Tab begins at the top, wherever the page had put the focus.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
    document.addEventListener("focusin", walk.step);
    return names;
  });
  const missed = () => page.evaluate(() => [...window.samrumWalk.missed]);
  for (let round = 0; round < 4 && (await missed()).length; ++round) await pressTab(page, expected.length + 3);
  const unseen = await page.evaluate(() => (document.removeEventListener("focusin", window.samrumWalk.step), window.samrumWalk.unseen));
  assert.deepEqual((await missed()).map((i) => expected[i]), [], `not reached by Tab on ${what}`);
  assert.deepEqual(unseen, [], `focus not visible on ${what}`);
}

/** Targets are at least 24 by 24 CSS pixels, links in running text aside (WCAG 2.5.8). */
export async function assertTargets(page, what = page.url()) {
  const small = await page.evaluate(() => [...document.querySelectorAll("a[href], button, summary, select, input:not([type=hidden], [type=checkbox], [type=radio])")]
    .filter((e) => e.checkVisibility({ contentVisibilityAuto: true }) && !e.matches(".ds-skip-link, p a, li a.ds-link, td a, dd a, dt a, h2 a, h3 a, .ds-breadcrumbs a"))
    .map((e) => ({ e, box: e.getBoundingClientRect() })).filter(({ box }) => box.width < 24 || box.height < 24)
    .map(({ e, box }) => `${e.outerHTML.slice(0, 60)} ${Math.round(box.width)}×${Math.round(box.height)}`));
  assert.deepEqual(small, [], `small targets on ${what}`);
}

/** Keeps a picture of the whole page when SCREENSHOTS names a folder. */
export async function screenshot(page, name) {
  if (!process.env.SCREENSHOTS) return;
  const file = join(process.env.SCREENSHOTS, `${name}.png`);
  mkdirSync(dirname(file), { recursive: true });
  await page.evaluate(() => document.activeElement?.blur?.());
  await page.screenshot({ path: file, fullPage: true });
}

/**
 * On A4 with its margins nothing is cut off at the side: paper does not scroll. Tables and long lines could be; the words
 * of one language are enough to see it.
 */
export async function assertPaper(page, what = page.url()) {
  if (!(await page.evaluate(() => document.querySelector("table, pre") !== null && document.documentElement.lang === "sv"))) return;
  const screen = page.viewportSize();
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 672, height: 990 });
  // The sheet's own margins come a moment after its width; what is too wide stays so.
  const fits = () => document.documentElement.scrollWidth <= document.documentElement.clientWidth;
  await page.waitForFunction(fits, undefined, { timeout: 1000 }).catch(() => {});
  await assertReflow(page, `${what}, on paper`);
  await page.setViewportSize(screen);
  await page.emulateMedia({ media: null });
  // The colours of the screen come back by transitions, one after the other where they are inherited.
  await page.waitForFunction(() => !document.getAnimations().some((one) => one instanceof CSSTransition));
}

const known = new Set();

/**
 * Everything that holds for every page; `html` (default: fetched again with the page's cookies) is what the server sent.
 * A page that differs from one checked before by its words and colours alone is not walked by keyboard again.
 */
export async function checkPage(page, name, { html } = {}) {
  await screenshot(page, name);
  const bones = await skeleton(page);
  const again = known.has(bones);
  known.add(bones);
  await assertAxe(page, name, { again });
  await assertReflow(page, name);
  await assertTargets(page, name);
  await assertHtml(html ?? (await (await page.context().request.get(page.url())).text()), name);
  if (!again) await assertKeyboard(page, name);
  if (!again && page.viewportSize().width > 672) await assertPaper(page, name);
  assert.deepEqual(page.problems, [], `errors on ${name}`);
}

/** As it would come out of the printer, on A4. */
export async function printed(page, name) {
  await page.emulateMedia({ media: "print", colorScheme: "light" });
  await page.setViewportSize({ width: 700, height: 990 });
  await screenshot(page, `${name}-print`);
}

const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2" };

/**
 * Serves a folder of files with the house's content security policy, for pages that need no server of ours.
 * `first(request, response)` may answer in its place and then returns true.
 */
export async function serveFolder(folder, first = () => false) {
  const server = createServer((request, response) => {
    if (first(request, response)) return;
    const path = normalize(decodeURIComponent(new URL(request.url, "http://x").pathname));
    const file = join(folder, path);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return response.writeHead(204).end();
    response.writeHead(200, {
      "content-type": types[extname(file)] ?? "application/octet-stream",
      "content-security-policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'",
    });
    response.end(readFileSync(file));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => (server.closeAllConnections(), server.close()) };
}
