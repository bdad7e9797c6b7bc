// The doors for programs: the description is valid and the one in docs; every route by every role of the demo, by a token of
// another room, by one without the scope and by none; each answer is as the description says.
import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import { Person } from "../lib/browser.mjs";
import { samrum } from "../lib/served.mjs";

const kNobody = "00000000-0000-4000-8000-000000000000";
const kFormats = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, date: /^\d{4}-\d{2}-\d{2}$/, "date-time": /^\d{4}-\d{2}-\d{2}T.*Z$/,
  uri: /^[a-z]+:/, email: /@/, "uri-reference": true, regex: true, "media-range": true,
};

/// Does `samrum openapi` print what OpenAPI 3.1 is, and the document that docs/ keeps?
function description(binary, tally) {
  const { out } = samrum(binary, ["openapi"]);
  tally.report("docs/openapi.json is what samrum openapi prints", readFileSync("docs/openapi.json", "utf8") === out ? [] : ["it is not: samrum openapi > docs/openapi.json"]);
  const document = JSON.parse(out);
  const ajv = new Ajv({ strict: false, allErrors: true, formats: kFormats });
  const valid = ajv.compile(JSON.parse(readFileSync("tests/house/openapi/schema-3.1.json", "utf8")));
  tally.report("samrum openapi is valid OpenAPI 3.1", valid(document) ? [] : valid.errors.map((one) => `${one.instancePath} ${one.message}`).slice(0, 10));
  // A mistake in it would be found: the test of the test.
  const broken = structuredClone(document);
  delete broken.info.title;
  tally.report("a broken description is not valid", valid(broken) ? ["it is"] : []);
  return document;
}

/// Validators of the document's schemas by name.
function validators(document) {
  const ajv = new Ajv({ strict: false, allErrors: true, formats: kFormats });
  ajv.addSchema({ $id: "api", ...document });
  return (reference) => ajv.getSchema(`api${reference}`);
}

/// The operations of the document: { method, pattern, operation, scope }.
function operations(document) {
  return Object.entries(document.paths).flatMap(([pattern, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(), pattern, operation, open: operation.security.length === 0, scope: operation.security[0]?.token[0],
    })));
}

/// What is wrong with an answer by the description.
function unlike(answer, operation, validate) {
  const said = operation.responses[answer.status];
  if (!said) return [`status ${answer.status} is not described`];
  const [type, media] = Object.entries(said.content ?? {})[0] ?? [];
  if (!type) return [];
  if (!(answer.headers.get("content-type") ?? "").startsWith(type)) return [`is ${answer.headers.get("content-type")}, not ${type}`];
  const check = validate(media.schema.$ref);
  return check(JSON.parse(answer.body)) ? [] : check.errors.slice(0, 5).map((one) => `${one.instancePath} ${one.message} ${JSON.stringify(one.params)}`);
}

/// Makes a token of the room on its page; answers the secret.
async function token(person, room, scopes) {
  await person.get(`/${room}/tokens`);
  const answer = await person.post(`/${room}/tokens`, [["label", "Prov"], ["last_day", "2020-12-31"], ...scopes.map((one) => ["scopes", one])]);
  return /Bearer ([\w-]{43})/.exec(answer.body)?.[1];
}

const scopesOf = (all) => [...new Set(all.map((one) => one.scope).filter(Boolean))];

/// Real paths of a pattern: ids are taken from the list above it.
async function pathsOf(one, room, ask) {
  let paths = [one.pattern.replace("{room}", room)];
  while (paths.some((path) => path.includes("{"))) {
    const next = [];
    for (const path of paths) {
      const at = path.indexOf("{");
      const part = /\{\w+\}/.exec(path)[0];
      const list = await ask("GET", path.slice(0, at - 1));
      const items = list.status === 200 ? JSON.parse(list.body).items ?? [] : [];
      for (const item of items.slice(0, 3)) next.push(path.replace(part, item.id));
      if (items.length === 0) next.push(path.replace(part, kNobody));
    }
    paths = next.slice(0, 6);
  }
  return paths;
}

/// The same rule as module::may_anywhere, said once more.
function may(route, account, room) {
  if (!route.permission) return account.grants.some((grant) => grant.room === room);
  return account.grants.some((grant) => grant.room === room && route.roles.includes(grant.role) &&
    (route.guard !== "confidential" || !["administrator", "operator", "partner"].includes(grant.role)));
}

function complaint(answer, allowed, path) {
  if (answer.status >= 500) return [`gives ${answer.status}`];
  if (answer.headers.get("set-cookie")) return ["sets a cookie"];
  if (!allowed) return [403, 404].includes(answer.status) ? [] : [`gets in: ${answer.status}`];
  const fine = path.includes(kNobody) ? [404] : [200, 201, 404, 422];
  return fine.includes(answer.status) ? [] : [`may, but gets ${answer.status}`];
}

