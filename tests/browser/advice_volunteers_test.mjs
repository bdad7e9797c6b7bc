// Volunteers in the browser: somebody applies on a phone, the coordinator takes them on, the certificate is a tagged PDF.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { assertAxe, checkPage, chromium, open, printed, screenshot, signIn as signInTo } from "./lib.mjs";

const house = process.env.SAMRUM;

if (!house) {
  test("volunteers", { skip: "SAMRUM names no server" });
} else {
  let browser;
  before(async () => (browser = await chromium()));
  after(() => browser.close());

  const signIn = (email, choices) => signInTo(browser, house, email, choices);

  test("an application on a phone becomes an adviser who signs in by a mailed link", async () => {
    const applicant = await open(browser, `${house}/im/volunteer`, { size: "phone" });
    await checkPage(applicant, "volunteers/application-phone");
    await applicant.getByLabel("Ditt namn").fill("Diba Påhittad");
    await applicant.getByLabel("E-postadress").fill("diba@example.org");
    await applicant.getByLabel(/^dari/).check();
    await applicant.getByRole("button", { name: "Skicka" }).click();
    await applicant.getByRole("heading", { name: "Tack, vi har fått din ansökan" }).waitFor();
    await checkPage(applicant, "volunteers/application-sent");

    const coordinator = await signIn("samordnare@im.example");
    await coordinator.goto(`${house}/im/advice/volunteers?stage=applied`);
    await coordinator.getByRole("link", { name: "Diba Påhittad" }).click();
    await coordinator.getByRole("button", { name: "Intervjuad" }).click();
    await coordinator.getByText("Steget är taget").waitFor();
    await coordinator.getByRole("button", { name: "Börjar som rådgivare" }).click();
    await coordinator.getByText("Utbildningsdag saknas").waitFor();
    await coordinator.getByRole("button", { name: "Ge inloggning" }).click();
    await coordinator.getByText("Ett brev är på väg").waitFor();

    await applicant.goto(`${house}/sign-in/link`);
    await applicant.getByLabel("E-postadress").fill("diba@example.org");
    await applicant.getByRole("main").getByRole("button").first().click();
    let link;
    for (let i = 0; i < 40 && !link; i++) {
      await applicant.goto(`${house}/mail`);
      link = /sign-in\/link\/[\w-]{20,}/.exec(await applicant.content())?.[0];
      if (!link) await applicant.waitForTimeout(250);
    }
    await applicant.goto(`${house}/${link}`);
    await applicant.getByRole("main").getByRole("button").first().click();
    await applicant.waitForLoadState();
    await applicant.goto(`${house}/im/advice/me`);
    await applicant.getByText("Diba Påhittad").waitFor();
    await applicant.getByLabel(/^pashto/).check();
    await applicant.getByRole("button", { name: "Spara språken" }).click();
    await applicant.getByText("Sparat").waitFor();
    await applicant.getByLabel("tisdag, Var som helst").check();
    await applicant.getByRole("button", { name: "Spara tiderna" }).click();
    await applicant.getByText("Sparat").waitFor();
    assert.ok(await applicant.getByLabel("tisdag, Var som helst").isChecked());
    await checkPage(applicant, "volunteers/me-phone");
    await applicant.context().close();
    await coordinator.context().close();
  });

  test("the certificate is read out in order, in Swedish, and sound", async () => {
    const page = await signIn("samordnare@im.example");
    await page.goto(`${house}/im/advice/volunteers?q=rahel`);
    await page.getByRole("link", { name: "Rahel Exempel" }).click();
    const address = await page.getByRole("link", { name: "Hämta intyg" }).getAttribute("href");
    const answer = await page.context().request.get(house + address);
    assert.equal(answer.headers()["content-type"], "application/pdf");
    const folder = mkdtempSync(join(tmpdir(), "samrum-certificate-"));
    const file = join(folder, "intyg.pdf");
    writeFileSync(file, await answer.body());
    const structure = execFileSync("pdfinfo", ["-struct-text", file], { encoding: "utf8" });
    assert.match(structure, /Document[^]*H1[^]*Intyg[^]*P [^]*Rahel Exempel[^]*H2[^]*Uppdraget[^]*Table[^]*TH[^]*Tid[^]*TD[^]*13 maj 2019[^]*tigrinska[^]*Att möta, lyssna och lotsa/);
    assert.match(execFileSync("pdfinfo", [file], { encoding: "utf8" }), /Title: +Intyg för Rahel Exempel[^]*Tagged: +yes/);
    assert.match(execFileSync("qpdf", ["--check", file], { encoding: "utf8" }), /No syntax or stream encoding errors/);
    if (process.env.SCREENSHOTS) execFileSync("pdftoppm", ["-r", "80", "-png", file, join(process.env.SCREENSHOTS, "volunteers/certificate")]);
    rmSync(folder, { recursive: true });
    await page.context().close();
  });

  test("leaving is asked about, shown as a goal reached, and undone", async () => {
    const page = await signIn("samordnare@im.example");
    await page.goto(`${house}/im/advice/volunteers?q=petter`);
    await page.getByRole("link", { name: "Petter Exempel" }).click();
    await page.locator("summary, button").filter({ hasText: "Volontären slutar" }).first().click();
    await page.getByLabel("Studier").check();
    await screenshot(page, "volunteers/leave-dialog");
    await page.getByRole("button", { name: "Spara att volontären slutar" }).click();
    await page.getByText("Ett mål nått: Studier").waitFor();
    await checkPage(page, "volunteers/left");
    await page.getByRole("button", { name: "Ångra" }).click();
    await page.getByText("Ångrat").waitFor();
    await page.context().close();
  });

  const pages = { list: "/volunteers", filtered: "/volunteers?language=ar&q=x", languages: "/volunteers/languages", new: "/volunteers/new",
    courses: "/courses", course: "/courses/new" };
  for (const [language, size] of [["sv", "wide"], ["sv", "phone"], ["en", "wide"], ["sv-x-rtl", "phone"]])
    test(`every page ${language} ${size}`, async () => {
      const page = await signIn("samordnare@im.example", { size });
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(`${house}/im/advice${path}${path.includes("?") ? "&" : "?"}lang=${language}`);
        await checkPage(page, `volunteers/${name}-${language}-${size}`);
      }
      await page.goto(`${house}/im/advice/volunteers`);
      await page.locator("main tbody a").nth(2).click();
      await checkPage(page, `volunteers/one-${language}-${size}`);
      await page.goto(`${house}/im/advice/courses`);
      await page.locator("main tbody a").first().click();
      await checkPage(page, `volunteers/one-course-${language}-${size}`);
      await page.context().close();
    });

  test("dark, printed, and without JavaScript", async () => {
    const page = await signIn("samordnare@im.example", { scheme: "dark" });
    await page.goto(`${house}/im/advice/volunteers`);
    await assertAxe(page, "volunteers dark");
    await screenshot(page, "volunteers/list-dark");
    await printed(page, "volunteers/list");
    await page.context().close();
    const plain = await open(browser, `${house}/im/volunteer`, { scripts: false });
    await plain.getByRole("button", { name: "Skicka" }).click();
    await plain.getByText("Kryssa i minst ett språk").first().waitFor();
    await screenshot(plain, "volunteers/application-problems");
    await plain.context().close();
  });
}
