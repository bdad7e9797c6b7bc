// How an agreement goes on: the tab in every look; a notice that asks first, by the association itself; the copy in its own
// room; an amendment with its difference.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { join } from "node:path";
import { assertAxe, assertReflow, checkPage, chromium, printed, signIn as signInTo } from "./lib.mjs";

const address = process.env.SAMRUM;
const files = join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../http/files");
const officer = "handlaggare@lund.example";
const coordinator = "samordnare@im.example";
// Swedish wide is what the journeys below walk.
const looks = [["en", "wide"], ["sv-x-rtl", "phone"]];

if (!address) {
  test("partnership changes", { skip: "SAMRUM names no server" });
} else {
  let browser;
  before(async () => (browser = await chromium()));
  after(() => browser.close());

  const signIn = (email, choices) => signInTo(browser, address, email, choices);
  const changes = async (page, room, title) => {
    await page.goto(`${address}/${room}/agreements?lang=sv`);
    const href = await page.locator("main tbody a", { hasText: title }).first().getAttribute("href");
    return new URL(`${href}/changes`, address).href;
  };
  const send = async (page, name) => {
    await page.getByRole("button", { name, exact: true }).click();
    await page.waitForLoadState();
  };

  for (const [language, size] of looks)
    test(`the tab and its forms, ${language} ${size}`, async () => {
      const page = await signIn(officer, { size });
      const base = await changes(page, "lund", "partnerskap om RådRum");
      const kompis = await changes(page, "lund", "Kompis Sverige");
      const pages = { tab: base, dialogue: `${base}/new?kind=dialogue`, notice: `${base}/new?kind=notice`, breach: `${base}/new?kind=breach`,
        amend: `${base}/amend`, version: `${base}/versions/1`, over: kompis };
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(`${path}${path.includes("?") ? "&" : "?"}lang=${language}`);
        await checkPage(page, `partnership-changes/${name}-${language}-${size}`);
      }
      await page.context().close();
    });

  test("from changed circumstances over dialogue to a notice that asks first, and back by a correction", async () => {
    const page = await signIn(coordinator, { size: "phone" });
    const base = await changes(page, "lund", "partnerskap om RådRum");
    await page.goto(base);
    await page.getByRole("link", { name: "Ändrade förutsättningar" }).click();
    await page.getByLabel("Vad hände?").fill("Lokalen på biblioteket stängs.");
    await send(page, "Skriv ner");
    await page.getByText("Det är nedskrivet.").waitFor();
    await page.getByRole("link", { name: "Skriv ner dialogen" }).click();
    await page.getByLabel("Parterna är inte överens").check();
    await page.getByLabel("Vad hände?").fill("Vi fann ingen annan lokal.");
    await send(page, "Skriv ner");
    await page.getByRole("link", { name: "Uppsägning", exact: true }).click();
    await page.getByLabel("Part som säger upp").selectOption({ label: "Individuell Människohjälp (IM)" });
    await page.getByLabel("Vad gäller det?").selectOption({ index: 1 });
    await page.getByLabel("Vad hände?").fill("Vi säger upp.");
    await send(page, "Kontrollera");
    await page.getByRole("heading", { level: 1, name: "Bekräfta uppsägningen" }).waitFor();
    await page.getByText("30 april 2020").waitFor();
    await assertAxe(page);
    await assertReflow(page);
    await send(page, "Säg upp");
    await page.getByText("Sista dag: 30 april 2020").waitFor();
    await checkPage(page, "partnership-changes/notice-given");

    const own = await changes(page, "im", "partnerskap om RådRum");
    await page.goto(own);
    await page.getByText("Det här är er egen kopia").waitFor();
    await page.getByText("Sista dag: 30 april 2020").waitFor();

    await page.goto(base);
    await page.getByRole("link", { name: /^Rätta ?: Uppsägning/ }).click();
    await page.getByLabel("Vad hände?").fill("Uppsägningen var ett missförstånd.");
    await send(page, "Skriv ner");
    await page.getByText("rättad, räknas inte").first().waitFor();
    await printed(page, "partnership-changes/printed");
    await page.context().close();
  });

  test("an amendment shows what differs before it is made", async () => {
    const page = await signIn(officer);
    const base = await changes(page, "lund", "partnerskap om RådRum");
    await page.goto(`${base}/new?kind=dialogue`);
    await page.getByLabel("Parterna är överens").check();
    await page.getByLabel("Vad hände?").fill("Fler tillfällen.");
    await send(page, "Skriv ner");
    await page.goto(`${base}/amend`);
    await page.getByLabel("Vad hände?").fill("Fler tillfällen på Linero.");
    await page.getByLabel("Ändrad fil").setInputFiles(join(files, "radrum-amended.toml"));
    await send(page, "Visa skillnaden");
    await page.getByRole("heading", { level: 1, name: "Stämmer ändringen?" }).waitFor();
    assert.equal(await page.locator("main tbody tr").count(), 1);
    await checkPage(page, "partnership-changes/difference");
    await send(page, "Gör ändringen");
    await page.getByText("Ändringen är gjord.").waitFor();
    await page.goto(`${base}/versions/2`);
    await page.getByText("commitments[sessions].target.quantity").waitFor();
    await page.context().close();
  });
}
