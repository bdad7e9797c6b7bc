// Money: every page in every look; a payment walked from planned to paid by two persons, without JavaScript and by
// keyboard; a payer's decision that moves what is not paid, and its way back; what a party sees; on paper.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkPage, chromium, printed, screenshot, signIn as signInTo } from "./lib.mjs";

const address = process.env.SAMRUM;
const officer = "handlaggare@lund.example";
const economist = "ekonom@lund.example";
const coordinator = "samordnare@im.example";
// Swedish wide is what the journeys below walk.
const looks = [["en", "wide"], ["sv-x-rtl", "phone"]];
const first = "/money/instalments/year-1_2019-07-01_1";
const next = "/money/instalments/year-1_2019-07-01_2";

if (!address) {
  test("partnership money", { skip: "SAMRUM names no server" });
} else {
  let browser;
  before(async () => (browser = await chromium()));
  after(() => browser.close());

  const signIn = (email, choices) => signInTo(browser, address, email, choices);
  const agreement = async (page, title) => {
    await page.goto(`${address}/lund/agreements?lang=sv`);
    return new URL(await page.locator("main tbody a", { hasText: title }).first().getAttribute("href"), address).href;
  };
  const radrum = "partnerskap om RådRum";
  const kompis = "partnerskap om Kompis Sverige";
  const press = async (page, name) => {
    await page.getByRole("button", { name, exact: true }).click();
    await page.waitForLoadState();
  };

  const pages = { tab: "/money", paid: first, planned: next, payer: "/money/payer", funding: "/money/funding",
    ending: "/money/ending?last=2019-12-31", unused: "/money/unused" };
  const rooms = { room: "/money", payers: "/money/payers", frame: "/money/payers?do=frame",
    routine: `/money/payers?do=routine&payer=${encodeURIComponent("Socialförvaltningen i Lund")}`, index: "/money/index" };

  for (const [language, size] of looks)
    test(`the pages of money, ${language} ${size}`, async () => {
      const page = await signIn(officer, { size });
      const base = await agreement(page, radrum);
      const lang = (path) => `${path}${path.includes("?") ? "&" : "?"}lang=${language}`;
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(base + lang(path));
        await checkPage(page, `money/${name}-${language}-${size}`);
      }
      for (const [name, path] of Object.entries(rooms)) {
        await page.goto(`${address}/lund${lang(path)}`);
        await checkPage(page, `money/${name}-${language}-${size}`);
      }
      const other = await agreement(page, kompis);
      for (const [name, path] of [["unused-left", "/money/unused"], ["question", "/money/question?key=amount/money/reading"]]) {
        await page.goto(other + lang(path));
        await checkPage(page, `money/${name}-${language}-${size}`);
      }
      await page.context().close();
    });

  test("dark, and on paper", async () => {
    const page = await signIn(officer, { scheme: "dark" });
    const base = await agreement(page, radrum);
    for (const [name, path] of [["tab", "/money"], ["planned", next], ["ending", "/money/ending?last=2019-12-31"]]) {
      await page.goto(base + path);
      await checkPage(page, `money/${name}-dark`);
    }
    await page.goto(`${address}/lund/money`);
    await checkPage(page, "money/room-dark");
    await printed(page, "money/room");
    await page.goto(`${base}/money`);
    await printed(page, "money/tab");
    await page.context().close();
  });

  test("a party reads its own agreement's money and signs nothing", async () => {
    const page = await signIn(coordinator);
    const base = await agreement(page, radrum);
    await page.goto(`${base}/money`);
    await checkPage(page, "money/party-tab");
    await page.goto(base + next);
    await checkPage(page, "money/party-instalment");
    assert.equal(await page.getByRole("button", { name: "Attestera" }).count(), 0);
    await page.context().close();
  });

  // Without JavaScript: the forms carry it all.
  test("from planned to paid by two persons, and corrected", async () => {
    const one = await signIn(officer, { scripts: false });
    const two = await signIn(economist, { scripts: false, size: "phone" });
    const base = await agreement(one, radrum);
    await one.goto(base + next);
    await one.fill('input[name="invoice"]', "IM 2020-7");
    await press(one, "Attestera");
    await one.getByText("Nu väntar utbetalningen på en annan person").waitFor();
    await two.goto(`${address}/lund/home`);
    await two.getByRole("link", { name: /Attestera som andra person/ }).click();
    await press(two, "Attestera som andra person");
    await press(two, "Notera som betald");
    await two.getByRole("heading", { level: 1, name: "Notera utbetalningen som betald?" }).waitFor();
    await screenshot(two, "money/sure-phone");
    await press(two, "Notera som betald");
    await two.getByText("Rätta med en motpost").click();
    await two.fill('input[name="sum"]', "10 000");
    await two.fill('textarea[name="reason"]', "Fel belopp på fakturan");
    await press(two, "Gör motposten");
    await press(two, "Gör motposten");
    await two.getByText("väntar på en annan person").waitFor();
    await one.reload();
    await press(one, "Bekräfta motposten");
    await two.reload();
    await two.getByText("motpost: Fel belopp på fakturan").waitFor();
    await screenshot(two, "money/corrected-phone");
    await one.goto(`${base}/money`);
    assert.match(await one.locator("main").innerText(), /250.000.kr/);
    await Promise.all([one.context().close(), two.context().close()]);
  });

  test("a payer's decision moves what is not paid, and can be taken back", async () => {
    const page = await signIn(officer);
    const base = await agreement(page, radrum);
    await page.goto(`${base}/money/payer`);
    await page.fill('input[name="decided_on"]', "2020-01-30");
    await press(page, "Notera beslutet");
    await page.getByRole("alert").waitFor();
    page.problems = page.problems.filter((one) => !one.includes("422"));
    assert.equal(await page.inputValue('input[name="decided_on"]'), "2020-01-30");
    await page.fill('input[name="reference"]', "§ 16");
    await press(page, "Notera beslutet");
    await page.goto(`${base}/money/instalments/year-2_2020-07-01_1`);
    await page.getByText("Kultur- och fritidsförvaltningen").first().waitFor();
    await page.goto(base + first);
    assert.equal(await page.getByText("Kultur- och fritidsförvaltningen").count(), 0);
    await page.goto(`${base}/money/payer`);
    await checkPage(page, "money/payer-decided");
    await page.locator('form[action*="/money/decisions/"]').first().evaluate((form) => form.submit());
    await page.waitForURL(/\/money$/);
    await page.getByText("Planerat:").waitFor();
    await page.context().close();
  });
}
