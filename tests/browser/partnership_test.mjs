// Partnerships: the officer's tabs of an agreement, an assessment from the first answer to the archive, a file that does not
// read, two readings; the coordinator's commitments and figures; what the public sees.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { join } from "node:path";
import { assertAxe, assertReflow, checkPage, chromium, open, printed, screenshot, signIn as signInTo } from "./lib.mjs";

const address = process.env.SAMRUM;
const files = join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../http/files");
const officer = "handlaggare@lund.example";
const coordinator = "samordnare@im.example";
const looks = [["sv", "wide"], ["sv", "phone"], ["en", "wide"], ["sv-x-rtl", "phone"]];

if (!address) {
  test("partnership", { skip: "SAMRUM names no server" });
} else {
  let browser;
  before(async () => (browser = await chromium()));
  after(() => browser.close());

  const signIn = (email, choices) => signInTo(browser, address, email, choices);

  /** The address of an agreement of the room, by its title in the list. */
  const agreement = async (page, room, title) => {
    await page.goto(`${address}/${room}/agreements?lang=sv`);
    return new URL(await page.locator("main tbody a", { hasText: title }).first().getAttribute("href"), address).href;
  };
  const radrum = "partnerskap om RådRum";
  const kompis = "Kompis Sverige";
  const said = (page, status) => (page.problems = page.problems.filter((one) => !one.includes(String(status))));
  /** The criterion that begins with a number and its words. */
  const criterion = (page, words) => page.getByRole("group", { name: words });

  const tabs = { overview: "", commitments: "/commitments", deliveries: "/deliveries", dates: "/dates", money: "/money",
    assessment: "/assessment", text: "/text", assess: "/assessment/new", answers: "/assessment/new?set=lund-socialnamnden/1&part=" };

  for (const [language, size] of looks)
    test(`the officer's pages of an agreement, ${language} ${size}`, async () => {
      const page = await signIn(officer, { size });
      const base = await agreement(page, "lund", radrum);
      const lang = (path) => `${path}${path.includes("?") ? "&" : "?"}lang=${language}`;
      for (const [name, path] of Object.entries(tabs)) {
        await page.goto(base + lang(path));
        await checkPage(page, `partnership/${name}-${language}-${size}`);
      }
      for (const [name, path] of [["agreements", ""], ["import", "/import"]]) {
        await page.goto(`${address}/lund/agreements${lang(path)}`);
        await checkPage(page, `partnership/${name}-${language}-${size}`);
      }
      await page.context().close();
    });

  for (const [language, size] of looks)
    test(`the coordinator's pages, ${language} ${size}`, async () => {
      const page = await signIn(coordinator, { size });
      await page.goto(`${address}/im/commitments?lang=${language}`);
      await checkPage(page, `partnership/own-${language}-${size}`);
      await page.locator("main article a").first().click();
      await page.waitForURL(/commitments\/[^/]+\/[^/]+/);
      await checkPage(page, `partnership/own-one-${language}-${size}`);
      await page.goto(`${address}/im/deliveries?lang=${language}`);
      await checkPage(page, `partnership/handed-over-${language}-${size}`);
      await page.locator('main a[href*="/deliveries/new"]').first().click();
      await checkPage(page, `partnership/hand-over-${language}-${size}`);
      await page.locator("main form button[type=submit]").first().click();
      await page.locator('main input[name="step"]').waitFor({ state: "attached" });
      await screenshot(page, `partnership/hand-over-confirm-${language}-${size}`);
      await assertAxe(page);
      await assertReflow(page);
      await page.context().close();
    });

  for (const [language, size] of looks)
    test(`what the public sees, ${language} ${size}`, async () => {
      const page = await open(browser, `${address}/lund?lang=${language}`, { size });
      await checkPage(page, `partnership/public-${language}-${size}`);
      await page.goto(`${address}/lund/iop/radrum-2019?lang=${language}`);
      await checkPage(page, `partnership/public-one-${language}-${size}`);
      await page.context().close();
    });

  test("an assessment: problems first, nothing typed is lost, then archived beside what was there", async () => {
    const page = await signIn(officer, { size: "phone" });
    const base = await agreement(page, "lund", radrum);
    await page.goto(`${base}/assessment`);
    await page.getByRole("link", { name: "Pröva mot kriterier" }).click();
    await page.getByRole("link", { name: "Socialnämndens två tillägg" }).click();
    await page.getByText("Svaren kommer från en tidigare prövning").waitFor();
    const budget = criterion(page, /^1\. Överenskommelsen ryms inom befintlig budgetram/);
    assert.equal(await budget.getByLabel("Ja").isChecked(), true);
    await budget.getByLabel("Nej").check();
    await budget.getByLabel("Motivering").fill(" ");
    const years = criterion(page, /^2\. /);
    await years.getByText(/En regel prövar också/).waitFor();
    await years.getByLabel("Inget svar än").check();
    await years.getByLabel("Motivering").fill("Två år till dagen.");
    await page.getByRole("button", { name: "Arkivera prövningen" }).click();

    const summary = page.getByRole("alert");
    await summary.waitFor();
    assert.equal(await summary.getByRole("link").count(), 2);
    await screenshot(page, "partnership/assess-problems");
    await assertAxe(page);
    await assertReflow(page);
    assert.equal(await years.getByLabel("Motivering").inputValue(), "Två år till dagen.");
    assert.equal(await budget.getByLabel("Nej").isChecked(), true);
    await summary.getByRole("link").first().click();
    assert.equal(await page.evaluate(() => document.activeElement?.name), "answers[1].motivation");
    await page.keyboard.type("Anslaget räcker inte.");
    await years.getByLabel("Motivering").fill("");
    await page.getByRole("button", { name: "Arkivera prövningen" }).click();
    said(page, 422);

    await page.getByText("Prövningen är arkiverad").waitFor();
    const section = page.getByRole("region", { name: "Socialnämndens två tillägg" });
    await section.getByText("Anslaget räcker inte.").waitFor();
    await section.getByText("Prövat den 31 januari 2020 av partnerskapshandläggare").waitFor();
    await section.getByText("En tidigare prövning").click();
    await section.getByRole("heading", { name: "Prövat den 7 juni 2019 av socialdirektör" }).waitFor();
    await section.getByText("520 000 och 400 000 kronor tas ur").waitFor();
    await checkPage(page, "partnership/assessed");
    await page.goto(base);
    await page.getByText("Kriterierna är inte uppfyllda: Socialnämndens två tillägg").waitFor();

    // The association's copy is as it was.
    const copy = await signIn(coordinator);
    await copy.goto(`${await agreement(copy, "im", radrum)}/assessment`);
    await copy.getByText("Så här står prövningen i överenskommelsens fil").waitFor();
    assert.equal(await copy.getByText("Anslaget räcker inte").count(), 0);
    assert.equal(await copy.getByRole("link", { name: "Pröva" }).count(), 0);
    await checkPage(copy, "partnership/assessment-copy");
    await copy.context().close();
    await page.context().close();
  });

  test("an assessment by the keyboard alone, without JavaScript", async () => {
    const page = await signIn(officer, { scripts: false });
    const base = await agreement(page, "lund", kompis);
    await page.goto(`${base}/assessment/new?set=lund-minutes-2016/1&part=`);
    const first = criterion(page, /^1\. /);
    await first.getByLabel("Inget svar än").focus();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Planen nämner inte föreningen vid namn.");
    await page.getByRole("button", { name: "Arkivera prövningen" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("Prövningen är arkiverad").waitFor();
    await page.getByText("Planen nämner inte föreningen vid namn.").waitFor();
    await page.context().close();
  });

  test("two readings: a person chooses one", async () => {
    const page = await signIn(officer);
    const base = await agreement(page, "lund", "Kompis Sverige");
    await page.goto(`${base}/commitments`);
    await page.getByRole("link", { name: "Välj läsning" }).first().click();
    await checkPage(page, "partnership/reading");
    await page.getByRole("button", { name: "Spara valet" }).click();
    await page.getByRole("alert").waitFor();
    await assertAxe(page);
    said(page, 422);
    await page.context().close();
  });

  test("a file that does not read is told line by line, and nothing is saved", async () => {
    const page = await signIn(officer, { size: "phone" });
    await page.goto(`${address}/lund/agreements/import`);
    await page.setInputFiles('input[type="file"]', join(files, "agreement-bad.toml"));
    await page.getByRole("button", { name: "Läs in" }).click();
    await page.getByText("Inget är sparat").waitFor();
    await screenshot(page, "partnership/import-problems");
    await assertAxe(page);
    await assertReflow(page);
    said(page, 422);
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });

  test("dark, printed, without JavaScript", async () => {
    const page = await signIn(officer, { scheme: "dark" });
    const base = await agreement(page, "lund", radrum);
    for (const [name, path] of Object.entries(tabs)) {
      await page.goto(base + path);
      await screenshot(page, `partnership/${name}-dark`);
      await assertAxe(page, `${name} dark`);
    }
    for (const [name, path] of [["assessment", "/assessment"], ["deliveries", "/deliveries"], ["money", "/money"]]) {
      await page.goto(base + path);
      await printed(page, `partnership/${name}`);
      await page.emulateMedia({ media: "screen", colorScheme: "dark" });
    }
    await page.context().close();
    const own = await signIn(coordinator, { scheme: "dark" });
    for (const [name, path] of [["own", "/commitments"], ["handed-over", "/deliveries"]]) {
      await own.goto(`${address}/im${path}`);
      await screenshot(own, `partnership/${name}-dark`);
      await assertAxe(own, `${name} dark`);
    }
    await own.goto(`${address}/im/commitments`);
    await own.locator("main article a").first().click();
    await own.waitForURL(/commitments\/[^/]+\/[^/]+/);
    await screenshot(own, "partnership/own-one-dark");
    await assertAxe(own, "own commitment dark");
    await printed(own, "partnership/own-one");
    await own.context().close();
    const open_ = await open(browser, `${address}/lund/iop/radrum-2019`, { scheme: "dark", scripts: false });
    await assertReflow(open_);
    await screenshot(open_, "partnership/public-one-dark");
    await printed(open_, "partnership/public-one");
    await open_.context().close();
  });
}
