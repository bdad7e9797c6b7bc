// The day with five browsers at once: an Arabic phone, the host, two advisers and the wall; and a lost network.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAxe, assertReflow, assertTargets, checkPage, chromium, open, screenshot, signIn as signInTo } from "./lib.mjs";

const address = process.env.SAMRUM;
const site = `${address}/im/advice/stadsbiblioteket`;

if (!address) {
  test("advice day", { skip: "SAMRUM names no server" });
} else {
  let browser;
  before(async () => (browser = await chromium()));
  after(() => browser.close());

  const signIn = (email, choices) => signInTo(browser, address, email, choices);
  const sit = async (page, desk, languages, experienced = false) => {
    await page.goto(`${site}/desk?sit=1`);
    await page.fill('input[name="desk"]', String(desk));
    for (const one of languages) await page.locator(`input[name="language"][value="${one}"]`).check();
    if (experienced) await page.locator('input[name="experienced"]').check();
    await page.getByRole("button", { name: "Sätt dig" }).click();
    await page.getByRole("heading", { level: 1, name: `Bord ${desk}` }).waitFor();
  };
  /** Calls until the table has the number; everybody else is marked as not come. */
  const callUntil = async (page, number) => {
    for (let i = 0; i < 20; i++) {
      await page.getByRole("button", { name: /^Ropa upp/ }).first().click();
      await page.getByText("är uppropat").waitFor();
      if (await page.getByText(`Nummer ${number} är uppropat`).count()) return;
      await page.getByRole("button", { name: "Kom inte" }).click();
      await page.getByText("Klart.").waitFor();
    }
    assert.fail(`number ${number} was never called`);
  };

  test("an Arabic phone, the host, two advisers and the wall see the same queue", async () => {
    const host = await signIn("samordnare@im.example", { size: "phone" });
    await host.goto(site);
    const secret = /k=([0-9A-Z]{12})/.exec(await host.content())[1];
    const wall = await open(browser, `${address}/im/a/stadsbiblioteket/wall?k=${secret}`);
    const one = await signIn("volontar@im.example");
    const two = await signIn("volontar@im.example");
    await host.goto(`${site}/host`);
    await checkPage(host, "advice-day/host-320");

    const phone = await open(browser, `${address}/im/a/stadsbiblioteket?k=${secret}&l=ar`, { size: "phone" });
    assert.equal(await phone.evaluate(() => document.documentElement.dir), "rtl");
    await checkPage(phone, "advice-day/phone-start");
    await phone.getByRole("button", { name: "Ta en kölapp" }).click();
    await phone.waitForURL(/\/t\//);
    const number = (await phone.locator(".v-number bdi").textContent()).trim();
    assert.match(number, /^[0-9]+$/, "Latin digits");
    await checkPage(phone, "advice-day/phone-ticket");

    // The host sees the number without reloading, and what the visitor says with pictures.
    await host.locator("#queue").getByText(number, { exact: true }).waitFor();
    await phone.locator('input[name="topic"][value="housing"]').check();
    await phone.locator('input[name="length"][value="long"]').check();
    await phone.getByRole("button", { name: "Klart" }).click();
    await phone.getByText("Tack, nu vet vi det").waitFor();
    await host.locator("#queue").getByText("bostad").first().waitFor();
    await screenshot(phone, "advice-day/phone-assessed");

    await sit(one, 3, ["ar"], true);
    await sit(two, 4, ["ar"]);
    await checkPage(one, "advice-day/desk");
    await assertReflow(one);

    // The network of the phone is gone while its number is called; it is right again by itself.
    const soFar = phone.problems.length;
    await phone.context().setOffline(true);
    await callUntil(one, number);
    assert.equal(await two.getByText(`Nummer ${number} är uppropat`).count(), 0);
    await wall.locator("#wall .v-wall__called").getByText(number, { exact: true }).waitFor();
    await screenshot(wall, "advice-day/wall");
    await assertAxe(wall, "wall");
    await phone.waitForTimeout(1000);
    assert.equal(await phone.locator(".v-turn").count(), 0, "without network it stays as it was");
    await phone.context().setOffline(false);
    await phone.locator(".v-turn").getByText("Gå till bord 3").waitFor({ timeout: 30000 });
    // What the page asked for without a network failed, and nothing else did.
    const missed = phone.problems.splice(soFar);
    assert.deepEqual(missed.filter((line) => !/^request: |ERR_INTERNET_DISCONNECTED/.test(line)), []);
    await screenshot(phone, "advice-day/phone-turn");
    await assertAxe(phone, "phone, its turn");

    await one.getByRole("button", { name: "Är här" }).click();
    await one.getByText(`Nummer ${number} är här`).waitFor();
    await checkPage(one, "advice-day/desk-here");
    // Handed over to the other table, which hears of it by itself.
    await one.locator("summary", { hasText: "Lämna över" }).click();
    await one.selectOption("#to_desk", "4");
    await one.getByRole("button", { name: "Lämna över" }).click();
    await two.getByText("Väntar på just det här bordet").waitFor();
    await two.keyboard.press("Alt+n").catch(() => undefined);
    if (!(await two.getByText(`Nummer ${number} är uppropat`).count())) await two.getByRole("button", { name: `Ropa upp ${number}` }).first().click();
    await two.getByText(`Nummer ${number} är uppropat`).waitFor();
    await phone.getByText("Gå till bord 4").waitFor();
    // A new QR code: who holds a number and who sits at a table go on hearing, and the wall says that it must be opened anew.
    await host.goto(site);
    await host.getByRole("button", { name: "Byt QR-kod" }).click();
    await host.getByText("QR-koden är bytt").first().waitFor();
    await wall.getByText("Öppna skärmen på nytt").waitFor();
    await two.getByRole("button", { name: "Är här" }).click();
    await two.getByText(`Nummer ${number} är här`).waitFor();
    await two.getByRole("button", { name: "Klar", exact: true }).click();
    await phone.getByText("Tack för besöket!").waitFor();
    assert.deepEqual([...phone.problems, ...host.problems, ...wall.problems, ...two.problems], []);
    for (const page of [phone, host, one, two, wall]) await page.context().close();
  });

  test("the visitor's pages in every language, on a phone, without JavaScript, dark and wide", async () => {
    const host = await signIn("samordnare@im.example");
    await host.goto(site);
    const secret = /k=([0-9A-Z]{12})/.exec(await host.content())[1];
    await checkPage(host, "advice-day/site");
    for (const l of ["sv", "en", "ar", "uk", "fa-AF", "fa", "so", "ti", "ps", "tr", "ku", "ckb", "ru", "es", "ro"]) {
      const page = await open(browser, `${address}/im/a/stadsbiblioteket/kiosk?k=${secret}&l=${l}`, { size: "phone", scripts: false });
      assert.equal(await page.getAttribute("html", "lang"), l);
      await assertReflow(page, l);
      await screenshot(page, `advice-day/kiosk-${l}`);
      await page.context().close();
    }
    const ticket = await open(browser, `${address}/im/a/stadsbiblioteket?k=${secret}&l=ti`, { size: "phone", scripts: false });
    await ticket.getByRole("button", { name: "Ta en kölapp" }).click();
    await ticket.getByText("Ditt nummer").waitFor();
    await ticket.getByRole("button", { name: "Ta bort min kölapp" }).click();
    await ticket.getByText("Din kölapp är borttagen").waitFor();
    await ticket.context().close();
    const kiosk = await open(browser, `${address}/im/a/stadsbiblioteket/kiosk?k=${secret}`, { scheme: "dark" });
    await checkPage(kiosk, "advice-day/kiosk-languages-dark");
    await kiosk.context().close();
    await host.goto(`${address}/im/advice/phrases?language=fa-AF`);
    await checkPage(host, "advice-day/phrases");
    await host.context().close();
  });

  test("a long case books a time, moves and cancels it with the code alone", async () => {
    const host = await signIn("samordnare@im.example");
    await host.goto(site);
    const secret = /k=([0-9A-Z]{12})/.exec(await host.content())[1];
    const phone = await open(browser, `${address}/im/a/stadsbiblioteket?k=${secret}&l=fa`, { size: "phone" });
    await phone.getByRole("button", { name: "Ta en kölapp" }).click();
    await phone.locator('input[name="length"][value="long"]').check();
    await phone.getByRole("button", { name: "Klart" }).click();
    await phone.getByRole("link", { name: /Du kan boka en tid på/ }).click();
    await checkPage(phone, "advice-day/book");
    await phone.locator('input[name="slot"]').first().check();
    await phone.getByRole("button", { name: "Boka" }).click();
    const code = (await phone.locator(".v-code bdi").textContent()).trim();
    await assertTargets(phone);
    await phone.goto(`${address}/im/a/linero/booking?l=fa`);
    await phone.fill("#code", code.toLowerCase());
    await phone.getByRole("button", { name: "Visa" }).click();
    await phone.locator('input[name="slot"]').first().check();
    await phone.getByRole("button", { name: "Byt tid" }).click();
    await phone.getByRole("button", { name: "Avboka" }).click();
    await phone.getByText("Tiden är avbokad").waitFor();
    await phone.context().close();
    await host.context().close();
  });
}
