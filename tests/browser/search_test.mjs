// Search and tokens: the field in the header from any page, by keyboard; hits, kinds, paging and emptiness in every look; a
// change is found within seconds; a token made, copied and revoked.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkPage, chromium, signIn as signInTo } from "./lib.mjs";

const address = process.env.SAMRUM;
const officer = "handlaggare@lund.example";
const coordinator = "samordnare@im.example";
const looks = [["en", "wide"], ["sv-x-rtl", "phone"]];

if (!address) {
  test("search", { skip: "SAMRUM names no server" });
} else {
  let browser;
  before(async () => (browser = await chromium()));
  after(() => browser.close());
  const signIn = (email, choices) => signInTo(browser, address, email, choices);

  for (const [language, size] of looks)
    test(`search and tokens, ${language} ${size}`, async () => {
      const page = await signIn(officer, { size, scheme: language === "en" ? "dark" : "light" });
      const pages = { empty: "/lund/search?", hits: "/lund/search?q=radrum", kind: "/lund/search?q=lund&kind=meeting", none: "/lund/search?q=xyzzy", tokens: "/lund/tokens?" };
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(`${address}${path}&lang=${language}`);
        await checkPage(page, `search/${name}-${language}-${size}`);
      }
      await page.context().close();
    });

  test("from the header of any page, by keyboard alone", async () => {
    const page = await signIn(officer);
    await page.goto(`${address}/lund/agreements?lang=sv`);
    for (let step = 0; step < 8 && (await page.evaluate(() => document.activeElement?.id)) !== "header-search"; ++step) await page.keyboard.press("Tab");
    await page.keyboard.type("radr overensk");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/lund/search?q=*");
    assert.equal(await page.locator("main input[name=q]").inputValue(), "radr overensk");
    const first = page.locator(".s-hit").first();
    assert.match((await first.locator("mark").allTextContents()).join(" "), /RådRum/);
    await first.locator("a").click();
    await page.waitForURL((url) => url.pathname.includes("/lund/agreements/"));
    await page.context().close();
  });

  test("without scripts too, and what is new is found within seconds", async () => {
    const page = await signIn(coordinator, { scripts: false });
    await page.goto(`${address}/im/search?q=vintercafe&lang=sv`);
    await page.getByText("Inget här innehåller ”vintercafe”").waitFor();
    await page.goto(`${address}/im/activity/new?family=event`);
    await page.fill("input[name=title]", "Vintercafé på Mårtenstorget");
    await page.fill("input[name=day]", "2020-01-30");
    await page.locator("main form button[type=submit]").last().click();
    const began = Date.now();
    let found = 0;
    while (!found && Date.now() - began < 10_000) {
      await page.goto(`${address}/im/search?q=vintercafe+martens`);
      found = await page.locator(".s-hit").count();
    }
    assert.equal(found, 1);
    assert.equal((await page.locator(".s-hit mark").allTextContents()).join(" "), "Vintercafé Mårtenstorget");
    await page.context().close();
  });

  test("many hits come page by page", async () => {
    const page = await signIn(coordinator);
    await page.goto(`${address}/im/search?q=stadsbibliotek&lang=sv`);
    assert.equal(await page.locator(".s-hit").count(), 20);
    await page.getByRole("link", { name: "Nästa" }).click();
    await page.waitForURL("**page=2*");
    await checkPage(page, "search/second-page");
    await page.getByRole("link", { name: "Föregående" }).waitFor();
    await page.context().close();
  });

  test("a token is made, shown once and revoked", async () => {
    const page = await signIn(coordinator);
    await page.goto(`${address}/im/feeds?lang=sv`);
    await page.getByRole("link", { name: "Nycklar för program" }).click();
    await page.getByLabel("Vad nyckeln är till för").fill("Hemsidan");
    await page.getByLabel("Läsa aktivitetsloggen").check();
    await page.getByRole("button", { name: "Gör en nyckel" }).click();
    await page.getByText("Din nyckel är klar").waitFor();
    await checkPage(page, "search/token-made");
    const secret = /Bearer ([\w-]{43})/.exec(await page.locator("main").textContent())?.[1];
    const ask = () => fetch(`${address}/api/v1/rooms/im/activity?limit=1`, { headers: { authorization: `Bearer ${secret}` } });
    assert.equal((await ask()).status, 200);
    await page.goto(`${address}/im/tokens`);
    assert.equal((await page.content()).includes(secret), false);
    await page.locator("main summary, main button", { hasText: "Återkalla" }).first().click();
    await page.locator("main form[action$=revoke] button[type=submit]").click();
    await page.getByText("Nyckeln är återkallad").waitFor();
    assert.equal((await ask()).status, 401);
    await page.context().close();
  });
}
