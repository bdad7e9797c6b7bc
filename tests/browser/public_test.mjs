// The pages that need no account, as the server sends them: front page, signing in, accessibility, a room, a page that is not there.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAxe, assertReflow, checkPage, chromium, open, printed, screenshot } from "./lib.mjs";

const address = process.env.SAMRUM;
const pages = { front: "/", "sign-in": "/sign-in", accessibility: "/accessibility", room: "/lund", "not-there": "/lund/nothing-here" };

if (!address) {
  test("public pages", { skip: "SAMRUM names no server" });
} else {
  let browser;
  before(async () => (browser = await chromium()));
  after(() => browser.close());

  const look = async (url, choices, check) => {
    const page = await open(browser, url, choices);
    try {
      await check(page);
    } finally {
      await page.context().close();
    }
  };
  const missing = (page) => (page.problems = page.problems.filter((one) => !/404/.test(one)));

  for (const [name, path] of Object.entries(pages)) {
    for (const [language, size] of [["sv", "wide"], ["sv", "phone"], ["en", "wide"], ["sv-x-rtl", "phone"]])
      test(`${name} ${language} ${size}`, () => look(`${address}${path}?lang=${language}`, { size }, async (page) => {
        missing(page);
        await checkPage(page, `public/${name}-${language}-${size}`);
      }));
    test(`${name} dark, printed, without JavaScript`, () => look(`${address}${path}`, { scheme: "dark" }, async (page) => {
      await screenshot(page, `public/${name}-dark`);
      await assertAxe(page, `${name} dark`);
      await printed(page, `public/${name}`);
      await look(`${address}${path}`, { size: "phone", scripts: false }, assertReflow);
    }));
  }

  test("every page links to the accessibility statement", () => look(`${address}/sign-in`, {}, async (page) => {
    await page.getByRole("contentinfo").getByRole("link", { name: "Tillgänglighet" }).click();
    assert.equal(new URL(page.url()).pathname, "/accessibility");
  }));
}
