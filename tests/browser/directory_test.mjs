// Journeys through the directory: signing in with and without JavaScript, the own account, people, grants, organisations.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, before, test } from "node:test";

import { checkPage, chromium, open, password } from "./lib.mjs";

const house = process.env.SAMRUM;
let browser;

before(async () => (browser = await chromium()));
after(() => browser?.close());

/// Signs in by the form; answers the page, which has come to the person's start.
async function signedIn(email, choices = {}) {
  const page = await open(browser, `${house}/sign-in`, choices);
  await page.getByLabel("E-postadress").fill(email);
  await page.getByLabel("Lösenord").fill(password);
  await page.getByRole("main").getByRole("button", { name: "Logga in" }).click();
  await page.waitForLoadState();
  return page;
}

/// What an authenticator program shows (RFC 6238) for a secret in base32.
function code(secret, step) {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret.replaceAll(/\s/g, "")].map((c) => letters.indexOf(c).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac("sha1", key).update(counter).digest();
  const at = hash[19] & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
const stepNow = () => Math.floor(Date.now() / 30_000);

for (const choices of [{}, { size: "phone" }, { scheme: "dark" }]) {
  const look = Object.values(choices).join("-") || "wide";
  test(`the ways in (${look})`, async () => {
    const page = await open(browser, `${house}/sign-in`, choices);
    await checkPage(page, `directory/sign-in-${look}`);
    await page.goto(`${house}/sign-in/link`);
    await checkPage(page, `directory/sign-in-link-${look}`);
    await page.context().close();
  });
}

test("a wrong password is told in words, without JavaScript too", async () => {
  const page = await open(browser, `${house}/sign-in`, { scripts: false });
  await page.getByLabel("E-postadress").fill("ingen@im.example");
  await page.getByLabel("Lösenord").fill("fel lösenord");
  await page.getByRole("main").getByRole("button", { name: "Logga in" }).click();
  await assert.doesNotReject(page.getByRole("alert").getByText("hör inte ihop").waitFor());
  assert.equal(await page.getByLabel("Lösenord").inputValue(), "");
  assert.equal(await page.getByLabel("E-postadress").inputValue(), "ingen@im.example");
  await page.context().close();
});

for (const size of ["wide", "phone"]) {
  test(`the pages of an association's administrator (${size})`, async () => {
    const page = await signedIn("administrator@im.example", { size });
    for (const path of ["/account", "/account/code", "/im/people?all=yes", "/im/people/new", "/im/grants", "/im/organisations",
      "/im/organisations/new", "/im/places", "/im/places?add=body"]) {
      await page.goto(house + path);
      await checkPage(page, `directory${path.replaceAll(/[?=]/g, "-")}-${size}`);
    }
    await page.goto(`${house}/im/people`);
    await page.getByRole("link", { name: "Alva Exempel" }).click();
    await checkPage(page, `directory/im/person-${size}`);
    await page.goto(`${house}/im/organisations`);
    await page.getByRole("link", { name: "Socialnämnden" }).click();
    await checkPage(page, `directory/im/organisation-${size}`);
    await page.context().close();
  });
}

for (const lang of ["en", "sv-x-rtl"]) {
  test(`in English, and right to left (${lang})`, async () => {
    const page = await signedIn("administrator@im.example");
    for (const path of ["/account", "/im/people", "/im/grants", "/im/organisations"]) {
      await page.goto(`${house}${path}?lang=${lang}`);
      await checkPage(page, `directory${path}-${lang}`);
    }
    await page.context().close();
  });
}

test("problems are summed up, linked to their fields, and what was typed stays", async () => {
  const page = await signedIn("administrator@im.example", { size: "phone" });
  await page.goto(`${house}/im/grants`);
  await page.getByLabel("Funktion").fill("Volontär");
  await page.getByLabel("E-postadress").fill("inte en adress");
  await page.getByRole("button", { name: "Ge behörighet" }).click();
  const summary = page.getByRole("alert");
  await summary.waitFor();
  await checkPage(page, "directory/im/grants-problems", { html: await page.content() }).catch((error) => {
    // The page's own scripts have touched what content() gives; only what axe and the eye see counts here.
    if (!String(error.message).startsWith("HTML of")) throw error;
  });
  assert.equal(await page.getByLabel("Funktion").inputValue(), "Volontär");
  await summary.getByRole("link").first().click();
  assert.equal(await page.evaluate(() => document.activeElement?.name), "email");
  await page.context().close();
});

test("a grant is given, asked about, and ended", async () => {
  const page = await signedIn("administrator@lund.example");
  await page.goto(`${house}/lund/grants`);
  await page.getByLabel("E-postadress").fill("ny@lund.example");
  await page.getByLabel("Funktion").fill("Handläggare på prov");
  await page.getByRole("radio", { name: "Handläggare" }).check();
  await page.getByLabel("Första dagen").fill("2020-03-01");
  await page.getByRole("button", { name: "Ge behörighet" }).click();
  await page.getByText("Behörigheten är given").waitFor();
  const row = page.getByRole("row").filter({ hasText: "ny@lund.example" });
  await row.getByText("Avsluta", { exact: true }).first().click();
  await page.getByRole("dialog").getByText("tas bort helt").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Avsluta" }).click();
  await page.getByText("Behörigheten är avslutad").waitFor();
  assert.equal(await page.getByText("ny@lund.example").count(), 0);
  await page.context().close();
});

test("one-time codes: enrolled by what the page shows, then asked for", async () => {
  const page = await signedIn("volontar@im.example");
  await page.goto(`${house}/account/code`);
  await page.getByRole("button", { name: "Börja använda engångskoder" }).click();
  await page.getByRole("img", { name: /QR-kod/ }).waitFor();
  await checkPage(page, "directory/account-code-setup");
  const secret = (await page.getByRole("main").innerText()).match(/(?:[A-Z2-7]{4}\s){7}[A-Z2-7]{4}/)[0];
  const step = stepNow();
  await page.getByRole("textbox", { name: "Kod" }).fill(code(secret, step));
  await page.getByRole("button", { name: "Bekräfta" }).click();
  await page.getByRole("heading", { name: "Dina reservkoder" }).waitFor();
  const [recovery, another] = (await page.getByRole("main").innerText()).match(/[2-9a-z]{4}(?:-[2-9a-z]{4}){3}/g);
  await page.getByRole("button", { name: "Logga ut" }).first().click();

  await page.goto(`${house}/sign-in?next=/im/places`);
  await page.getByLabel("E-postadress").fill("volontar@im.example");
  await page.getByLabel("Lösenord").fill(password);
  await page.getByRole("main").getByRole("button", { name: "Logga in" }).click();
  await page.getByRole("heading", { name: "Skriv din kod" }).waitFor();
  await checkPage(page, "directory/sign-in-code");
  await page.getByRole("textbox", { name: "Kod" }).fill(code(secret, step));
  await page.getByRole("main").getByRole("button", { name: "Logga in" }).click();
  await page.getByRole("alert").getByText("Koden stämmer inte").waitFor();
  await page.getByRole("textbox", { name: "Kod" }).fill(recovery);
  await page.getByRole("main").getByRole("button", { name: "Logga in" }).click();
  await page.waitForURL(/\/im\/places$/);

  // The account is others' too: it is left as it was.
  await page.goto(`${house}/account/code`);
  await page.getByRole("textbox", { name: "Kod" }).fill(another);
  await page.getByRole("button", { name: "Ta bort engångskoder" }).click();
  await page.getByText("Engångskoderna är borttagna.").waitFor();
  await page.context().close();
});

test("a mailed link signs in by its button, once", async () => {
  const page = await open(browser, `${house}/sign-in/link`);
  await page.getByLabel("E-postadress").fill("samordnare@kompis.example");
  await page.getByRole("button", { name: "Skicka länken" }).click();
  await page.getByRole("heading", { name: "Titta i din e-post" }).waitFor();
  let address;
  for (let wait = 0; wait < 50 && !address; ++wait) {
    await page.goto(`${house}/mail`);
    address = (await page.content()).match(/https?:\/\/[^\s"<]*\/sign-in\/link\/[\w-]{43}/)?.[0];
    if (!address) await page.waitForTimeout(200);
  }
  assert.ok(address, "the letter is on the demo's mail page");
  const path = new URL(address).pathname;
  await page.goto(house + path);
  await page.goto(house + path);
  await checkPage(page, "directory/sign-in-by-link");
  await page.getByRole("main").getByRole("button", { name: "Logga in" }).click();
  await page.getByRole("button", { name: "Logga ut" }).first().waitFor();
  await page.goto(house + path);
  await page.getByRole("heading", { name: "Länken gäller inte längre" }).waitFor();
  await page.context().close();
});
