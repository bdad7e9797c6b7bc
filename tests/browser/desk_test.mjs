// The desk: tasks, reminders, handing over, the overview and the timeline, in every look; a handover from beginning to end.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkPage, chromium, printed, signIn as signInTo } from "./lib.mjs";

const address = process.env.SAMRUM;
const officer = "handlaggare@lund.example";
const coordinator = "samordnare@im.example";
// Swedish wide is what the journeys below walk.
const looks = [["en", "wide"], ["sv-x-rtl", "phone"]];

if (!address) {
  test("the desk", { skip: "SAMRUM names no server" });
} else {
  let browser;
  before(async () => (browser = await chromium()));
  after(() => browser.close());

  const signIn = (email, choices) => signInTo(browser, address, email, choices);
  const timelineOf = async (page) => {
    await page.goto(`${address}/lund/overview?lang=sv`);
    return new URL(await page.locator("main a[href$='/timeline']").first().getAttribute("href"), address).href;
  };

  for (const [language, size] of looks)
    test(`the officer's pages, ${language} ${size}`, async () => {
      const page = await signIn(officer, { size });
      const timeline = await timelineOf(page);
      const pages = { home: "/lund/home", tasks: "/lund/tasks", everyones: "/lund/tasks?who=all", none: "/lund/tasks?search=qqq",
        reminders: "/lund/tasks/reminders", handover: "/lund/tasks/handover", overview: "/lund/overview", over: "/lund/overview?show=over",
        nothing: "/lund/overview?search=qqq", agreements: "/lund/agreements", timeline };
      for (const [name, path] of Object.entries(pages)) {
        const whole = new URL(path, address);
        whole.searchParams.set("lang", language);
        await page.goto(whole.href);
        await checkPage(page, `desk/${name}-${language}-${size}`);
      }
      await page.context().close();
    });

  test("the association's own, dark and narrow", async () => {
    const page = await signIn(coordinator, { size: "phone", dark: true });
    for (const [name, path] of [["tasks-im", "/im/tasks"], ["overview-im", "/im/overview"]]) {
      await page.goto(address + path);
      await checkPage(page, `desk/${name}-dark`);
    }
    await page.goto(`${address}/im/overview`);
    await page.getByText("Just nu:").first().waitFor();
    await page.context().close();
  });

  test("finding a task, and what it leads to", async () => {
    const page = await signIn(officer);
    await page.goto(`${address}/lund/home?lang=sv`);
    await page.getByRole("link", { name: "Alla uppgifter" }).click();
    await page.getByRole("link", { name: "Allas som jag får se" }).click();
    await page.getByLabel("Sök bland uppgifterna").fill("åtgärd RÅDRUM");
    await page.getByRole("button", { name: "Visa" }).click();
    await page.waitForLoadState();
    const rows = page.locator("main tbody tr");
    assert.ok(await rows.count() >= 1);
    for (const text of await rows.allTextContents()) assert.match(text, /Åtgärd/);
    await page.goto(`${address}/lund/tasks`);
    await printed(page, "desk/tasks-printed");
    await page.goto(`${address}/lund/overview`);
    await printed(page, "desk/overview-printed");
    await page.context().close();
  });

  test("handing over: what moves is told, both get a letter, the successor reads the note", async () => {
    const leaving = await signIn("ekonom@lund.example");
    await leaving.goto(`${address}/lund/tasks?lang=sv`);
    await leaving.getByRole("link", { name: "Lämna över till en efterträdare" }).click();
    await leaving.getByRole("heading", { name: /^Roller i rummet/ }).waitFor();
    await leaving.getByRole("heading", { name: /^Utbetalningar/ }).waitFor();
    await leaving.getByLabel("Efterträdarens e-postadress").fill("fel");
    await leaving.getByLabel("Anteckning till efterträdaren").fill("Fakturorna ligger i pärmen.");
    await leaving.getByRole("button", { name: "Lämna över" }).click();
    await leaving.locator("[role=alert]").waitFor();
    assert.equal(await leaving.getByLabel("Anteckning till efterträdaren").inputValue(), "Fakturorna ligger i pärmen.");
    await leaving.getByLabel("Efterträdarens e-postadress").fill("handlaggare@lund.example");
    await leaving.getByLabel(/^Jag har läst vad som följer med/).check();
    await leaving.getByRole("button", { name: "Lämna över" }).click();
    await leaving.getByText("Överlämningen är gjord.").waitFor();
    const coming = await signIn(officer);
    await coming.goto(`${address}/lund/tasks/handover?lang=sv`);
    await coming.getByText("Fakturorna ligger i pärmen.").waitFor();
    await checkPage(coming, "desk/handover-taken");
    await leaving.goto(`${address}/mail`);
    await leaving.getByText("Du lämnar över i Lunds kommun").first().waitFor();
    await leaving.context().close();
    await coming.context().close();
  });
}
