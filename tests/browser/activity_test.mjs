// The activity log: a volunteer logs on a phone, the coordinator's open page follows, a file is read in.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { join } from "node:path";
import { assertAxe, assertReflow, checkPage, chromium, open, printed, screenshot, signIn as signInTo } from "./lib.mjs";

const address = process.env.SAMRUM;
const files = join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../http/files");

if (!address) {
  test("activity", { skip: "SAMRUM names no server" });
} else {
  let browser;
  before(async () => (browser = await chromium()));
  after(() => browser.close());

  const signIn = (email, choices) => signInTo(browser, address, email, choices);

  test("logged on a phone in seconds, seen at once on the coordinator's page, and undone", async () => {
    const coordinator = await signIn("samordnare@im.example");
    await coordinator.goto(`${address}/im/activity`);
    const sessions = coordinator.locator("#log").getByText("161", { exact: true });
    await sessions.waitFor();
    const volunteer = await signIn("volontar@im.example", { size: "phone" });
    await volunteer.goto(`${address}/im/activity/new`);
    await volunteer.getByLabel("Besökare").fill("5");
    await volunteer.getByRole("button", { name: "Spara" }).click();
    await volunteer.getByText("Sparat i loggen").waitFor();
    await coordinator.locator("#log").getByText("162", { exact: true }).waitFor();
    await volunteer.getByRole("button", { name: "Ångra" }).click();
    await volunteer.getByText("Raden är borttagen").waitFor();
    await coordinator.locator("#log").getByText("161", { exact: true }).waitFor();
    await coordinator.context().close();
    await volunteer.context().close();
  });

  test("a file is checked first, and read in when the person agrees", async () => {
    const page = await signIn("samordnare@im.example");
    await page.goto(`${address}/im/activity/import`);
    await page.setInputFiles('input[type="file"]', join(files, "activity-bad.csv"));
    await page.getByRole("button", { name: "Kontrollera filen" }).click();
    await page.getByText("Rad 2: Dagen har inte varit än").waitFor();
    page.problems = page.problems.filter((one) => !/422/.test(one));
    await checkPage(page, "activity/import-problems");
    await page.goto(`${address}/im/activity/import`);
    await page.setInputFiles('input[type="file"]', join(files, "activity-good.csv"));
    await page.getByRole("button", { name: "Kontrollera filen" }).click();
    await page.getByLabel("Lägg till dem i rummet").check();
    await checkPage(page, "activity/import-report");
    await page.getByRole("button", { name: "Läs in" }).click();
    await page.getByText("Filen är inläst").waitFor();
    await page.context().close();
  });

  const pages = { log: "", new: "/new", event: "/new?family=event", heads: "/new?family=headcount", import: "/import", figures: "/figures",
    year: "?kind=session&first=2018-01-01&last=2018-12-31" };
  for (const [language, size] of [["sv", "wide"], ["sv", "phone"], ["en", "wide"], ["sv-x-rtl", "phone"]])
    test(`every page ${language} ${size}`, async () => {
      const page = await signIn("samordnare@im.example", { size });
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(`${address}/im/activity${path}${path.includes("?") ? "&" : "?"}lang=${language}`);
        await checkPage(page, `activity/${name}-${language}-${size}`);
      }
      await page.context().close();
    });

  test("a line's own page, dark, printed, without JavaScript", async () => {
    const page = await signIn("samordnare@im.example", { scheme: "dark" });
    await page.goto(`${address}/im/activity`);
    await page.locator("#log tbody a").first().click();
    await page.getByText("Spara rättelsen").waitFor();
    await checkPage(page, "activity/line");
    await assertAxe(page, "line dark");
    await page.goto(`${address}/im/activity/figures`);
    await screenshot(page, "activity/figures-dark");
    await printed(page, "activity/figures");
    await page.goto(`${address}/im/activity`);
    await printed(page, "activity/log");
    assert.ok(await page.getByText(/Visar 1–50 av \d+/).isVisible(), "a sheet tells that it leaves rows out");
    assert.equal(await page.locator(".s-paging a:visible").count(), 0, "nobody turns the page on paper");
    await page.context().close();
    const plain = await signIn("samordnare@im.example", { size: "phone", scripts: false });
    await plain.goto(`${address}/im/activity/new`);
    await assertReflow(plain);
    await plain.context().close();
  });
}
