// Journeys through the directory's tools: a file of organisations, a merge and its undo, an association that joins the
// compact, the guide and the help of a page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { checkPage, chromium, open, signIn } from "./lib.mjs";

const house = process.env.SAMRUM;
const officer = "handlaggare@lund.example";
let browser;

before(async () => (browser = await chromium()));
after(() => browser?.close());

const looks = [{}, { size: "phone" }, { scheme: "dark" }];
const lookOf = (choices) => Object.values(choices).join("-") || "wide";

for (const choices of looks) {
  test(`the pages of the officer (${lookOf(choices)})`, async () => {
    const page = await signIn(browser, house, officer, choices);
    for (const path of ["/lund/organisations", "/lund/organisations/import", "/lund/organisations/merge", "/lund/compacts", "/lund/compacts/new"]) {
      await page.goto(house + path);
      await checkPage(page, `directory-tools${path}-${lookOf(choices)}`);
    }
    await page.goto(`${house}/lund/organisations/merge`);
    await page.getByRole("link", { name: "Jämför" }).first().click();
    await checkPage(page, `directory-tools/pair-${lookOf(choices)}`);
    await page.goto(`${house}/lund/compacts`);
    await page.getByRole("link", { name: "Överenskommelsen i Lund" }).click();
    await checkPage(page, `directory-tools/compact-${lookOf(choices)}`);
    await page.getByRole("link", { name: "Kompis Sverige", exact: true }).click();
    await checkPage(page, `directory-tools/accession-${lookOf(choices)}`);
    await page.context().close();
  });
}

test("right to left nothing turns around", async () => {
  const page = await signIn(browser, house, officer, { size: "phone" });
  for (const path of ["/lund/organisations/import", "/lund/organisations/merge", "/lund/compacts"]) {
    await page.goto(`${house}${path}?lang=sv-x-rtl`);
    await checkPage(page, `directory-tools${path}-rtl`);
  }
  await page.goto(`${house}/lund/home?lang=sv`);
  await page.context().close();
});

test("a file is looked at before it is read in, without JavaScript too", async () => {
  const page = await signIn(browser, house, officer, { scripts: false });
  await page.goto(`${house}/lund/organisations/import`);
  await page.setInputFiles("input[type=file]", "tests/http/files/organisations-bad.csv");
  await page.getByRole("button", { name: "Pröva filen" }).click();
  await page.getByText("Rad 3: Typen ”kungarike” är okänd").waitFor();
  await page.getByRole("link", { name: "Välj en annan fil" }).click();
  await page.setInputFiles("input[type=file]", "tests/http/files/organisations-good.csv");
  await page.getByRole("button", { name: "Pröva filen" }).click();
  await page.getByText("1 ny organisation").waitFor();
  assert.equal(await page.getByRole("row", { name: /Nya Prov i Lund/ }).getByText("Ny", { exact: true }).count(), 1);
  await page.getByRole("button", { name: "Läs in" }).click();
  await page.getByText("Filen är inläst.").waitFor();
  await page.context().close();
});

test("two entries become one, and two again", async () => {
  const page = await signIn(browser, house, officer);
  await page.goto(`${house}/lund/organisations/merge`);
  await page.getByRole("row", { name: /Grannar i Lund/ }).getByRole("link", { name: "Jämför" }).click();
  await page.getByRole("group", { name: "Namn" }).getByLabel("Grannar i Lund, ideell förening").check();
  await page.getByRole("button", { name: "Slå ihop" }).click();
  await page.getByText("De två posterna är en.").waitFor();
  assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), "Grannar i Lund, ideell förening");
  await page.goto(`${house}/lund/organisations/merge`);
  await page.getByRole("button", { name: "Ångra" }).first().click();
  await page.getByText("Allt är som det var.").waitFor();
  await page.getByRole("row", { name: /Grannar i Lund, ideell förening/ }).first().waitFor();
  await page.context().close();
});

test("an association joins the compact, and everybody sees that it has", async () => {
  const coordinator = await signIn(browser, house, "samordnare@kompis.example", { size: "phone" });
  await coordinator.goto(`${house}/lund/compacts`);
  await coordinator.getByRole("link", { name: "Överenskommelsen i Lund" }).click();
  await coordinator.getByRole("link", { name: "Kompis Sverige", exact: true }).click();
  await coordinator.getByText("Väntar på svar").waitFor();
  const page = await signIn(browser, house, officer);
  await page.goto(coordinator.url());
  await page.getByText("Avböj anslutningen …").click();
  await page.getByRole("button", { name: "Avböj", exact: true }).click();
  await page.getByRole("alert").getByText("Skriv ett skäl").waitFor();
  await page.getByRole("button", { name: "Godkänn anslutningen" }).click();
  await page.getByText("Ansluten").first().waitFor();
  const nobody = await open(browser, `${house}/lund/compacts`);
  await nobody.getByRole("link", { name: "Överenskommelsen i Lund" }).click();
  await nobody.getByRole("cell", { name: "14 januari 2020" }).waitFor();
  await checkPage(nobody, "directory-tools/public-compact");
  await coordinator.reload();
  await coordinator.getByText("Lämna överenskommelsen …").click();
  await coordinator.getByRole("button", { name: "Lämna", exact: true }).click();
  await coordinator.getByText("Har lämnat").first().waitFor();
  for (const one of [page, coordinator, nobody]) await one.context().close();
});

test("help unfolds on a page by keyboard, and leads into the guide", async () => {
  const page = await signIn(browser, house, officer, { size: "phone" });
  await page.goto(`${house}/lund/organisations`);
  const help = page.locator("summary", { hasText: "Hjälp" });
  await help.focus();
  await page.keyboard.press("Enter");
  await page.getByText("Organisationernas offentliga uppgifter").waitFor();
  await checkPage(page, "directory-tools/help-open");
  await page.getByRole("link", { name: "Läs mer i handboken" }).click();
  await page.getByRole("heading", { level: 1, name: "Handbok" }).waitFor();
  await checkPage(page, "directory-tools/guide-phone");
  await page.getByRole("link", { name: "Organisationer" }).click();
  await checkPage(page, "directory-tools/guide-page-phone");
  await page.context().close();
});
