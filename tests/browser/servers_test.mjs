// Two servers on one PostgreSQL: what is logged by way of one is seen at once on a page of the other, also when its
// connections to the database were cut while it happened, and when the whole database was away.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { Demo, Served, psql } from "../lib/served.mjs";
import { chromium, signIn } from "./lib.mjs";

const binary = process.env.SAMRUM_BINARY;
const missing = !binary || !process.env.SAMRUM_TEST_POSTGRES ? "run through tools/with-postgres and tests/browser/run.mjs" : undefined;

test("a page of one server follows what happens on another", { skip: missing }, async () => {
  const demo = new Demo(binary, "postgresql");
  const flags = demo.copy();
  const named = (name) => Served.start(binary, flags, [], { PGAPPNAME: name });
  const [a, b] = [await named("server-a"), await named("server-b")];
  const browser = await chromium();
  try {
    const coordinator = await signIn(browser, a.address, "samordnare@im.example");
    await coordinator.goto(`${a.address}/im/activity`);
    await coordinator.evaluate(() => (document.body.dataset.mark = "never loaded again"));
    const shows = (count) => coordinator.locator("#log").getByText(String(count), { exact: true }).waitFor({ timeout: 15_000 });
    await shows(161);

    const volunteer = await signIn(browser, b.address, "volontar@im.example");
    let day = 1;
    const log = async () => {
      await volunteer.goto(`${b.address}/im/activity/new?day=2020-01-0${day++}`);
      await volunteer.getByLabel("Besökare").fill("5");
      await volunteer.getByRole("button", { name: "Spara" }).click();
      await volunteer.getByText("Sparat i loggen").waitFor();
    };
    await log();
    await shows(162);

    // Server A hears nothing of what is logged while its connections are gone, and looks again when it has new ones.
    a.process.kill("SIGSTOP");
    const cut = psql("select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'server-a'");
    assert.ok(Number(cut) >= 1, `server A had ${cut} connections`);
    await log();
    a.process.kill("SIGCONT");
    await shows(163);

    // The database dies as in a power cut and is started again.
    execFileSync(process.env.SAMRUM_TEST_POSTGRES_CRASH);
    await log();
    await shows(164);
    assert.equal(await coordinator.evaluate(() => document.body.dataset.mark), "never loaded again");
    assert.deepEqual(coordinator.problems, []);
  } finally {
    await browser.close();
    await Promise.all([a.stop(), b.stop()]);
    demo.remove();
  }
});
