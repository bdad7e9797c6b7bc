// The steering group: every page in every look; a meeting from plan over call and notes to settled, by the officer; what the
// association sees, and closes.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkPage, chromium, printed, signIn as signInTo } from "./lib.mjs";

const address = process.env.SAMRUM;
const officer = "handlaggare@lund.example";
const coordinator = "samordnare@im.example";
// Swedish wide is what the journeys below walk.
const looks = [["en", "wide"], ["sv-x-rtl", "phone"]];

if (!address) {
  test("partnership steering", { skip: "SAMRUM names no server" });
} else {
  let browser;
  before(async () => (browser = await chromium()));
  after(() => browser.close());

  const signIn = (email, choices) => signInTo(browser, address, email, choices);
  const href = async (page, name) => new URL(await page.locator("main a", { hasText: name }).first().getAttribute("href"), address).href;
  const send = async (page, name) => {
    await page.getByRole("button", { name, exact: true }).first().click();
    await page.waitForLoadState();
  };

  for (const [language, size] of looks)
    test(`the officer's pages, ${language} ${size}`, async () => {
      const page = await signIn(officer, { size });
      await page.goto(`${address}/lund/steering?lang=sv`);
      const autumn = await href(page, "17 oktober 2019");
      const spring = await href(page, "12 mars 2020");
      const group = await href(page, "Styrgrupp för RådRum och Kompis Sverige");
      await page.goto(spring);
      const item = await href(page, "Anteckna");
      await page.goto(group);
      const seat = await href(page, "Ändra");
      await page.goto(`${address}/lund/agreements`);
      const tab = `${await href(page, "Idéburet offentligt partnerskap om RådRum")}/steering`;
      const pages = { front: `${address}/lund/steering`, tab, group, seat, new_group: `${address}/lund/steering/groups/new`,
        new_meeting: `${group}/meetings/new`, called: spring, item, held: autumn, paper: `${autumn}/paper`, propose: `${address}/lund/steering/propose` };
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(`${path}?lang=${language}`);
        await checkPage(page, `partnership-steering/${name}-${language}-${size}`);
      }
      await page.context().close();
    });

  test("the party's view, dark and narrow", async () => {
    const page = await signIn(coordinator, { size: "phone", dark: true });
    await page.goto(`${address}/lund/steering`);
    await checkPage(page, "partnership-steering/party");
    await page.goto(await href(page, "17 oktober 2019"));
    await page.getByText("Läget i RådRum").first().waitFor();
    assert.equal(await page.getByText("Läget i Kompis").count(), 0);
    await checkPage(page, "partnership-steering/party-held");
    await page.context().close();
  });

  test("a meeting from plan to settled notes", async () => {
    const page = await signIn(officer);
    await page.goto(`${address}/lund/steering`);
    await page.goto(await href(page, "Styrgrupp för RådRum och Kompis Sverige"));
    await page.getByRole("link", { name: "Nytt möte" }).click();
    await page.getByLabel("Dag", { exact: true }).fill("2020-01-30");
    await page.getByLabel("Börjar").fill("09:00");
    await page.getByLabel("Slutar").fill("10:30");
    await page.getByLabel("Plats", { exact: true }).fill("Stadshallen");
    await send(page, "Planera mötet");
    await page.getByText("Dagordningen är tom").waitFor();
    await send(page, "Hämta in punkter");
    await page.getByText("Punkterna är inhämtade.").waitFor();
    await page.locator("summary, button", { hasText: "Kalla till mötet" }).first().click();
    await page.getByRole("dialog").getByRole("button", { name: "Kalla till mötet" }).click();
    await page.getByText("Kallelsen är på väg.").waitFor();
    await page.getByRole("checkbox", { name: /projektchef/ }).check();
    await send(page, "Mötet är hållet");
    await page.locator("a", { hasText: "Anteckna" }).first().click();
    await page.locator("textarea[name=notes]").fill("Vi gick igenom läget.");
    await page.getByLabel("Enighet", { exact: true }).check();
    await send(page, "Spara anteckningarna");
    await page.getByText("Vi gick igenom läget.").waitFor();
    await page.locator("summary, button", { hasText: "Stäm av anteckningarna" }).first().click();
    await page.getByRole("dialog").getByRole("button", { name: "Stäm av anteckningarna" }).click();
    await page.getByText("Anteckningarna stämdes av").waitFor();
    await page.getByRole("link", { name: "Utskrift" }).click();
    await printed(page, "partnership-steering/notes-printed");
    await page.context().close();
  });
}
