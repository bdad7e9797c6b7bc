// One agreement from its signatures to its renewal, each role in turn: officer and economist of the municipality, the
// association's coordinator, the steering group, the public; and a year later the review. On a server of its own.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Demo, Served } from "../lib/served.mjs";
import { checkPage, chromium, open, printed, signIn } from "./lib.mjs";

const binary = process.env.SAMRUM_BINARY;
const radrum = "partnerskap om RådRum";

const press = async (page, name, within = page) => {
  await within.getByRole("button", { name, exact: true }).first().click();
  await page.waitForLoadState();
};
/** Presses what opens a question, and answers it. */
const sure = async (page, name) => {
  await page.locator("summary", { hasText: name }).first().click();
  await press(page, name, page.getByRole("dialog"));
};
/** The address of RådRum's agreement in a room, as its list leads there. */
const agreement = async (page, server, room) => {
  await page.goto(`${server.address}/${room}/agreements?lang=sv`);
  return new URL(await page.locator("main tbody a", { hasText: radrum }).first().getAttribute("href"), server.address).href;
};
const first_report = async (page, base) => {
  await page.goto(`${base}/reports`);
  return new URL(await page.locator("main tbody a").first().getAttribute("href"), base).href;
};

/** The signatures of the paper get their days: the agreement is signed. */
async function sign(officer, base) {
  for (let done = 0; done < 10; ++done) {
    await officer.goto(`${base}/papers`);
    const missing = officer.locator("main tr", { hasText: "dagen saknas" }).getByRole("link", { name: "Rätta" });
    if ((await missing.count()) === 0) break;
    await missing.first().click();
    await officer.getByLabel("Dag", { exact: true }).fill("2019-06-10");
    await officer.getByLabel("Vad papperet säger i stället").fill("");
    await press(officer, "Spara underskriften");
  }
  await officer.goto(`${base}/changes`);
  await officer.getByText("Påskriven", { exact: true }).first().waitFor();
}

/** Two persons authorise, and the second notes it as paid. */
async function pay(officer, economist, base) {
  await officer.goto(`${base}/money/instalments/year-1_2019-07-01_2`);
  await officer.fill('input[name="invoice"]', "IM 2020-7");
  await press(officer, "Attestera");
  await officer.getByText("Nu väntar utbetalningen på en annan person").waitFor();
  await economist.goto(officer.url());
  await press(economist, "Attestera som andra person");
  await press(economist, "Notera som betald");
  await press(economist, "Notera som betald");
  await economist.goto(`${base}/money`);
  await checkPage(economist, "cycle/money");
}

/** A party judges what nobody has judged, and hands its part in. */
async function hand_in(page, report, party) {
  await page.goto(`${report}/write/${party}/commitments`);
  for (const select of await page.locator("main select").all())
    if ((await select.inputValue()) === "unjudged") await select.selectOption("kept");
  await press(page, "Spara");
  await page.waitForURL(report);
  await sure(page, "Lämna in er del");
  await page.getByText("Delen är inlämnad.").waitFor();
}

/** The group meets: the report stands on the agenda by itself. */
async function meet(officer, server) {
  await officer.goto(`${server.address}/lund/steering?lang=sv`);
  await officer.locator("main a", { hasText: "Styrgrupp för RådRum och Kompis Sverige" }).first().click();
  await officer.getByRole("link", { name: "Nytt möte" }).click();
  await officer.getByLabel("Dag", { exact: true }).fill("2020-01-30");
  await officer.getByLabel("Börjar").fill("09:00");
  await officer.getByLabel("Slutar").fill("10:30");
  await officer.getByLabel("Plats", { exact: true }).fill("Stadshallen");
  await press(officer, "Planera mötet");
  await press(officer, "Hämta in punkter");
  await officer.getByText(/Halvårsrapport (för RådRum )?till och med 31 december 2019/).first().waitFor();
  await sure(officer, "Kalla till mötet");
  await officer.getByText("Kallelsen är på väg.").waitFor();
  await press(officer, "Mötet är hållet");
  await officer.locator("a", { hasText: "Anteckna" }).first().click();
  await officer.locator("textarea[name=notes]").fill("Rapporten gicks igenom.");
  await officer.getByLabel("Enighet", { exact: true }).check();
  await press(officer, "Spara anteckningarna");
}

