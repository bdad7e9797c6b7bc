// Every route there is × every role of the demo × nobody: who may not, does not get in; who may, does; no link shown to
// anybody is dead; no record is reached through another room.
import { Person } from "../lib/browser.mjs";
import { samrum } from "../lib/served.mjs";

const kMostPages = 600;
const kPathsOfAPattern = 3;
/// Pages that no link leads to: they come by letter, or answer machines.
const kUnlinked = ["/healthz", "/readyz", "/metrics", "/events", "/events/open", "/language", "/sign-in/link/{token}", "/sign-in/code", "/{room}/feeds/{secret}",
  // A visitor's own ticket: its address is the secret that a phone got.
  "/{room}/a/{site}/t/{owner}", "/{room}/a/{site}/t/{owner}/book",
  // Where a form leads: the last answer of the guide, what is typed into the header's field.
  "/{room}/guide/result", "/{room}/search",
  // Whoever asked follows their enquiry by a secret address.
  "/{room}/guide/own/{secret}",
  // A participant's own pages: their address is the secret that the form or a letter gave.
  ...["", "/form/{step}", "/answers", "/file", "/proposal", "/pair", "/activities", "/assessment"].map((one) => `/{room}/k/{secret}${one}`),
  // Where a room keeps its own registry; Lund has a diarium, so the demo's is off.
  ...["/register", "/register.csv", "/register.json", "/registry/list.csv", "/registry/new", "/registry/documents/{id}", "/registry/documents/{id}/file", "/registry/numbers", "/registry/plan"].map((one) => `/{room}${one}`),
  // The demo has no scan of a signature, and no report that was ready or sent.
  "/{room}/agreements/{id}/papers/sent/{memo}", "/{room}/agreements/{id}/papers/sent/{memo}/pdf",
  "/{room}/agreements/{id}/papers/signatures/{version}/{position}/scan", "/{room}/agreements/{id}/papers/memos/{memo}/versions/{number}",
  // What an agreement has after a dialogue, and lines with a document: the demo's has neither.
  "/{room}/agreements/{id}/changes/amend", "/{room}/agreements/{id}/changes/files/{file}",
  // What waits for a decision: the demo's cases are still being written.
  "/{room}/cases/{id}/decide",
  // Where a site keeps notes; the demo's keep none.
  "/{room}/advice/sheets/notes/{site}",
  // A form's own address, and pictures that a page shows.
  "/{room}/organisations/merge/pair", "/guide/images/{file}",
  // For machines, which read about them at /{room}/hsds.
  ...["services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms"].flatMap((one) => [`/{room}/hsds/${one}`, `/{room}/hsds/${one}/{id}`])];

/// Pages whose record says who may read it: a report before it is approved, a meeting about others' agreements. To an
/// officer they are open; for who enters by grant they may not be there, which the scenarios walk (92 to 95).
const kByRecord = ["reports/{report}", "reports/{report}/export"].map((one) => `/{room}/agreements/{id}/${one}`)
  .concat(["", "/paper", "/invitation.ics", "/items/{item}"].map((one) => `/{room}/steering/meetings/{id}${one}`), "/{room}/steering/groups/{id}",
    ...["", "/minutes"].map((one) => `/{room}/compacts/{id}/accessions/{accession}${one}`))
  // A case is there for the associations that it is about; what cannot be done with it now has no page.
  .concat(["", "/check", "/assessment", "/assessment/new", "/reject", "/decide", "/draft", "/draft/{part}", "/versions", "/versions/{number}/file", "/compare"].map((one) => `/{room}/cases/{id}${one}`));

/// Public facts of the lobby, the same in every room.
const kShared = ["/{room}/organisations/{id}", "/{room}/organisations/merge/{one}/{other}"];

const segments = (path) => path.split("/").slice(1);

