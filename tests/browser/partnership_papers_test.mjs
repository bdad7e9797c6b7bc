// Papers in the browser: the original and who signed, the officer's report from a draft to sent, two who write at once,
// without JavaScript, on a phone, right to left, dark, on paper; and a registry switched on.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkPage, chromium, open, printed, signIn } from "./lib.mjs";

const house = process.env.SAMRUM;
let browser;
before(async () => {
  browser = await chromium();
});
after(async () => browser?.close());

const press = async (page, button) => {
  await button.click();
  await page.waitForLoadState();
};
async function toPapers(page) {
  await page.goto(`${house}/lund/agreements`);
  await press(page, page.getByRole("link", { name: "Idéburet offentligt partnerskap om RådRum", exact: true }));
  await press(page, page.getByRole("link", { name: "Handlingar", exact: true }));
}

test("the original, its signatures and the paper as a page", async () => {
  const page = await signIn(browser, house, "handlaggare@lund.example");
  await toPapers(page);
  await checkPage(page, "papers/tab");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Öppna originalet (PDF)" }).click()]);
  assert.match(download.suggestedFilename(), /radrum-2019-1\.pdf/);
  await press(page, page.getByRole("link", { name: "Rätta" }).first());
  await checkPage(page, "papers/signature");
  await toPapers(page);
  await press(page, page.getByRole("link", { name: "Läs överenskommelsen som sida" }));
  await checkPage(page, "papers/agreement");
  await printed(page, "papers/agreement-print");
});

test("the officer's report from draft to sent, with two who write at once", async () => {
  const one = await signIn(browser, house, "handlaggare@lund.example");
  await toPapers(one);
  await press(one, one.getByRole("link", { name: "Redovisning för 2019" }));
  await checkPage(one, "papers/memo");
  const address = one.url();
  const other = await signIn(browser, house, "handlaggare@lund.example", { scripts: false });
  for (const page of [one, other]) {
    await page.goto(address);
    await press(page, page.getByRole("link", { name: "Ändra: Sammanfattning" }));
  }
  await checkPage(one, "papers/section");
  // Without JavaScript, and first to save.
  await other.getByLabel("Text").fill("Den andra skrev detta.");
  await press(other, other.getByRole("button", { name: "Spara" }));
  await one.getByLabel("Text").fill("Den ena skrev **detta**. Det är kort.");
  await press(one, one.getByRole("button", { name: "Förhandsvisa" }));
  await one.getByRole("heading", { name: /inte sparat/ }).waitFor();
  await press(one, one.getByRole("button", { name: "Spara" }));
  await one.getByText("Någon annan sparade avsnittet").first().waitFor();
  assert.match(await one.locator("main").innerText(), /Den andra skrev detta/);
  assert.equal(await one.getByLabel("Din text").inputValue(), "Den ena skrev **detta**. Det är kort.");
  one.problems.length = 0; // the 422 of the conflict is meant
  await checkPage(one, "papers/conflict");
  await press(one, one.getByRole("button", { name: "Spara" }));

  await one.goto(address);
  await press(one, one.getByRole("button", { name: "Gör klar" }));
  await checkPage(one, "papers/ready");
  await one.locator('form:has(button[value="sent"]) input[name="number"]').fill("SO 2019/0089");
  await press(one, one.getByRole("button", { name: "Anteckna att den är skickad" }));
  await one.getByText("Skickad 31 januari 2020 med nummer SO 2019/0089").waitFor();
  await press(one, one.getByRole("link", { name: "Läs hela" }));
  await checkPage(one, "papers/read");
});

test("on a phone, right to left, and dark", async () => {
  const phone = await signIn(browser, house, "handlaggare@lund.example", { size: "phone" });
  await toPapers(phone);
  await checkPage(phone, "papers/tab-phone");
  await phone.goto(`${phone.url().split("?")[0]}?lang=sv-x-rtl`);
  await checkPage(phone, "papers/tab-rtl");
  const dark = await signIn(browser, house, "samordnare@im.example", { scheme: "dark" });
  await dark.goto(`${house}/im/agreements`);
  await press(dark, dark.getByRole("link", { name: "Idéburet offentligt partnerskap om RådRum", exact: true }));
  await press(dark, dark.getByRole("link", { name: "Handlingar", exact: true }));
  await dark.getByText("föreningens eget original").waitFor();
  await checkPage(dark, "papers/association-dark");
});

test("a registry switched on, a document, and the public list", async () => {
  const page = await signIn(browser, house, "handlaggare@lund.example");
  await page.goto(`${house}/lund/registry`);
  await checkPage(page, "registry/off");
  await page.getByLabel("Vems nummer").fill("Socialnämnden");
  await page.getByLabel("Numrens form").fill("KSN-{year}-{number}");
  await press(page, page.getByRole("button", { name: "Sätt på diariet" }));
  await press(page, page.getByRole("link", { name: "Diarieför en handling" }));
  await checkPage(page, "registry/new");
  await page.getByLabel("Avsändare eller mottagare").first().fill("Provföreningen");
  await page.getByLabel("Vad den rör, i korthet").fill("Årsrapport");
  await press(page, page.getByRole("button", { name: "Diarieför en handling" }));
  await checkPage(page, "registry/document");
  for (const path of ["registry", "registry/numbers", "registry/plan"]) {
    await page.goto(`${house}/lund/${path}`);
    await checkPage(page, path.replace("/", "-"));
  }
  const anybody = await open(browser, `${house}/lund/register`, { size: "phone" });
  await anybody.getByText("KSN-2020-1").first().waitFor();
  await checkPage(anybody, "registry/public");
});
