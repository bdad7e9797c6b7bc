// The pictures of the user guide: each picture that a page of docs/user-guide shows is taken here of the program, and a
// picture whose page is not there any more fails. UPDATE_GUIDE=1 writes them to docs/user-guide/images.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { checkPage, chromium, open, signIn } from "./lib.mjs";

const house = process.env.SAMRUM;
const guide = "docs/user-guide";
let browser;

before(async () => (browser = await chromium()));
after(() => browser?.close());

const follow = (name) => async (page) => {
  await page.getByRole("main").getByRole("link", { name }).first().click();
  await page.waitForLoadState();
};
const tab = (name) => async (page) => {
  await page.locator("main a", { hasText: name }).first().click();
  await page.waitForLoadState();
};

/// Who is signed in, where, and what is done there before the picture is taken. `heading`: what the page must be.
const pictures = {
  "logga-in": { path: "/sign-in", heading: "Logga in" },
  "start": { who: "handlaggare@lund.example", path: "/lund/home" },
  "overenskommelser": { who: "handlaggare@lund.example", path: "/lund/agreements" },
  "overenskommelse": { who: "handlaggare@lund.example", path: "/lund/agreements", then: [follow(/RådRum/)] },
  "pengar": { who: "handlaggare@lund.example", path: "/lund/agreements", then: [follow(/RådRum/), tab("Pengar")] },
  "styrgrupp": { who: "handlaggare@lund.example", path: "/lund/steering" },
  "rapporter": { who: "samordnare@im.example", path: "/im/agreements", then: [follow(/RådRum/), tab("Rapporter")] },
  "uppgifter": { who: "handlaggare@lund.example", path: "/lund/tasks", height: 1150 },
  "oversikt": { who: "handlaggare@lund.example", path: "/lund/overview", height: 1150 },
  "sok": { who: "handlaggare@lund.example", path: "/lund/search?q=rådrum" },
  "organisationer": { who: "handlaggare@lund.example", path: "/lund/organisations" },
  "las-in": {
    who: "handlaggare@lund.example", path: "/lund/organisations/import", height: 820,
    then: [async (page) => {
      await page.setInputFiles("input[type=file]", "tests/http/files/organisations-good.csv");
      await page.getByRole("button", { name: "Pröva filen" }).click();
      await page.waitForLoadState();
    }],
  },
  "sla-ihop": { who: "handlaggare@lund.example", path: "/lund/organisations/merge", then: [follow("Jämför")], height: 1150 },
  "oppen-overenskommelse": { path: "/lund/compacts", then: [follow(/Överenskommelsen i Lund/)] },
  "anslutning": { who: "handlaggare@lund.example", path: "/lund/compacts", then: [follow(/Överenskommelsen i Lund/), follow("Kompis Sverige")] },
  "logg": { who: "samordnare@im.example", path: "/im/activity" },
  "ataganden": { who: "samordnare@im.example", path: "/im/commitments" },
  "leveranser": { who: "samordnare@im.example", path: "/im/deliveries" },
  "radgivning": { who: "samordnare@im.example", path: "/im/advice" },
  "schema": { who: "samordnare@im.example", path: "/im/advice/rota" },
  "matchning": { who: "samordnare@kompis.example", path: "/kompis/friends/matching" },
  "par": { who: "samordnare@kompis.example", path: "/kompis/friends/pairs" },
  "volontar": { who: "volontar@im.example", path: "/im/home" },
  "behorigheter": { who: "administrator@im.example", path: "/im/grants" },
  "personer": { who: "administrator@im.example", path: "/im/people" },
};

/// Every picture that the guide's pages show.
const shown = () =>
  readdirSync(guide).filter((one) => one.endsWith(".md"))
    .flatMap((file) => [...readFileSync(`${guide}/${file}`, "utf8").matchAll(/^!\[[^\]]+\]\(images\/([a-z-]+)\.png\)$/gm)].map(([, name]) => name));

test("each picture that the guide shows is taken here, and none besides", () => {
  assert.deepEqual(shown().sort(), Object.keys(pictures).sort());
});

const wide = { width: 1000, height: 720 };
const signedIn = new Map();

async function pageFor(who) {
  if (!who) return open(browser, house);
  if (!signedIn.has(who)) signedIn.set(who, await signIn(browser, house, who));
  return signedIn.get(who);
}

for (const [name, { who, path, then = [], heading, height = wide.height }] of Object.entries(pictures))
  test(`the picture ${name}`, async () => {
    const page = await pageFor(who);
    await page.setViewportSize({ ...wide, height });
    const answer = await page.goto(house + path);
    assert.equal(answer.status(), 200, path);
    for (const step of then) await step(page);
    const title = await page.getByRole("heading", { level: 1 }).innerText();
    if (heading) assert.equal(title, heading);
    assert.doesNotMatch(title, /Sidan finns inte|behörighet till/);
    await page.evaluate(() => document.activeElement?.blur?.());
    const bytes = await page.screenshot();
    assert.ok(bytes.length > 5_000, "the picture shows something");
    const file = `${guide}/images/${name}.png`;
    if (process.env.UPDATE_GUIDE) writeFileSync(file, bytes);
    assert.ok(existsSync(file), `${file} is not there: UPDATE_GUIDE=1`);
  });

test("the guide is read inside the program, with its pictures", async () => {
  for (const choices of [{}, { size: "phone" }, { scheme: "dark" }]) {
    const look = Object.values(choices).join("-") || "wide";
    const page = await open(browser, `${house}/guide`, choices);
    await checkPage(page, `user-guide/index-${look}`);
    const links = await page.locator("main a[href^='/guide/']").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
    assert.ok(links.length >= 12);
    for (const href of choices.size || choices.scheme ? links.slice(2, 4) : links) {
      const answer = await page.goto(house + href);
      assert.equal(answer.status(), 200, href);
      for (const picture of await page.locator("main img").all()) {
        await picture.scrollIntoViewIfNeeded();
        await picture.evaluate((one) => one.decode());
        assert.ok(await picture.evaluate((one) => one.naturalWidth > 100), href);
      }
      await checkPage(page, `user-guide${href.replace("/guide", "")}-${look}`);
    }
    await page.context().close();
  }
});