async function approve(officer, report) {
  await officer.goto(report);
  await officer.locator("summary", { hasText: "Godkänn rapporten" }).click();
  await officer.getByLabel("Möte").selectOption({ label: "styrgruppens möte 30 januari 2020" });
  await press(officer, "Godkänn rapporten");
  await officer.getByText("Rapporten är godkänd.").waitFor();
  await press(officer, "Publicera");
  await officer.getByText("Rapporten är publicerad.").waitFor();
}

/** The officer's report goes into the municipality's own registry. */
async function account(officer, base) {
  await officer.goto(`${base}/papers`);
  await officer.getByRole("link", { name: "Redovisning för 2019" }).click();
  await press(officer, "Gör klar");
  await officer.locator('form:has(button[value="sent"]) input[name="number"]').fill("SO 2019/0089");
  await press(officer, "Anteckna att den är skickad");
  await officer.getByText("med nummer SO 2019/0089").first().waitFor();
  await officer.getByRole("link", { name: "Läs hela" }).click();
  await printed(officer, "cycle/account");
}

test("from signature to renewal, each role in turn", { skip: binary ? undefined : "run through tests/browser/run.mjs" }, async () => {
  const demo = new Demo(binary, "sqlite");
  const flags = demo.copy();
  let server = await Served.start(binary, flags, ["--today", "2020-01-31"]);
  const browser = await chromium();
  try {
    const officer = await signIn(browser, server.address, "handlaggare@lund.example");
    const base = await agreement(officer, server, "lund");
    await sign(officer, base);
    await pay(officer, await signIn(browser, server.address, "ekonom@lund.example"), base);

    const coordinator = await signIn(browser, server.address, "samordnare@im.example", { size: "phone" });
    await hand_in(coordinator, await first_report(coordinator, await agreement(coordinator, server, "im")), "im");
    const report = await first_report(officer, base);
    await hand_in(officer, report, "socialforvaltningen");
    // The association's part travels as an envelope.
    for (let tries = 0; tries < 60 && (await officer.getByText("Godkänn rapporten").count()) === 0; ++tries) {
      await officer.waitForTimeout(250);
      await officer.goto(report);
    }
    await meet(officer, server);
    await approve(officer, report);
    await account(officer, base);

    const anybody = await open(browser, `${server.address}/lund/iop/radrum-2019?lang=sv`, { size: "phone" });
    await anybody.getByRole("link", { name: /Halvårsrapport/ }).click();
    await anybody.getByRole("heading", { level: 1, name: /Halvårsrapport/ }).waitFor();
    await checkPage(anybody, "cycle/public");

    // A year later the parties look it over, and it is to go on.
    await server.stop();
    server = await Served.start(binary, flags, ["--today", "2021-01-15"]);
    const later = await signIn(browser, server.address, "handlaggare@lund.example");
    const then = await agreement(later, server, "lund");
    await later.goto(`${server.address}/lund/home`);
    await later.getByText("Översyn: ska överenskommelsen fortsätta?").first().waitFor();
    await later.goto(`${then}/changes`);
    await later.getByRole("link", { name: "Skriv ner översynen" }).first().click();
    await later.getByLabel("Den fortsätter som den är").check();
    await later.getByLabel("Vad hände?").fill("Parterna vill fortsätta två år till.");
    await press(later, "Skriv ner");
    await later.getByText("Det är nedskrivet.").waitFor();
    await later.getByText("Parterna vill fortsätta två år till.").first().waitFor();
    await checkPage(later, "cycle/renewed");
    const own = await signIn(browser, server.address, "samordnare@im.example");
    await own.goto(`${await agreement(own, server, "im")}/changes`);
    await own.getByText("Parterna vill fortsätta två år till.").first().waitFor();
    assert.deepEqual(officer.problems.filter((one) => !one.includes("422")), []);
  } finally {
    await browser.close();
    await server.stop();
    demo.remove();
  }
});
