// Live regions: told of a change they are fetched anew, and after a lost network everything is fetched by itself.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { chromium, open, serveFolder } from "./lib.mjs";

const folder = process.env.GALLERY;

test("a live region follows what happens, also after a lost network", { skip: !folder && "GALLERY names no folder" }, async () => {
  let title = "Rådgivningstillfällen sedan 1 juli 2019";
  let streams = [];
  let topic = "room/1/activity";
  let asked = "";
  let age = "";
  const server = await serveFolder(folder, (request, response) => {
    const url = new URL(request.url, "http://x");
    if (url.pathname === "/events") {
      asked = url.searchParams.get("topic");
      age = url.searchParams.get("age");
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write("retry: 200\n\n");
      streams.push(response);
      return true;
    }
    if (url.pathname !== "/figures-sv.html") return false;
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(readFileSync(join(folder, "figures-sv.html"), "utf8").replaceAll("Rådgivningstillfällen sedan 1 juli 2019", title)
      .replaceAll('data-live="room/1/activity"', `data-live="${topic}"`));
    return true;
  });
  const browser = await chromium();
  try {
    const page = await open(browser, `${server.address}/figures-sv.html`);
    const caption = page.locator("#trend figcaption");
    const becomes = (words) => page.waitForFunction((w) => document.querySelector("#trend figcaption").textContent === w, words);
    while (streams.length === 0) await page.waitForTimeout(50);
    assert.equal(asked, "room/1/activity");
    assert.ok(Number(age) >= 2000, "what happened since the page was asked for is asked for too");
    assert.equal(await caption.textContent(), title);

    title = "42 tillfällen";
    streams[0].write("event: changed\ndata: room/1/activity\n\n");
    await becomes("42 tillfällen");

    title = "43 tillfällen";
    const before = streams;
    streams = [];
    for (const stream of before) stream.destroy();
    await becomes("43 tillfällen");

    // Told while the page cannot be fetched: it is fetched as soon as that works.
    await page.context().setOffline(true);
    title = "43 tillfällen, till";
    streams.at(-1).write("event: changed\ndata: room/1/activity\n\n");
    await page.waitForTimeout(500);
    assert.equal(await caption.textContent(), "43 tillfällen");
    await page.context().setOffline(false);
    await becomes("43 tillfällen, till");

    // What a person has the focus in is left alone.
    await page.locator("#trend summary").focus();
    title = "44 tillfällen";
    streams.at(-1).write("event: changed\ndata: room/1/activity\n\n");
    await page.waitForTimeout(500);
    assert.equal(await caption.textContent(), "43 tillfällen, till");

    // A region that is told of elsewhere from now on (a new QR code) makes the page listen there.
    const last = streams.at(-1);
    topic = "room/1/other";
    last.write("event: changed\ndata: room/1/activity\n\n");
    while (asked !== topic) await page.waitForTimeout(50);
    title = "45 tillfällen";
    await page.evaluate(() => document.activeElement.blur());
    streams.at(-1).write("event: changed\ndata: room/1/other\n\n");
    await becomes("45 tillfällen");
  } finally {
    await browser.close();
    server.close();
  }
});
