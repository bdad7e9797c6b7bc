// The component gallery in every dress: wide, phone, dark, right-to-left, print, without JavaScript, forced colours.
// usage: GALLERY=folder written by component_gallery; node --test tests/browser/
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAxe, assertReflow, checkPage, chromium, open, printed, screenshot, serveFolder } from "./lib.mjs";

const folder = process.env.GALLERY;
const pages = ["figures", "lists", "form", "problems", "messages"];

if (!folder) {
  test("component gallery", { skip: "GALLERY names no folder" });
} else {
  let browser;
  let server;
  const at = (name) => `${server.address}/${name}.html`;
  before(async () => {
    browser = await chromium();
    server = await serveFolder(folder);
  });
  after(async () => {
    await browser.close();
    server.close();
  });
  const look = async (name, choices, check) => {
    const page = await open(browser, at(name), choices);
    try {
      await check(page);
    } finally {
      await page.context().close();
    }
  };

  for (const name of pages) {
    for (const size of ["wide", "phone"])
      for (const language of ["sv", "rtl"])
        test(`${name} ${language} ${size}`, () =>
          look(`${name}-${language}`, { size }, (page) => checkPage(page, `${name}-${language}-${size}`)));
    test(`${name} en`, () => look(`${name}-en`, {}, (page) => checkPage(page, `${name}-en`)));
    test(`${name} dark`, () => look(`${name}-sv`, { scheme: "dark" }, async (page) => {
      await screenshot(page, `${name}-dark`);
      await assertAxe(page, `${name} dark`);
    }));
    test(`${name} print`, () => look(`${name}-sv`, {}, (page) => printed(page, name)));
    test(`${name} forced colours`, () => look(`${name}-sv`, { contrast: true }, (page) => screenshot(page, `${name}-forced`)));
    test(`${name} without JavaScript`, () => look(`${name}-sv`, { scripts: false, size: "phone" }, async (page) => {
      await screenshot(page, `${name}-plain`);
      await assertReflow(page);
    }));
  }

  test("a dialog keeps the focus, closes by Escape and gives it back", () => look("messages-sv", {}, async (page) => {
    const opener = page.getByText("Återkalla behörigheten", { exact: true }).first();
    await opener.click();
    const dialog = page.getByRole("dialog", { name: "Vill du återkalla behörigheten?" });
    await dialog.waitFor();
    await assertAxe(page, "open dialog");
    await screenshot(page, "dialog");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), "SUMMARY");
    await opener.click();
    await page.getByRole("button", { name: "Avbryt" }).click();
    await dialog.waitFor({ state: "detached" });
  }));

  test("a dialog unfolds without JavaScript", () => look("messages-sv", { scripts: false }, async (page) => {
    await page.getByText("Återkalla behörigheten", { exact: true }).first().click();
    assert.ok(await page.getByRole("button", { name: "Återkalla", exact: true }).isVisible());
  }));

  test("focus goes to the error summary, and its links to the fields", () => look("problems-sv", {}, async (page) => {
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("role")), "alert");
    await page.locator(".ds-error-summary a").first().click();
    assert.equal(await page.evaluate(() => document.activeElement?.id), "field-day");
  }));

  test("the menu of a phone opens", () => look("lists-sv", { size: "phone" }, async (page) => {
    assert.equal(await page.getByRole("link", { name: "Journal" }).isVisible(), false);
    await page.getByText("Meny", { exact: true }).click();
    await page.getByRole("link", { name: "Journal" }).waitFor();
    await screenshot(page, "menu");
    await assertReflow(page);
  }));

  test("the theme button turns the page dark and keeps it", () => look("lists-sv", {}, async (page) => {
    await page.getByRole("button", { name: "Mörkt eller ljust" }).click();
    assert.equal(await page.locator("html").getAttribute("data-color-scheme"), "dark");
    assert.match(await page.evaluate(() => document.cookie), /theme=dark/);
    await assertAxe(page, "dark by button");
  }));
}
