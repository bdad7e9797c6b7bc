// The advice day at the size of a country: 200 sites, 2 000 open live screens, 50 numbers a second in all, each told to
// its site's screens. How long from asking for a number until every screen of the site has been told, and is any told
// never? On SQLite, on PostgreSQL, and on two servers with one PostgreSQL. Reported, and fails when something is lost.
// usage: tools/with-postgres node bench/day.mjs --samrum BINARY --seed BENCH_DAY_SEED [--sites 200] [--screens 10]
//        [--rate 50] [--seconds 20]
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Person } from "../tests/lib/browser.mjs";
import { Served } from "../tests/lib/served.mjs";

const { values } = parseArgs({ options: {
  samrum: { type: "string" }, seed: { type: "string" }, sites: { type: "string", default: "200" },
  screens: { type: "string", default: "10" }, rate: { type: "string", default: "50" }, seconds: { type: "string", default: "20" },
} });
const [sites, screens, rate, seconds] = [values.sites, values.screens, values.rate, values.seconds].map(Number);
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/**
 * A screen: one open stream, and when it was told. The least that a browser does, so that 2 000 fit beside the server. What a
 * server that is busy with all of them refuses is asked for again, as our page does.
 */
function openScreen(address, topic) {
  const { hostname, port } = new URL(address);
  const screen = { told: [], open: false, closed: false };
  const listen = () => {
    const socket = connect(Number(port), hostname, () =>
      socket.write(`GET /events/open?topic=${encodeURIComponent(topic)} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAccept: text/event-stream\r\n\r\n`));
    socket.setNoDelay(true);
    socket.on("data", (bytes) => {
      const text = bytes.toString("latin1");
      if (text.startsWith("HTTP/1.1 200")) screen.open = true;
      if (text.includes("event: changed")) screen.told.push(performance.now());
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      if (screen.open) screen.broken = true;
      else if (!screen.closed) setTimeout(listen, 200 + 800 * Math.random());
    });
    screen.close = () => {
      screen.closed = true;
      socket.destroy();
    };
  };
  listen();
  return screen;
}

const quantile = (sorted, q) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN;

/** One visitor's browser for each site: its cookie and form token. */
async function visitors(all, addresses) {
  const ready = [];
  for (const [at, site] of all.entries()) {
    const person = new Person(addresses[at % addresses.length]);
    await person.get(`/im/a/${site.slug}?k=${site.secret}&l=ar`);
    ready.push({ ...site, person, posts: [] });
  }
  return ready;
}

async function measure(name, flags, servers) {
  const { sites: all } = JSON.parse(execFileSync(values.seed, [flags[1], flags[3] ?? "", String(sites)], { encoding: "utf8", maxBuffer: 1 << 26 }));
  const serving = [];
  for (let i = 0; i < servers; i++) serving.push(await Served.start(values.samrum, [...flags, "--today", "2020-01-31"]));
  const addresses = serving.map((one) => one.address);
  try {
    const places = await visitors(all, addresses);
    // The screens of a site hang on every server, and the numbers come in at any of them.
    for (const place of places) place.screens = Array.from({ length: screens }, (_, i) => openScreen(addresses[i % addresses.length], place.topic));
    const everyScreen = places.flatMap((place) => place.screens);
    for (let wait = 0; wait < 600 && everyScreen.some((one) => !one.open); wait++) await sleep(50);
    const open = everyScreen.filter((one) => one.open).length;
    await sleep(500);
    const pending = [];
    const start = performance.now();
    for (let n = 0; n < rate * seconds; n++) {
      const due = start + (1000 * n) / rate;
      if (due > performance.now()) await sleep(due - performance.now());
      const place = places[n % places.length];
      const post = { sent: performance.now() };
      pending.push(place.person.post(`/im/a/${place.slug}/ticket`, [["k", place.secret], ["l", "ar"]]).then((answer) => {
        post.status = answer.status;
        post.answered = performance.now();
        place.posts.push(post);
      }));
    }
    await Promise.all(pending);
    const took = (performance.now() - start) / 1000;
    await sleep(1500);
    const delays = [];
    const answers = [];
    let lost = 0, refused = 0;
    const statuses = {};
    for (const place of places)
      for (const post of place.posts) {
        if (post.status !== 303) { refused++; statuses[post.status] = (statuses[post.status] ?? 0) + 1; continue; }
        answers.push(post.answered - post.sent);
        for (const screen of place.screens) {
          const told = screen.told.find((at) => at >= post.sent);
          if (told === undefined) lost++;
          else delays.push(told - post.sent);
        }
      }
    delays.sort((a, b) => a - b);
    answers.sort((a, b) => a - b);
    const ms = (list, q) => quantile(list, q).toFixed(1).padStart(8);
    console.log(`${name.padEnd(28)} ${String(open).padStart(7)} ${(answers.length / took).toFixed(1).padStart(9)} ${ms(delays, 0.5)} ${ms(delays, 0.99)} ${ms(delays, 1)} ${ms(answers, 0.99)} ${String(lost).padStart(6)} ${String(refused).padStart(8)}`);
    if (refused) console.log(`  refused, by status: ${JSON.stringify(statuses)}`);
    const broken = everyScreen.filter((one) => one.broken).length;
    for (const one of everyScreen) one.close();
    if (lost || refused || broken || open !== sites * screens) process.exitCode = 1;
  } finally {
    for (const one of serving) await one.stop();
  }
}

const work = mkdtempSync(join(tmpdir(), "samrum-day-"));
const postgres = process.env.SAMRUM_TEST_POSTGRES;
console.log(`${sites} sites, ${sites * screens} screens, ${rate} numbers a second for ${seconds} s; ms from asking for a number until a screen is told`);
console.log(`${"".padEnd(28)} ${"screens".padStart(7)} ${"numbers/s".padStart(9)} ${"p50".padStart(8)} ${"p99".padStart(8)} ${"most".padStart(8)} ${"answer".padStart(8)} ${"lost".padStart(6)} ${"refused".padStart(8)}`);
try {
  await measure("SQLite", ["--data", join(work, "sqlite")], 1);
  if (postgres) {
    await measure("PostgreSQL", ["--data", join(work, "one"), "--database", postgres.replace(/@\/\w+/, "@/day_one")], 1);
    await measure("PostgreSQL, two servers", ["--data", join(work, "two"), "--database", postgres.replace(/@\/\w+/, "@/day_two")], 2);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
