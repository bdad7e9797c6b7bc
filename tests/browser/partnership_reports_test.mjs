// Follow-up reports in the browser: the list, a draft and its sections, a conflict in which nothing is lost, both parts handed
// over, the approval, the paper and the public page; wide, phone, right to left, dark, by keyboard.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkPage, chromium, open, printed, screenshot, signIn as signInTo } from "./lib.mjs";

const address = process.env.SAMRUM;
const officer = "handlaggare@lund.example";
const coordinator = "samordnare@im.example";
// Swedish wide is what the journeys below walk.
const looks = [["en", "wide"], ["sv-x-rtl", "phone"]];

if (!address) {
  test("reports", { skip: "SAMRUM names no server" });
} else {
  let browser;
  before(async () => (browser = await chromium()));
  after(() => browser.close());
  const signIn = (email, choices) => signInTo(browser, address, email, choices);
  const said = (page, status) => (page.problems = page.problems.filter((one) => !one.includes(String(status))));

  /** The address of the reports of an agreement, and of its newest report. */
  const reportsOf = async (page, room, title) => {
    await page.goto(`${address}/${room}/agreements?lang=sv`);
    const to = await page.locator("main tbody a", { hasText: title }).first().getAttribute("href");
    return `${address}${to}/reports`;
  };
  const first = async (page, list) => {
    await page.goto(list);
    return new URL(await page.locator("main tbody a").first().getAttribute("href"), address).href;
  };

  for (const [language, size] of looks)
    test(`the pages of reports, ${language} ${size}`, async () => {
      const lang = (path) => `${path}${path.includes("?") ? "&" : "?"}lang=${language}`;
      const writer = await signIn(coordinator, { size });
      const own = await reportsOf(writer, "im", "RådRum");
      const draft = await first(writer, own);
      for (const [name, path] of [["list", own], ["draft", draft], ["text", `${draft}/write/im/works_well`], ["promises", `${draft}/write/im/commitments`]]) {
        await writer.goto(lang(path));
        await checkPage(writer, `reports/${name}-${language}-${size}`);
      }
      await writer.context().close();
      const page = await signIn(officer, { size });
      const theirs = await reportsOf(page, "lund", "Kompis Sverige");
      for (const [name, path] of [["approved", await first(page, theirs)], ["templates", `${address}/lund/report-templates`], ["template", `${address}/lund/report-templates/annual`]]) {
        await page.goto(lang(path));
        await checkPage(page, `reports/${name}-${language}-${size}`);
      }
      await page.context().close();
    });

  test("two people write in one section: both texts are kept", async () => {
    const one = await signIn(coordinator);
    const other = await signIn(coordinator);
    const draft = await first(one, await reportsOf(one, "im", "RådRum"));
    for (const page of [one, other]) await page.goto(`${draft}/write/im/ahead`);
    await one.getByLabel("Text").fill("Vi vill till Dalby.");
    await one.getByRole("button", { name: "Förhandsgranska" }).click();
    await one.getByRole("heading", { name: "Så här blir texten" }).waitFor();
    await one.getByRole("button", { name: "Spara" }).click();
    await one.waitForURL(draft);
    await other.getByLabel("Text").fill("Vi vill till Genarp.");
    await other.getByRole("button", { name: "Spara" }).click();
    await other.getByRole("alert").waitFor();
    said(other, 422);
    assert.equal(await other.getByLabel("Text").inputValue(), "Vi vill till Genarp.");
    await other.getByText("Vi vill till Dalby.").waitFor();
    await checkPage(other, "reports/late-sv-wide");
    await other.getByLabel("Text").fill("Vi vill till Dalby och Genarp.");
    await other.getByRole("button", { name: "Spara" }).click();
    await other.waitForURL(draft);
    for (const page of [one, other]) await page.context().close();
  });

  /** Judges every promise that nobody has judged. */
  const judge = async (page, report, party) => {
    await page.goto(`${report}/write/${party}/commitments`);
    for (const select of await page.locator("main select").all())
      if ((await select.inputValue()) === "unjudged") await select.selectOption("kept");
    await page.getByRole("button", { name: "Spara" }).click();
    await page.waitForURL(report);
  };
  const submit = async (page) => {
    await page.locator("summary", { hasText: "Lämna in er del" }).first().click();
    await page.getByRole("dialog").getByRole("button", { name: "Lämna in er del" }).click();
    await page.getByText("Delen är inlämnad.").waitFor();
  };

  test("from two drafts to one approved report, on paper and in public", async () => {
    const writer = await signIn(coordinator);
    const draft = await first(writer, await reportsOf(writer, "im", "RådRum"));
    await judge(writer, draft, "im");
    await submit(writer);
    const page = await signIn(officer);
    const report = await first(page, await reportsOf(page, "lund", "RådRum"));
    await judge(page, report, "socialforvaltningen");
    await submit(page);
    // The part of the association arrives by a job of its own.
    for (let tries = 0; tries < 40; ++tries) {
      await page.goto(report);
      if (await page.getByText("Godkänn rapporten").count()) break;
      await page.waitForTimeout(250);
    }
    await page.locator("summary", { hasText: "Godkänn rapporten" }).click();
    await page.getByRole("button", { name: "Godkänn rapporten" }).click();
    await page.getByText("Rapporten är godkänd.").waitFor();
    await checkPage(page, "reports/whole-sv-wide");
    await page.getByRole("button", { name: "Publicera" }).click();
    await page.getByText("Rapporten är publicerad.").waitFor();
    await printed(page, "reports/whole-print");
    const anybody = await open(browser, `${address}/lund/iop/radrum-2019?lang=sv`);
    await anybody.getByRole("link", { name: /Halvårsrapport/ }).click();
    await anybody.getByRole("heading", { level: 1, name: /Halvårsrapport/ }).waitFor();
    await checkPage(anybody, "reports/public-sv-wide");
    for (const one of [writer, page, anybody]) await one.context().close();
  });

  test("a dark page of a report", async () => {
    const page = await signIn(officer, { scheme: "dark" });
    await page.goto(await first(page, await reportsOf(page, "lund", "Kompis Sverige")));
    await screenshot(page, "reports/approved-dark");
    await page.context().close();
  });
}
