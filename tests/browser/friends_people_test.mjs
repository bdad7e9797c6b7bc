// Friends in the browser: somebody enrols in Arabic on a small phone and is helped right where something is missing, the
// coordinator talks with both and proposes, both say yes on their own phones, and the consent can be taken back.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAxe, assertReflow, checkPage, chromium, open, printed, screenshot, sizes, signIn as signInTo } from "./lib.mjs";

const house = process.env.SAMRUM;

if (!house) {
  test("friends", { skip: "SAMRUM names no server" });
} else {
  let browser;
  before(async () => (browser = await chromium()));
  after(() => browser.close());

  const pick = (page, name, value) => page.locator(`input[name="${name}"][value="${value}"]`).check();
  /** Clicks what leads to another page, and waits until it is there. */
  const follow = (page, what) => Promise.all([page.waitForNavigation({ waitUntil: "load" }), what.click()]);
  const go = (page) => follow(page, page.locator('button[name="go"][value="next"]'));
  /** The whole form in Swedish, as fast as it goes; answers the address to come back to. */
  const enrol = async (name, side, time) => {
    const page = await open(browser, `${house}/im/friend?l=sv`, { size: "phone" });
    await follow(page, page.getByRole("button", { name: "Börja" }));
    await pick(page, "side", side);
    await pick(page, "party", "person");
    await page.locator('input[name="grown_up"]').check();
    await page.locator('input[name="municipality"]').first().check();
    await page.fill('input[name="name"]', name);
    await page.fill('input[name="phone"]', "070-174 06 05");
    await page.fill('input[name="email"]', `${name.split(" ")[0].toLowerCase()}@example.org`);
    await go(page);
    await pick(page, "languages", "en");
    await pick(page, "swedish", "5");
    await go(page);
    await pick(page, "interests", "music");
    await go(page);
    await pick(page, "times", time);
    await go(page);
    await page.locator('input[name="values"]').check();
    await page.locator('input[name="consent"]').check();
    await go(page);
    await page.getByRole("heading", { level: 1, name: "Tack för din anmälan!" }).waitFor();
    return page;
  };

  test("from the phone form in Arabic to two times yes", async () => {
    const coordinator = await signInTo(browser, house, "samordnare@im.example");
    await coordinator.goto(`${house}/im/friends`);
    await checkPage(coordinator, "friends/start-empty");
    await follow(coordinator, coordinator.getByRole("main").getByRole("link", { name: "Nytt program" }));
    await checkPage(coordinator, "friends/programme-new");
    await coordinator.getByLabel("Namn på programmet").fill("Kompis Lund");
    await coordinator.getByLabel("Kommuner").fill("1281 Lund\n1230 Staffanstorp");
    await follow(coordinator, coordinator.getByRole("button", { name: "Spara" }));
    await coordinator.getByText("Programmet finns nu").waitFor();
    await coordinator.getByLabel("Ställe").fill("SFI i Lund");
    await coordinator.getByLabel("Kort namn i adressen").fill("sfi");
    await follow(coordinator, coordinator.getByRole("button", { name: "Lägg till" }));
    await checkPage(coordinator, "friends/programme");
    await follow(coordinator, coordinator.getByRole("link", { name: "Skriv ut" }));
    await coordinator.getByRole("img", { name: "Skanna koden med telefonen" }).waitFor();
    await checkPage(coordinator, "friends/flyer");
    await printed(coordinator, "friends/flyer-print");
    // A flyer on a wall says who is behind it: the association and its programme.
    assert.match(await coordinator.locator(".v-header:visible").innerText(), /\S.* · Kompis Lund/);
    await coordinator.emulateMedia({ media: "screen" });
    await coordinator.setViewportSize(sizes.wide);

    // Arabic on 320 px: right to left, Swedish beside; what is missing is told above and beside, and nothing is lost.
    const phone = await open(browser, `${house}/im/friend?c=sfi`, { size: "phone", language: "ar" });
    await checkPage(phone, "friends/enrol-ar");
    assert.equal(await phone.locator("html").getAttribute("dir"), "rtl");
    await follow(phone, phone.getByRole("link", { name: "العربية" }));
    await follow(phone, phone.getByRole("button", { name: "ابدأ" }));
    await checkPage(phone, "friends/form-1-ar");
    await phone.fill('input[name="name"]', "Amina Påhittad");
    await go(phone);
    await phone.getByRole("alert").waitFor();
    phone.problems.length = 0; // the browser's note of the 422
    assert.equal(await phone.evaluate(() => document.activeElement?.getAttribute("role")), "alert");
    await checkPage(phone, "friends/form-1-ar-wrong");
    assert.equal(await phone.inputValue('input[name="name"]'), "Amina Påhittad");
    await phone.getByRole("alert").getByRole("link").first().click();
    assert.equal(await phone.evaluate(() => document.activeElement?.getAttribute("name")), "side");
    // By keyboard alone from here to the next screen.
    await phone.keyboard.press("Space");
    await pick(phone, "party", "person");
    await phone.locator('input[name="grown_up"]').focus();
    await phone.keyboard.press("Space");
    await pick(phone, "municipality", "1281");
    await phone.fill('input[name="phone"]', "070-174 06 06");
    await phone.locator('button[name="go"][value="next"]').focus();
    await Promise.all([phone.waitForNavigation({ waitUntil: "load" }), phone.keyboard.press("Enter")]);
    await checkPage(phone, "friends/form-2-ar");
    await pick(phone, "languages", "ar");
    await pick(phone, "languages", "en");
    await pick(phone, "swedish", "2");
    await go(phone);
    await checkPage(phone, "friends/form-3-ar");
    await pick(phone, "interests", "music");
    await pick(phone, "statement_talk", "4");
    await go(phone);
    await checkPage(phone, "friends/form-4-ar");
    await pick(phone, "times", "weekend_day");
    await go(phone);
    await checkPage(phone, "friends/form-5-ar");
    assert.equal(await phone.locator("input:checked").count(), 0);
    await phone.getByText("I consent that my answers are kept").waitFor();
    await phone.locator('input[name="values"]').check();
    await phone.locator('input[name="consent"]').check();
    await go(phone);
    await phone.getByRole("heading", { level: 1, name: "شكراً على تسجيلك!" }).waitFor();
    await checkPage(phone, "friends/own-ar");

    const other = await enrol("Elsa Påhittad", "established", "weekend_day");
    await coordinator.goto(`${house}/im/friends/people`);
    await checkPage(coordinator, "friends/people");
    for (const name of ["Amina Påhittad", "Elsa Påhittad"]) {
      await coordinator.goto(`${house}/im/friends/people`);
      await follow(coordinator, coordinator.getByRole("link", { name }));
      await follow(coordinator, coordinator.getByRole("button", { name: "Samtalet har hållits" }));
      await coordinator.getByText("Samtalet är noterat").waitFor();
    }
    await checkPage(coordinator, "friends/person");
    await coordinator.goto(`${house}/im/friends/matching`);
    await coordinator.getByText("Båda gillar: Musik").waitFor();
    await checkPage(coordinator, "friends/matching");
    await printed(coordinator, "friends/matching");
    assert.ok(await coordinator.locator(".f-pair summary", { hasText: "Det som skiljer" }).first().isVisible());
    await coordinator.emulateMedia({ media: "screen" });
    await coordinator.setViewportSize(sizes.wide);
    await follow(coordinator, coordinator.getByRole("link", { name: /^Andra möjligheter/ }));
    await checkPage(coordinator, "friends/matching-one");
    await coordinator.goto(`${house}/im/friends/matching`);
    await coordinator.locator("summary", { hasText: "Föreslå paret" }).click();
    await coordinator.getByRole("dialog").getByText("De har 14 dagar på sig").waitFor();
    await assertAxe(coordinator, "propose dialog");
    await follow(coordinator, coordinator.getByRole("dialog").getByRole("button", { name: "Föreslå paret" }));
    await coordinator.getByText("Frågan är ställd").waitFor();
    await checkPage(coordinator, "friends/proposals");

    const amina = new URL(phone.url());
    await phone.goto(`${house}${amina.pathname}?l=ar`);
    await follow(phone, phone.getByRole("link", { name: /عرض الاقتراح/ }));
    await checkPage(phone, "friends/proposal-ar");
    assert.ok(!(await phone.content()).includes("Elsa Påhittad"), "first names only");
    assert.ok(!(await phone.content()).includes("070-174"), "no contact yet");
    await follow(phone, phone.getByRole("button", { name: /نعم، بكل سرور/ }));
    await phone.getByText("ننتظر الآن جواب الطرف الآخر").waitFor();
    // Who has an address gets a letter with a way in of its own.
    let letter;
    for (let i = 0; i < 40 && !letter; i++) {
      await other.goto(`${house}/mail`);
      letter = /\/im\/k\/[\w-]{43}\/proposal/.exec(await other.content())?.[0];
      if (!letter) await other.waitForTimeout(250);
    }
    assert.ok(letter, "a letter about the proposal");
    await other.getByText("Ett förslag till dig från Individuell Människohjälp (IM)").waitFor();
    await other.goto(`${house}${letter}?l=sv`);
    await other.getByRole("heading", { level: 1, name: "Vill du träffa Amina?" }).waitFor();
    await follow(other, other.getByRole("button", { name: "Ja, gärna" }));
    await other.getByText("Ni har båda sagt ja!").waitFor();
    await other.getByText("070-174 06 06").waitFor();
    await phone.reload();
    await phone.getByText("070-174 06 05").waitFor();
    await checkPage(phone, "friends/proposal-both-ar");
    await phone.emulateMedia({ colorScheme: "dark" });
    await assertAxe(phone, "both yes, dark");
    await screenshot(phone, "friends/proposal-both-ar-dark");

    await coordinator.goto(`${house}/im/friends`);
    await checkPage(coordinator, "friends/start");
    for (const page of [coordinator, phone, other]) assert.deepEqual(page.problems, []);
    for (const page of [coordinator, phone, other]) await page.context().close();
  });

  test("without JavaScript a form is kept, comes back by its address, and the consent is taken back", async () => {
    const page = await open(browser, `${house}/im/friend?l=en`, { size: "phone", scripts: false });
    await follow(page, page.getByRole("button", { name: "Begin" }));
    await page.fill('input[name="name"]', "Bilal Påhittad");
    await go(page);
    await page.getByText("Something needs to be put right").waitFor();
    await assertReflow(page);
    const own = /\/k\/[\w-]{43}/.exec(page.url())[0];
    const later = await open(browser, `${house}/im${own}`, { size: "phone" });
    assert.equal(await later.inputValue('input[name="name"]'), "Bilal Påhittad");
    await follow(later, later.getByRole("button", { name: /Remove what I have written/ }));
    await later.getByText("Everything about you has been removed.").waitFor();
    await page.context().close();
    await later.context().close();

    const participant = await enrol("Cecilia Påhittad", "established", "weekday_day");
    await participant.locator("summary", { hasText: "Ta tillbaka samtycket" }).click();
    await follow(participant, participant.getByRole("button", { name: "Ja, ta bort allt om mig" }));
    await participant.getByText("Allt om dig är borttaget.").waitFor();
    await participant.context().close();
  });
}
