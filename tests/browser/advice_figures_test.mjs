// Case sheets on a phone, the coordinator's figures, and the referral directory as anybody reads it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { readFileSync } from "node:fs";
import { checkPage, chromium, open, signIn as signInTo } from "./lib.mjs";

const address = process.env.SAMRUM;

if (!address) {
  test("advice figures", { skip: "SAMRUM names no server" });
} else {
  let browser;
  before(async () => (browser = await chromium()));
  after(() => browser.close());

  const signIn = (email, choices) => signInTo(browser, address, email, choices);

  test("a case sheet is one screen and three taps on a phone", async () => {
    const page = await signIn("volontar@im.example", { size: "phone" });
    await page.goto(`${address}/im/advice/stadsbiblioteket`);
    const session = await page.locator('input[name="session"]').first().inputValue();
    await page.goto(`${address}/im/advice/sheets/new?session=${session}`);
    await checkPage(page, "advice/sheet");
    const tile = (label) => page.getByLabel(label, { exact: true }).boundingBox();
    const [left, right] = [await tile("kontakt med myndighet"), await tile("blankett")];
    assert.ok(Math.abs(left.y - right.y) < 4 && right.x > left.x, "two tiles beside each other");
    await page.getByLabel("brev", { exact: true }).check();
    await page.getByLabel("Språk som besökaren önskade").selectOption("ti");
    await page.getByLabel("språkstöd på telefon").check();
    await page.getByRole("button", { name: "Spara" }).click();
    await page.waitForURL((url) => url.pathname === "/im/advice/stadsbiblioteket/desk");
    await page.goto(`${address}/im/advice/sheets?session=${session}`);
    await page.getByText("tigrinska").first().waitFor();
    await page.context().close();
  });

  test("the coordinator's figures open their rows, by keyboard and as a spreadsheet", async () => {
    const page = await signIn("samordnare@im.example", { size: "wide" });
    await page.goto(`${address}/im/advice/figures?first=2019-07-01&last=2019-12-31`);
    await page.getByText("190", { exact: true }).first().waitFor();
    await checkPage(page, "advice/figures");
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Kalkylark" }).click();
    const file = await (await download).path();
    assert.equal(readFileSync(file).subarray(0, 2).toString(), "PK");
    await page.getByRole("link", { name: "arabiska" }).first().focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Önskat språk: arabiska" }).waitFor();
    await page.getByRole("link", { name: /2019/ }).first().click();
    await page.getByRole("heading", { name: "Vad som är kvar av tillfället" }).waitFor();
    await checkPage(page, "advice/counts");
    await page.context().close();
  });

  test("anybody finds help, also on an old phone in the dark", async () => {
    const page = await open(browser, `${address}/im/help`, { size: "phone", scheme: "dark" });
    await checkPage(page, "advice/help");
    await page.context().close();
  });
}