/// The parts of `path` when it fits `pattern`, or nothing.
function fit(pattern, path) {
  const want = segments(pattern);
  const have = segments(path);
  if (want.length !== have.length) return undefined;
  const parts = {};
  for (let i = 0; i < want.length; i++) {
    const name = /^\{(\w+)\}$/.exec(want[i])?.[1];
    if (name) parts[name] = decodeURIComponent(have[i]);
    else if (want[i] !== have[i]) return undefined;
  }
  return parts;
}

/// The route of a path: literal segments win over named ones.
function routeOf(routes, method, path) {
  const weight = (route) => segments(route.pattern).map((one) => (one.startsWith("{") ? "1" : "0")).join("");
  return routes.filter((one) => one.method === method && fit(one.pattern, path))
    .sort((a, b) => weight(a).localeCompare(weight(b)))[0];
}

/// May this account walk the route in the room? The same rule as module::may_anywhere, said once more.
function may(route, account, room) {
  if (!route.signed_in) return true;
  if (!account) return false;
  if (!route.permission) return true;
  return account.grants.some((grant) => {
    if (grant.room && grant.room !== room) return false;
    if (!route.roles.includes(grant.role)) return false;
    return route.guard !== "confidential" || !["administrator", "operator", "partner"].includes(grant.role);
  });
}

/// Somebody who enters the room as another party is led to their own agreements; those of others are as if not there.
function foreign(route, person, room, path) {
  const roles = person.account?.grants.filter((one) => one.room === room).map((one) => one.role) ?? [];
  return route.pattern.startsWith("/{room}/agreements/{id}") && roles.length > 0 && roles.every((one) => one === "partner") &&
    !person.pages.has(path.split("?")[0]);
}

