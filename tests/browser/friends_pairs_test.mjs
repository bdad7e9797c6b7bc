// Pairs in the browser: from the phone form to the paired effect, half a year later; "we met" with one tap, also by
// keyboard and right to left; what only the coordinator sees; activities, figures, the effect on paper.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Demo, Served } from "../lib/served.mjs";
import { assertAxe, checkPage, chromium, open, printed, screenshot, signIn as signInTo, sizes } from "./lib.mjs";

const house = process.env.SAMRUM;
const binary = process.env.SAMRUM_BINARY;

const pick = (page, name, value) => page.locator(`input[name="${name}"][value="${value}"]`).check();
const press = async (page, button) => {
  await button.click();
  await page.waitForLoadState();
};

/** The whole phone form; answers the page and its secret address. */
async function enrol(browser, address, name, side, swedish) {
  const page = await open(browser, `${address}/im/friend?l=sv`, { size: "phone" });
  const next = () => press(page, page.locator('button[name="go"][value="next"]'));
  await press(page, page.getByRole("button", { name: "Börja" }));
  await pick(page, "side", side);
  await pick(page, "party", "person");
  await page.locator('input[name="grown_up"]').check();
  await page.locator('input[name="municipality"]').first().check();
  await page.fill('input[name="name"]', name);
  await page.fill('input[name="phone"]', "070-174 06 05");
  await next();
  await pick(page, "languages", "en");
  await pick(page, "swedish", swedish);
  await next();
  await pick(page, "interests", "music");
  await next();
  await pick(page, "times", "weekday_evening");
  await next();
  await page.locator('input[name="values"]').check();
  await page.locator('input[name="consent"]').check();
  await next();
  await page.getByRole("heading", { level: 1, name: "Tack för din anmälan!" }).waitFor();
  return { page, path: new URL(page.url()).pathname };
}

async function talk(coordinator, address, name) {
  await coordinator.goto(`${address}/im/friends/people`);
  await press(coordinator, coordinator.getByRole("link", { name }));
  await press(coordinator, coordinator.locator('form[action$="/talk"] button[type="submit"]'));
}

/** Ticks the same step of every statement and sends. */
async function answer(page, step) {
  for (const one of await page.locator(`.f-scale input[value="${step}"]`).all()) await one.check();
  await press(page, page.getByRole("button", { name: "Skicka" }));
}

test("from the phone form to the paired effect", { skip: binary ? undefined : "SAMRUM_BINARY names no program" }, async () => {
  const demo = new Demo(binary, "sqlite");
  const flags = demo.copy();
  const browser = await chromium();
  let served = await Served.start(binary, flags, ["--today", "2020-01-31"]);
  try {
    // The first day: a programme, two forms on phones, a talk with each, a proposal, two times yes.
    const coordinator = await signInTo(browser, served.address, "samordnare@im.example");
    await coordinator.goto(`${served.address}/im/friends/programmes/new`);
    await coordinator.getByLabel("Namn på programmet").fill("Kompis Lund");
    await coordinator.getByLabel("Kommuner").fill("1281 Lund");
    await press(coordinator, coordinator.getByRole("button", { name: "Spara" }));
    const one = await enrol(browser, served.address, "Amina Påhittad", "newcomer", "2");
    const other = await enrol(browser, served.address, "Berit Påhittad", "established", "5");
    for (const name of ["Amina Påhittad", "Berit Påhittad"]) await talk(coordinator, served.address, name);
    await coordinator.goto(`${served.address}/im/friends/matching`);
    await coordinator.locator("summary", { hasText: "Föreslå paret" }).click();
    await press(coordinator, coordinator.getByRole("dialog").getByRole("button", { name: "Föreslå paret" }));
    for (const { page, path } of [one, other]) {
      await page.goto(`${served.address}${path}/proposal?l=sv`);
      await press(page, page.getByRole("button", { name: "Ja, gärna" }));
    }

    // They are a pair: the first answers, and a meeting with one tap.
    await one.page.goto(`${served.address}${one.path}?l=sv`);
    await press(one.page, one.page.getByRole("link", { name: "Gå till er sida" }));
    await one.page.getByRole("heading", { level: 1, name: "Du och Berit" }).waitFor();
    await checkPage(one.page, "friends/pair-phone");
    await press(one.page, one.page.getByRole("button", { name: "2 timmar" }));
    await one.page.getByText("Sparat: i dag sågs ni 2 tim.").waitFor();
    await one.page.getByText("2 av 6 timmar den här månaden").waitFor();
    await other.page.goto(`${served.address}${other.path}/pair?l=sv`);
    await other.page.getByText("2 av 6 timmar den här månaden").waitFor();
    for (const { page, path } of [one, other]) {
      await page.goto(`${served.address}${path}/assessment?l=sv`);
      await answer(page, 2);
      await page.getByText("Tack för dina svar!").waitFor();
    }

    // Half a year later, at the end of the promise: the same questions again, and what they show together.
    await served.stop();
    served = await Served.start(binary, flags, ["--today", "2020-07-31"]);
    await one.page.goto(`${served.address}${one.path}/assessment?l=sv`);
    await one.page.getByRole("heading", { level: 1, name: "Hur är det nu, efter programmet?" }).waitFor();
    await answer(one.page, 4);
    await one.page.getByText("Tack för dina svar!").waitFor();
    const later = await signInTo(browser, served.address, "samordnare@im.example");
    await later.goto(`${served.address}/im/friends/effect`);
    const row = later.locator("tr", { hasText: "Jag vågar prata svenska" });
    assert.match(await row.innerText(), /1\s+0\s+1\s+0\s+0/, "one pair of answers, nobody only once, one higher");
    await row.getByText("för få svar").waitFor();
    // Nothing is said of one person's answers, and the pair that noted nothing since is the coordinator's to ask.
    await later.goto(`${served.address}/im/friends/pairs`);
    await later.getByText("Amina Påhittad").waitFor();
    await checkPage(later, "friends/pairs-later");
    for (const { page } of [one, other]) await page.context().close();
  } finally {
    await browser.close();
    await served.stop();
    demo.remove();
  }
});