export async function api(binary, address, demo, tally) {
  const document = description(binary, tally);
  const validate = validators(document);
  const routes = JSON.parse(samrum(binary, ["routes"]).out);
  const all = operations(document);
  const rooms = [...new Set(demo.accounts.flatMap((one) => one.grants.map((grant) => grant.room)))].filter(Boolean);
  const program = new Person(address);
  const asking = (secret) => (method, path, more = {}) => program.send(method, path, {
    ...(method === "POST" && { form: "{}" }), headers: { "content-type": "application/json", ...(secret && { authorization: `Bearer ${secret}` }), ...more } });
  const nobody = asking();
  const seen = new Map();  // real paths of other rooms

  for (const account of demo.accounts)
    for (const room of [...new Set(account.grants.map((grant) => grant.room))].filter(Boolean)) {
      const person = new Person(address, account);
      await person.signIn();
      const secret = await token(person, room, scopesOf(all));
      tally.report(`${account.key} makes a token in ${room}`, secret ? [] : ["there is none"]);
      if (!secret) continue;
      const ask = asking(secret);
      for (const one of all) {
        const route = routes.find((route) => route.method === one.method && route.pattern === one.pattern);
        for (const path of await pathsOf(one, room, ask)) {
          const answer = await ask(one.method, path);
          const allowed = one.open || may(route, account, room);
          tally.report(`${account.key} ${one.method} ${path}`, [...complaint(answer, allowed, path), ...unlike(answer, one.operation, validate)]);
          if (allowed && answer.status === 200 && one.pattern.includes("{id}")) (seen.get(room) ?? seen.set(room, new Set()).get(room)).add(path);
        }
        // Another room is not there for this token, whoever its owner is.
        for (const other of rooms.filter((name) => name !== room)) {
          if (one.open || !one.pattern.includes("{room}")) continue;
          const answer = await ask(one.method, one.pattern.replace("{room}", other).replace(/\{\w+\}/g, kNobody));
          tally.report(`${account.key}'s token of ${room} ${one.method} ${one.pattern} in ${other}`, answer.status === 404 ? unlike(answer, one.operation, validate) : [`gives ${answer.status}`]);
        }
      }
      // A record of another room is not reached through one's own.
      for (const [other, paths] of seen)
        if (other !== room)
          for (const path of paths) {
            const foreign = path.replace(`/rooms/${other}/`, `/rooms/${room}/`);
            if (seen.get(room)?.has(foreign) || path.includes("/organisations/")) continue;
            const answer = await ask("GET", foreign);
            const copy = answer.status === 200 && path.includes("/agreements/");  // that room has a copy of its own
            tally.report(`${account.key} GET ${foreign} (of ${other})`, copy || [403, 404].includes(answer.status) ? [] : [`a record of another room is reached: ${answer.status}`]);
          }
      await scopes(person, room, all, asking, tally, account.key, validate);
    }

  for (const one of all) {
    const path = one.pattern.replace("{room}", rooms[0]).replace(/\{\w+\}/g, kNobody);
    const plain = await nobody(one.method, path);
    const wrong = one.open ? (plain.status === 200 ? [] : [`gives ${plain.status}`]) : plain.status === 401 && /^Bearer/.test(plain.headers.get("www-authenticate") ?? "") ? [] : [`gives ${plain.status}`];
    tally.report(`nobody ${one.method} ${one.pattern}`, [...wrong, ...unlike(plain, one.operation, validate)]);
  }
  await cookies(address, demo, all, rooms, tally);
}

/// A token without a route's scope does not open it.
async function scopes(person, room, all, asking, tally, who, validate) {
  const other = scopesOf(all);
  for (const one of all.filter((one) => one.scope).slice(0, 2)) {
    const secret = await token(person, room, other.filter((scope) => scope !== one.scope));
    const answer = await asking(secret)(one.method, one.pattern.replace("{room}", room).replace(/\{\w+\}/g, kNobody));
    tally.report(`${who} in ${room} without ${one.scope}`, answer.status === 403 && answer.body.includes("urn:samrum:problem:scope") ? unlike(answer, one.operation, validate) : [`gives ${answer.status}`]);
  }
}

/// Who is signed in by a cookie is nobody here: no page of another site can make a browser ask.
async function cookies(address, demo, all, rooms, tally) {
  const person = new Person(address, demo.accounts.find((one) => one.key === "officer"));
  await person.signIn();
  for (const one of all.filter((one) => !one.open)) {
    const answer = await person.send(one.method, one.pattern.replace("{room}", rooms[0]).replace(/\{\w+\}/g, kNobody));
    tally.report(`a cookie ${one.method} ${one.pattern}`, answer.status === 401 ? [] : [`gives ${answer.status}`]);
  }
}