function links(body) {
  return [...body.matchAll(/<a\b[^>]*\bhref="(\/[^"#]*)/g)].map((one) => one[1].replaceAll("&amp;", "&"));
}

/// Walks every link that a person sees, from the first page and every room. Reports dead ones; keeps real paths by pattern.
async function crawl(person, name, routes, rooms, found, tally) {
  const seen = new Set();
  person.pages = seen;
  const queue = ["/", ...rooms.flatMap((room) => [`/${room}`, ...(person.account ? [`/${room}/home`] : [])])];
  for (const path of queue) seen.add(path.split("?")[0]);
  for (let i = 0; i < queue.length && i < kMostPages; i++) {
    const path = queue[i];
    const answer = await person.get(path);
    const bare = path.split("?")[0];
    const route = routeOf(routes, "GET", bare);
    if (answer.status === 200) found.pages.add(bare);
    const start = i < 1 + 2 * rooms.length;
    if (!start) tally.report(`link ${path} shown to ${name}`, answer.status < 400 ? [] : [`gives ${answer.status}`, `from ${queue.from?.get(path)}`]);
    if (answer.status >= 500) tally.report(`${name} GET ${path}`, [`gives ${answer.status}`]);
    // A page that gives itself a key leads to itself once.
    if (answer.status === 303 && answer.location?.split("?")[0] === bare && !path.includes("key=")) queue.push(answer.location);
    if (route && answer.status === 200) {
      const paths = found.get(route.pattern) ?? found.set(route.pattern, new Set()).get(route.pattern);
      if (paths.size < kPathsOfAPattern) paths.add(path);
    }
    if (!(answer.headers.get("content-type") ?? "").startsWith("text/html")) continue;
    for (const next of links(answer.body)) {
      const bareNext = next.split("?")[0];
      if (seen.has(bareNext) || bareNext.startsWith("/assets/")) continue;
      seen.add(bareNext);
      queue.push(next);
      (queue.from ??= new Map()).set(next, path);
    }
  }
}

function complaint(answer, route, account, allowed) {
  if (answer.status >= 500) return [`gives ${answer.status}`];
  if (allowed) return [403, 404, 405].includes(answer.status) ? [`may, but gets ${answer.status}`] : [];
  if (!account) return answer.status === 303 && answer.location?.startsWith("/sign-in") ? [] : [`is not sent to sign in: ${answer.status}`];
  return [403, 404].includes(answer.status) ? [] : [`gets in: ${answer.status}`];
}

const filled = (pattern, parts) => pattern.replace(/\{(\w+)\}/g, (whole, name) => parts[name] ?? "00000000-0000-4000-8000-000000000000");

export async function routes(binary, address, demo, tally) {
  // Programs come in by tokens: api.mjs walks their routes.
  const all = JSON.parse(samrum(binary, ["routes"]).out).filter((one) => !one.pattern.startsWith("/api/"));
  const rooms = [...new Set(demo.accounts.flatMap((one) => one.grants.map((grant) => grant.room)))].filter(Boolean);
  const people = [["nobody", new Person(address)], ...demo.accounts.map((one) => [one.key, new Person(address, one)])];
  for (const [, person] of people) await person.signIn();
  const found = new Map();  // pattern → addresses that somebody was shown a link to
  found.pages = new Set();  // every path that somebody was led to
  for (const [name, person] of people) await crawl(person, name, all, rooms, found, tally);

  for (const route of all.filter((one) => one.method === "GET")) {
    const paths = [...(found.get(route.pattern) ?? [])];
    if (!kUnlinked.includes(route.pattern)) tally.report(`a page leads to ${route.pattern}`, paths.length ? [] : ["no role finds a link to it"]);
    for (const path of paths) {
      const { room, ...rest } = fit(route.pattern, path.split("?")[0]);
      for (const [name, person] of people) {
        if (foreign(route, person, room, path)) {
          const { status } = await person.get(path);
          tally.report(`${name} GET ${path}`, [403, 404].includes(status) ? [] : [`is another party's, but gets ${status}`]);
          continue;
        }
        const allowed = may(route, person.account, room);
        const officer = person.account?.grants.some((one) => one.room === room && ["officer", "coordinator"].includes(one.role));
        if (allowed && !officer && kByRecord.includes(route.pattern)) {
          const { status } = await person.get(path);
          tally.report(`${name} GET ${path}`, [200, 404].includes(status) ? [] : [`by its record, but gets ${status}`]);
          continue;
        }
        // A page for anybody signed in may still have nothing for somebody without a role in the room.
        if (allowed && route.signed_in && !route.permission && room && !person.account.grants.some((one) => one.room === room)) continue;
        tally.report(`${name} GET ${path}`, complaint(await person.get(path), route, person.account, allowed));
        for (const other of rooms) {
          if (!room || other === room || kShared.includes(route.pattern) || Object.keys(rest).length === 0 || !may(route, person.account, other)) continue;
          const foreign = filled(route.pattern, { ...rest, room: other });
          if (found.pages.has(foreign)) continue;  // that room has a copy of its own, handed over to it
          const answer = await person.get(foreign);
          tally.report(`${name} GET ${foreign} (of ${room})`, [403, 404].includes(answer.status) ? [] : [`a record of another room is reached: ${answer.status}`]);
        }
      }
    }
  }
  await posts(all, found, people, rooms, tally);
}

/// No form is taken from who may not send it, nor from who may but without a token of ours.
async function posts(all, found, people, rooms, tally) {
  for (const route of all.filter((one) => one.method === "POST")) {
    const named = route.pattern.includes("{room}");
    for (const room of named ? rooms : [undefined]) {
      const path = filled(route.pattern, { room });
      for (const [name, person] of people) {
        const allowed = may(route, person.account, room);
        const answer = await person.post(path, [["csrf", "not-a-token"]]);
        // Too many tries to sign in are held back before their token is looked at.
        const wrong = allowed ? ([403, 429].includes(answer.status) ? [] : [`a form without our token gives ${answer.status}`]) : complaint(answer, route, person.account, false);
        tally.report(`${name} POST ${path}`, wrong);
      }
    }
  }
}