if (!house) {
  test("pairs", { skip: "SAMRUM names no server" });
} else {
  let browser;
  before(async () => (browser = await chromium()));
  after(() => browser.close());

  const signIn = (choices) => signInTo(browser, house, "samordnare@kompis.example", choices);
  /** A new secret address of somebody in the demo. */
  const secretOf = async (coordinator, name) => {
    await coordinator.goto(`${house}/kompis/friends/people?stage=all&q=${name}`);
    await press(coordinator, coordinator.getByRole("link", { name: `${name} Exempel` }));
    await press(coordinator, coordinator.getByRole("button", { name: "Ge en ny länk" }));
    return /\/kompis\/k\/[\w-]{43}/.exec(await coordinator.content())[0];
  };

  test("one tap on a small phone, right to left and by keyboard, and taken back", async () => {
    const coordinator = await signIn();
    const wafa = await secretOf(coordinator, "Wafa");
    const phone = await open(browser, `${house}${wafa}/pair?l=ar`, { size: "phone" });
    assert.equal(await phone.locator("html").getAttribute("dir"), "rtl");
    await checkPage(phone, "friends/pair-ar");
    await phone.locator('button[name="hours"][value="3"]').focus();
    await phone.keyboard.press("Enter");
    await phone.waitForLoadState();
    await phone.getByRole("status").waitFor();
    await checkPage(phone, "friends/pair-ar-noted");
    await press(phone, phone.getByRole("status").getByRole("button"));
    assert.equal(await phone.getByRole("status").count(), 0);
    // Another day, without JavaScript, with a mistake first: what was typed stays.
    const plain = await open(browser, `${house}${wafa}/pair?l=sv`, { size: "phone", scripts: false });
    await plain.locator("summary").click();
    await plain.getByLabel("Hur många timmar?").fill("många");
    await press(plain, plain.getByRole("button", { name: "Spara" }));
    await plain.getByRole("alert").waitFor();
    assert.equal(await plain.getByLabel("Hur många timmar?").inputValue(), "många");
    await plain.getByLabel("Hur många timmar?").fill("1,5");
    await press(plain, plain.getByRole("button", { name: "Spara" }));
    await plain.getByText("1,5 av 6 timmar").waitFor();
    const dark = await open(browser, `${house}${wafa}/pair?l=en`, { scheme: "dark" });
    await checkPage(dark, "friends/pair-dark");
    for (const page of [phone, plain, dark]) await page.context().close();

    const amira = await secretOf(coordinator, "Amira");
    const asked = await open(browser, `${house}${amira}/assessment?l=ar`, { size: "phone" });
    await checkPage(asked, "friends/assessment-ar");
    await asked.goto(`${house}${amira}/activities?l=ar`);
    await checkPage(asked, "friends/activities-ar");
    await asked.context().close();
    await coordinator.context().close();
  });

  test("the coordinator sees who needs something, and the pair does not", async () => {
    const page = await signIn();
    await page.goto(`${house}/kompis/friends/pairs`);
    await page.getByText("33 dagar utan notering").waitFor();
    await checkPage(page, "friends/pairs");
    await press(page, page.getByRole("link", { name: "Selam Exempel" }));
    await checkPage(page, "friends/pair");
    await page.getByText("Avsluta paret").click();
    await press(page, page.getByRole("button", { name: "Avsluta", exact: true }));
    await page.getByText("Välj varför paret slutar.").first().waitFor();
    await screenshot(page, "friends/pair-end-wrong");
    await assertAxe(page, "friends/pair-end-wrong");
    page.problems.length = 0;  // the browser tells of the 422 that was asked for
    for (const [what, path] of [["effect", "effect"], ["figures", "figures?first=2019-01-01&last=2019-06-30"], ["activities", "activities"],
      ["activity-new", "activities/new"], ["incidents", "incidents"]]) {
      await page.goto(`${house}/kompis/friends/${path}`);
      await checkPage(page, `friends/${what}`);
    }
    await page.setViewportSize(sizes.phone);
    for (const what of ["pairs", "effect", "figures"]) {
      await page.goto(`${house}/kompis/friends/${what}`);
      await checkPage(page, `friends/${what}-phone`);
    }
    await page.goto(`${house}/kompis/friends/effect`);
    await printed(page, "friends/effect");
    await page.context().close();
    const selam = await signIn();
    const secret = await secretOf(selam, "Selam");
    const own = await open(browser, `${house}${secret}/pair?l=sv`);
    assert.doesNotMatch(await own.locator("main").innerText(), /utan notering|33/);
    await screenshot(own, "friends/pair-quiet-own");
    await own.context().close();
    await selam.context().close();
  });

  test("activities that anybody may come to stand on a page of their own", async () => {
    const page = await open(browser, `${house}/kompis/friend/activities`, { size: "phone" });
    await page.getByRole("heading", { name: "Pulkabacken" }).waitFor();
    await checkPage(page, "friends/activities-public");
    await page.context().close();
  });
}
