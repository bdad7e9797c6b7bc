// Writing an agreement together: an association's coordinator and an officer, in two browsers, from an enquiry to a signed
// agreement; two who write at once; every page in every look.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Demo, Served } from "../lib/served.mjs";
import { checkPage, chromium, signIn as signInTo } from "./lib.mjs";

const address = process.env.SAMRUM;
const officer = "handlaggare@lund.example";
const coordinator = "samordnare@im.example";
const looks = [["en", "wide"], ["sv-x-rtl", "phone"]];

if (!address) {
  test("partnership drafting", { skip: "SAMRUM names no server" });
} else {
  let browser;
  before(async () => (browser = await chromium()));
  after(() => browser.close());

  const signIn = (email, choices) => signInTo(browser, address, email, choices);
  const href = async (page, name) => new URL(await page.locator("main a", { hasText: name }).first().getAttribute("href"), address).href;
  const send = async (page, name) => {
    await page.getByRole("button", { name, exact: true }).first().click();
    await page.waitForLoadState();
  };
  const writeIn = async (page, part, text) => {
    await page.goto(`${part}`);
    await page.locator('textarea[name="text"]').fill(text);
  };

  /// The original is made, and each signature on it written down.
  const signAll = async (page) => {
    await page.getByRole("button", { name: /^Ta fram originalet/ }).click();
    await page.waitForLoadState();
    const papers = page.url();
    for (let left = 2; left > 0; left--) {
      await page.goto(papers);
      await page.getByRole("link", { name: /^Anteckna underskrift/ }).first().click();
      await page.getByLabel("Funktion, så som den står").fill("firmatecknare");
      await page.getByLabel("Ort", { exact: true }).fill("Lund");
      await page.getByLabel("Dag", { exact: true }).fill("2020-01-31");
      await send(page, "Spara underskriften");
    }
  };

  for (const [language, size] of looks)
    test(`the officer's pages, ${language} ${size}`, async () => {
      const page = await signIn(officer, { size });
      await page.goto(`${address}/lund/cases?lang=sv`);
      const inWork = await href(page, "rådgivning på telefon");
      const partly = await href(page, "kompispar 2020");
      const pages = { list: `${address}/lund/cases`, new: `${address}/lund/cases/new`, template: `${address}/lund/cases/template`,
        states: `${address}/lund/cases/states`, case: inWork, draft: `${inWork}/draft`, text: `${inWork}/draft/activity_goals`,
        parties: `${inWork}/draft/facts-parties`, parts: `${partly}/draft/facts-parts`, promises: `${inWork}/draft/facts-promises`,
        reports: `${inWork}/draft/facts-reports`, period: `${inWork}/draft/facts-period`, money: `${inWork}/draft/facts-money`,
        ending: `${inWork}/draft/facts-ending`, file: `${inWork}/draft/file`, check: `${inWork}/check`, assessment: `${inWork}/assessment`,
        choose: `${inWork}/assessment/new`, assess: `${inWork}/assessment/new?set=lund-iop/1&part=`, versions: `${inWork}/versions`,
        compare: `${inWork}/compare?from=1&to=5`, decide: `${inWork}/decide`, partly, reject: `${partly}/reject?part=cafe` };
      for (const [name, path] of Object.entries(pages)) {
        const url = new URL(path);
        url.searchParams.set("lang", language);
        await page.goto(url.href);
        await checkPage(page, `partnership-drafting/${name}-${language}-${size}`);
      }
      await page.context().close();
    });

  test("the association's view, dark and narrow", async () => {
    const page = await signIn(coordinator, { size: "phone", scheme: "dark" });
    await page.goto(`${address}/lund/cases`);
    assert.equal(await page.getByText("kompispar 2020").count(), 0);
    await checkPage(page, "partnership-drafting/association-list");
    const inWork = await href(page, "rådgivning på telefon");
    for (const [name, below] of [["case", ""], ["draft", "/draft"], ["text", "/draft/activity_goals"], ["compare", "/compare?from=1&to=5"]]) {
      await page.goto(inWork + below);
      await checkPage(page, `partnership-drafting/association-${name}`);
    }
    await page.context().close();
  });

  test("the draft on paper has no ways to write", async () => {
    const page = await signIn(officer);
    await page.goto(`${address}/lund/cases`);
    await page.goto(`${await href(page, "rådgivning på telefon")}/draft`);
    const ways = page.locator("main").getByRole("link", { name: /^Skriv/ });
    assert.notEqual(await ways.count(), 0);
    await page.emulateMedia({ media: "print" });
    assert.equal(await ways.count(), 0);
    await page.context().close();
  });

  test("two who write at once: the second is told, and neither loses a word", async () => {
    const one = await signIn(officer);
    const other = await signIn(coordinator, { scripts: false });
    await one.goto(`${address}/lund/cases`);
    const part = `${await href(one, "rådgivning på telefon")}/draft/target_groups`;
    await writeIn(one, part, "Vuxna som är nya i Lund.");
    await writeIn(other, part, "Nyanlända och deras familjer.");
    await send(one, "Spara");
    await one.getByText("Sparat som en ny version.").waitFor();
    await send(other, "Spara");
    await other.getByText("Två skrev samtidigt").first().waitFor();
    const merged = other.locator('textarea[name="text"]');
    const proposal = await merged.inputValue();
    for (const words of ["Vuxna som är nya i Lund.", "Nyanlända och deras familjer."]) assert.ok(proposal.includes(words), proposal);
    await merged.fill("Vuxna som är nya i Lund, och deras familjer.");
    await send(other, "Spara den hopförda texten");
    await other.getByText("Vuxna som är nya i Lund, och deras familjer.").waitFor();
    for (const page of [one, other]) await page.context().close();
  });

  test("the merge view can be read by everybody", async () => {
    const one = await signIn(officer);
    const other = await signIn(coordinator, { size: "phone" });
    await one.goto(`${address}/lund/cases`);
    const part = `${await href(one, "rådgivning på telefon")}/draft/partners`;
    await writeIn(one, part, "Partnerskapet har två parter.");
    await writeIn(other, part, "Partnerskapet har en offentlig part.");
    await send(one, "Spara");
    await other.getByText("Det finns en nyare version").waitFor();
    await send(other, "Spara");
    await other.getByText("Det andra ändrade").waitFor();
    // The browser notes the status of what a person sent too late; the page tells it in words.
    other.problems = other.problems.filter((line) => !line.includes("412"));
    await checkPage(other, "partnership-drafting/merge");
    for (const page of [one, other]) await page.context().close();
  });

  // It leaves an agreement behind, so it walks on a server of its own.
  test("from a question to a signed agreement, in two browsers", async () => {
    const demo = new Demo(process.env.SAMRUM_BINARY, "sqlite");
    const server = await Served.start(process.env.SAMRUM_BINARY, demo.copy(), ["--today", "2020-01-31"]);
    try {
      const town = await signInTo(browser, server.address, officer);
      const club = await signInTo(browser, server.address, coordinator);
      // Can one apply? The association asks by the guide, the officer takes the question to assessment, and makes a case of it.
      await club.goto(`${server.address}/lund/guide`);
      await club.goto(`${server.address}/lund/guide/contact`);
      await club.locator('[name="organisation"]').fill("IM, läxhjälpsgruppen");
      await club.locator('[name="what"]').fill("Vi vill ordna läxhjälp på biblioteket. Går det att söka partnerskap?");
      await send(club, "Skicka förfrågan");
      const question = club.url();
      await town.goto(`${server.address}/lund/enquiries`);
      await town.locator("main tr", { hasText: "IM, läxhjälpsgruppen" }).getByRole("link").first().click();
      await town.getByText("Ta till bedömning", { exact: true }).first().click();
      await send(town, "Ta till bedömning nu");
      await town.goto(`${server.address}/lund/cases`);
      await town.getByRole("link", { name: "IM, läxhjälpsgruppen" }).click();
      await town.getByText("Går det att söka partnerskap?").waitFor();
      await town.getByLabel("Rubrik").fill("Partnerskap om läxhjälp i Lund");
      await town.getByLabel("Verksamhet").fill("Läxhjälp");
      await town.getByLabel("Individuell Människohjälp (IM)").check();
      await send(town, "Öppna ärendet");
      const theCase = town.url().split("?")[0];
      await send(town, "Ta upp till bedömning");
      await town.getByText("Ärendet är uppe till bedömning.").waitFor();

      // The association writes what it wants to do; the officer asks, and it answers.
      await writeIn(club, `${theCase}/draft/purpose`, "Barn och unga ska klara skolan, också när ingen hemma kan hjälpa till.");
      await send(club, "Spara");
      await club.goto(`${theCase}/draft/facts-promises`);
      await club.locator('[name="commitments[1].title"]').fill("Läxhjälp");
      await club.locator('[name="commitments[1].by"][value="im"]').check();
      await club.locator('[name="commitments[1].target.quantity"]').fill("40");
      await club.locator('[name="commitments[1].target.unit"]').fill("sessions");
      await send(club, "Spara");
      await club.getByText("Sparat som en ny version.").waitFor();
      await town.goto(`${theCase}/draft/purpose`);
      await town.getByLabel("Ny kommentar").fill("Vilka åldrar menar ni?");
      await send(town, "Kommentera");
      await club.goto(`${theCase}/draft/purpose`);
      await club.getByText("Vilka åldrar menar ni?").waitFor();
      await club.getByText("Svara", { exact: true }).click();
      await club.getByLabel("Svar", { exact: true }).fill("Högstadiet och gymnasiet.");
      await send(club, "Skicka svaret");
      await town.reload();
      await send(town, "Markera som löst");
      await town.getByText("Kommentaren är löst.").waitFor();

      // Assessed, and then written to its end.
      await town.goto(`${theCase}/assessment/new`);
      await town.getByLabel("Lunds åtta kriterier för idéburet offentligt partnerskap").check();
      await send(town, "Fortsätt");
      await town.locator('[name="answers[1].answer"][value="yes"]').check();
      await town.locator('[name="answers[1].motivation"]').fill("Föreningen kom med förslaget.");
      await send(town, "Arkivera prövningen");
      await town.goto(theCase);
      await send(town, "Börja skriva överenskommelsen");
      await town.goto(`${theCase}/draft/facts-period`);
      await town.getByLabel("Första dag").fill("2020-08-01");
      await town.getByLabel("Sista dag").fill("2022-06-30");
      await send(town, "Spara");
      await town.goto(`${theCase}/draft/facts-money`);
      await town.locator('[name="amounts[1].title"]').fill("Samordning");
      await town.locator('[name="amounts[1].payer"]').selectOption("lund");
      await town.locator('[name="amounts[1].recipient"]').selectOption("im");
      await town.locator('[name="amounts[1].amount"]').fill("120 000");
      await send(town, "Spara");
      // What the template asks for is written in every section that still asks.
      for (const section of ["background", "goals", "activity_goals", "development", "target_groups", "economy"]) {
        await writeIn(town, `${theCase}/draft/${section}`, "Så här har parterna kommit överens.");
        await send(town, "Spara");
      }
      await town.goto(`${theCase}/check`);
      await town.getByText("Inget hindrar beslutet").waitFor();

      // The association stands behind it, the committee decides, and both sign.
      await club.goto(theCase);
      await send(club, "Vi står bakom texten");
      await club.getByText("Noterat: ni står bakom texten.").waitFor();
      await town.goto(`${theCase}/decide`);
      await town.getByLabel("Beslutat av").fill("Socialnämnden");
      await town.getByLabel("Beslutsdag").fill("2020-01-30");
      await town.getByLabel("Paragraf").fill("§ 12");
      await town.getByLabel("Diarienummer").fill("SO 2020/0031");
      await town.getByLabel("Ja, beslutet är fattat.").check();
      await send(town, "Skriv in beslutet");
      await town.getByText("utkastet har blivit en överenskommelse").waitFor();
      await signAll(town);

      // Both see that it is signed.
      for (const page of [town, club]) {
        await page.goto(theCase);
        await page.getByText("påskriven").first().waitFor();
        assert.equal(await page.getByRole("button", { name: "Vi står bakom texten" }).count(), 0);
      }
      await checkPage(club, "partnership-drafting/signed");
      // Whoever asked reads on their own page what it came to.
      await club.goto(question);
      await club.getByText("Socialnämnden, § 12").first().waitFor();
      for (const page of [town, club]) await page.context().close();
    } finally {
      await server.stop();
      demo.remove();
    }
  });
}
