// The guide "Which form fits?": every page in every look; from the first question to an enquiry without JavaScript; the
// officer answers, whoever asked reads it by the secret address.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkPage, chromium, open, printed, signIn as signInTo } from "./lib.mjs";

const address = process.env.SAMRUM;
const officer = "handlaggare@lund.example";
const looks = [["en", "wide"], ["sv-x-rtl", "phone"]];
const answers = "who=association&initiative=own&aim=open&work=social&regular=no&market=unknown&control=own&pay=body&plan=yes&yearly=460000&months=24&extension=0";
const fitting = answers.replace("pay=body", "pay=both");

if (!address) {
  test("partnership enquiry", { skip: "SAMRUM names no server" });
} else {
  let browser;
  before(async () => (browser = await chromium()));
  after(() => browser.close());

  const send = async (page, name) => {
    await page.getByRole("button", { name, exact: true }).first().click();
    await page.waitForLoadState();
  };

  for (const [language, size] of looks)
    test(`the open pages, ${language} ${size}`, async () => {
      const pages = { guide: "guide", question: "guide/questions?who=association", sum: `guide/questions?${fitting.split("&yearly")[0]}`,
        result: `guide/result?${fitting}`, grant: `guide/result?${answers}`, contact: `guide/contact?${fitting}`, log: "guide/log", limits: "guide/limits" };
      const page = await open(browser, `${address}/lund/guide`, { size });
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(`${address}/lund/${path}${path.includes("?") ? "&" : "?"}lang=${language}`);
        await checkPage(page, `partnership-enquiry/${name}-${language}-${size}`);
      }
      await page.context().close();
    });

  for (const [language, size] of looks)
    test(`the officer's pages, ${language} ${size}`, async () => {
      const page = await signInTo(browser, address, officer, { size, scheme: size === "phone" ? "dark" : "light" });
      await page.goto(`${address}/lund/enquiries?lang=sv`);
      const one = await page.locator("main a", { hasText: "Grannskapet Linero" }).getAttribute("href");
      await page.goto(`${address}/lund/supports`);
      const support = await page.locator("main a", { hasText: "Individuell" }).first().getAttribute("href");
      const pages = { list: "/lund/enquiries", one, setting: "/lund/enquiries/guide", limits_kept: "/lund/limits", supports: "/lund/supports", support,
        new_support: "/lund/supports/new" };
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(`${address}${path}?lang=${language}`);
        await checkPage(page, `partnership-enquiry/${name}-${language}-${size}`);
      }
      await page.context().close();
    });

  test("from the first question to an answer, without JavaScript", async () => {
    const page = await open(browser, `${address}/lund?lang=sv`, { scripts: false });
    await page.getByRole("link", { name: "Vilken form passar?" }).click();
    await page.getByRole("link", { name: "Börja", exact: true }).click();
    await send(page, "Vidare");
    await page.getByText("Välj ett av svaren.").first().waitFor();
    // Each page is there before the next button is pressed: without scripts nothing else tells that it came.
    const arrived = (number) => page.getByRole("heading", { level: 1, name: `Fråga ${number}`, exact: true }).waitFor();
    let number = 1;
    for (const answer of [/En förening, stiftelse/, /^Föreningen$/, /För människor i kommunen/, /Socialt arbete/, /Nej, verksamheten/, /^Nej$/, /^Föreningen$/, /Båda bidrar/, /^Ja$/]) {
      await page.getByLabel(answer).first().check();
      await send(page, "Vidare");
      await arrived(++number);
    }
    await page.getByLabel("Hur mycket pengar behövs per år?").fill("120 000");
    await send(page, "Vidare");
    await arrived(11);
    await send(page, "Vet inte än");
    await arrived(12);
    await send(page, "Vet inte än");
    await page.getByRole("heading", { level: 1, name: "Ett partnerskap kan passa" }).waitFor();
    assert.match(page.url(), /yearly=120/);

    await page.getByRole("link", { name: /Ändra.*Vem bestämmer/ }).click();
    await page.getByLabel("Kommunen bestämmer i detalj").check();
    await send(page, "Vidare");
    await page.getByRole("heading", { level: 1, name: "Det liknar ett köp" }).waitFor();
    await page.getByText("Kammarrätten i Göteborg").first().waitFor();

    await page.getByRole("link", { name: "Kontakta oss" }).click();
    await send(page, "Skicka förfrågan");
    await page.getByText("Skriv vad organisationen heter.").first().waitFor();
    await page.getByLabel("Organisation", { exact: true }).fill("Bläddrarna (påhittad)");
    await page.getByLabel("Vad vill ni göra?").fill("Läsecirklar på biblioteket.");
    await send(page, "Skicka förfrågan");
    await page.getByText("Förfrågan är skickad.").waitFor();
    const own = page.url();

    const desk = await signInTo(browser, address, officer);
    await desk.goto(`${address}/lund/enquiries`);
    await desk.getByRole("link", { name: "Bläddrarna (påhittad)" }).first().click();
    await desk.getByText("Upphandling").first().waitFor();
    await desk.locator("textarea[name=answer]").fill("Hör av er till biblioteket.");
    await send(desk, "Skicka svaret");
    await desk.getByText("Svaret är skickat.").waitFor();
    await desk.context().close();

    await page.goto(own);
    await page.getByText("Hör av er till biblioteket.").waitFor();
    await page.context().close();
    // Looking a page over takes scripts.
    const seen = await open(browser, own);
    await checkPage(seen, "partnership-enquiry/own");
    await seen.context().close();
  });

  test("the advice on paper", async () => {
    const page = await open(browser, `${address}/lund/guide/result?${fitting}&lang=sv`);
    await printed(page, "partnership-enquiry/result-printed");
    await page.context().close();
  });
}
