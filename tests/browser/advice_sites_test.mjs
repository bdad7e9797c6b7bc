// Sites, hours and sessions of the advice service: changed by the coordinator, read by the public, carried by calendars.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import ICAL from "ical.js";

import { assertAxe, assertReflow, checkPage, chromium, open, printed, screenshot, signIn } from "./lib.mjs";

const house = process.env.SAMRUM;
let browser;

before(async () => (browser = await chromium()));
after(() => browser?.close());

const signedIn = (email, choices) => signIn(browser, house, email, choices);

/// The events of a calendar, as Thunderbird's reader finds them.
async function events(address) {
  const answer = await fetch(address.replace(/^webcal:/, "http:"));
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get("content-type"), /^text\/calendar/);
  const whole = new ICAL.Component(ICAL.parse(await answer.text()));
  for (const zone of whole.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  return whole.getAllSubcomponents("vevent").map((one) => ({ event: new ICAL.Event(one), status: one.getFirstPropertyValue("status") }));
}
const on = (all, day) => all.find(({ event }) => event.startDate.toString().startsWith(day));

async function siteAddress(page, name) {
  await page.goto(`${house}/im/advice/sites`);
  await page.getByRole("link", { name }).first().click();
  return new URL(page.url()).pathname;
}

for (const choices of [{}, { size: "phone" }, { scheme: "dark" }, { scheme: "dark", size: "phone" }]) {
  const look = Object.values(choices).join("-") || "wide";
  test(`the coordinator's pages (${look})`, async () => {
    const page = await signedIn("samordnare@im.example", choices);
    for (const path of ["/im/advice", "/im/advice/sites", "/im/advice/sites/new", "/im/advice/closures", "/im/advice/sessions", "/im/feeds"]) {
      await page.goto(house + path);
      await checkPage(page, `advice${path.replaceAll("/", "-")}-${look}`);
    }
    const site = await siteAddress(page, "Linero bibliotek");
    for (const below of ["", "/edit", "/hours", "/sessions/new"]) {
      await page.goto(house + site + below);
      await checkPage(page, `advice-site${below.replaceAll("/", "-")}-${look}`);
    }
    await page.goto(house + site);
    await page.locator('a[href*="/advice/sessions/"]').first().click();
    await checkPage(page, `advice-session-${look}`);
    for (const what of ["change", "cancel"]) {
      await page.goto(`${page.url().split("?")[0]}?do=${what}`);
      await checkPage(page, `advice-session-${what}-${look}`);
    }
    await page.context().close();
  });
}

for (const [look, choices, query] of [["wide", {}, ""], ["phone", { size: "phone" }, ""], ["dark", { scheme: "dark" }, ""], ["english", {}, "?lang=en"], ["rtl", { size: "phone" }, "?lang=sv-x-rtl"]])
  test(`the public's pages (${look})`, async () => {
    const page = await open(browser, `${house}/im/hours${query}`, choices);
    await checkPage(page, `advice-public-${look}`);
    await page.goto(`${house}/im/hours/linero${query}`);
    await checkPage(page, `advice-public-site-${look}`);
    if (look === "wide") await printed(page, "advice-public-site");
    await page.context().close();
  });

test("a change of hours is seen before it is made, and the public's calendar follows", async () => {
  const before = await events(`${house}/im/hours/stadsbiblioteket/calendar.ics`);
  const march = on(before, "2020-03-03");
  assert.equal(march.event.startDate.toJSDate().toISOString(), "2020-03-03T15:00:00.000Z");

  const page = await signedIn("samordnare@im.example");
  const site = await siteAddress(page, "Lunds stadsbibliotek");
  await page.getByRole("link", { name: /^Ändra\s*: tisdagar/ }).click();
  await page.getByLabel("Börjar").fill("17:00");
  await page.getByLabel("Slutar").fill("19:30");
  await page.getByLabel("Gäller från och med").fill("2020-03-02");
  await page.getByRole("button", { name: "Visa vad ändringen gör" }).click();
  await page.getByText("8 tillfällen får ny tid").waitFor();
  await screenshot(page, "advice-hours-preview");
  await assertAxe(page);
  await assertReflow(page);
  assert.equal(on(await events(`${house}/im/hours/stadsbiblioteket/calendar.ics`), "2020-03-03").event.sequence, 0);

  await page.getByRole("button", { name: "Ja, ändra öppettiderna" }).click();
  await page.getByText("tillfällena följer dem").waitFor();
  assert.equal(new URL(page.url()).pathname, site);
  const after = on(await events(`${house}/im/hours/stadsbiblioteket/calendar.ics`), "2020-03-03");
  assert.equal(after.event.uid, march.event.uid);
  assert.equal(after.event.sequence, 1);
  assert.equal(after.event.startDate.toJSDate().toISOString(), "2020-03-03T16:00:00.000Z");
  // Summer time begins between these two.
  assert.equal(on(await events(`${house}/im/hours/stadsbiblioteket/calendar.ics`), "2020-03-31").event.startDate.toJSDate().toISOString(), "2020-03-31T15:00:00.000Z");
  await page.context().close();
});

test("a session is cancelled, tells the public why, and is taken up again, without JavaScript", async () => {
  const page = await signedIn("samordnare@im.example", { scripts: false });
  await siteAddress(page, "Linero bibliotek");
  await page.getByRole("link", { name: "torsdag 6 februari 2020" }).click();
  const session = page.url();
  await page.getByRole("link", { name: "Ställ in" }).click();
  await page.getByLabel("Orsak").fill("Värmen är av");
  await page.getByRole("button", { name: "Ställ in" }).click();
  await page.getByText("Tillfället är inställt").waitFor();

  const visitor = await open(browser, `${house}/im/hours/linero?lang=en`, { size: "phone" });
  await visitor.getByText("Värmen är av").waitFor();
  await visitor.context().close();
  const cancelled = on(await events(`${house}/im/hours/linero/calendar.ics`), "2020-02-06");
  assert.equal(cancelled.status, "CANCELLED");

  await page.goto(session);
  await page.getByRole("button", { name: "Ångra" }).click();
  const again = on(await events(`${house}/im/hours/linero/calendar.ics`), "2020-02-06");
  assert.equal(again.status, "CONFIRMED");
  assert.equal(again.event.sequence, cancelled.event.sequence + 1);
  await page.context().close();
});

test("a personal calendar is made, shown once, read by a client and revoked", async () => {
  const page = await signedIn("volontar@im.example", { size: "phone" });
  await page.goto(`${house}/im/feeds`);
  await page.getByLabel("Rådgivningstillfällen").check();
  await page.getByRole("button", { name: "Skapa en hemlig adress" }).click();
  await page.getByText("Din kalender är klar").waitFor();
  const address = await page.getByRole("link", { name: "Öppna i kalenderappen" }).getAttribute("href");
  assert.match(address, /^webcal:\/\//);
  const all = await events(address);
  assert.ok(all.length > 10);
  assert.equal(new Set(all.map(({ event }) => event.uid)).size, all.length);
  await page.goto(`${house}/im/feeds`);
  assert.ok(!(await page.content()).includes(address.split("/").at(-1)));
  await page.locator("summary", { hasText: "Återkalla" }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "Återkalla" }).click();
  await page.getByText("Kalendern är återkallad").waitFor();
  assert.equal((await fetch(address.replace("webcal:", "http:"))).status, 404);
  await page.context().close();
});
