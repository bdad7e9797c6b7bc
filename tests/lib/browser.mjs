// The least of a browser: cookies, forms with their CSRF token, no redirects followed by itself.
import { readFileSync } from "node:fs";
import { basename } from "node:path";

const entities = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };

/// What a reader sees of a page: no tags, entities as characters, white space single.
export function visible(html) {
  return html
    .replace(/<(script|style|template)\b[\s\S]*?<\/\1>/g, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/&(#39|[a-z]+);/g, (whole, name) => entities[name] ?? whole)
    .replace(/[\u00a0\u202f]/g, " ")
    .replace(/[\u2068\u2069]/g, "")
    .replace(/\s+/g, " ");
}

export class Person {
  constructor(address, account) {
    this.address = address;
    this.account = account;  // { email, password }, or nothing
    this.cookies = new Map();
    this.csrf = undefined;
    this.signedIn = false;
  }

  /// { status, location, headers, body, text }
  async send(method, path, { form, headers = {} } = {}) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const init = { method, redirect: "manual", headers: { ...(cookie && { cookie }), "accept-language": "sv", ...headers } };
    if (method !== "GET" && method !== "HEAD") {
      init.headers.origin ??= this.address;
      if (form) init.body = form;
    }
    const response = await fetch(this.address + path, init);
    for (const line of response.headers.getSetCookie?.() ?? splitCookies(response.headers.get("set-cookie"))) this.keep(line);
    const bytes = Buffer.from(await response.arrayBuffer());
    const body = bytes.toString("utf8");
    const token = /name="csrf"[^>]*value="([^"]*)"/.exec(body);
    if (token) this.csrf = token[1];
    const location = response.headers.get("location") ?? undefined;
    return { status: response.status, location, headers: response.headers, body, bytes, text: visible(body) };
  }

  keep(line) {
    const [pair, ...attributes] = line.split(";");
    const [name, ...value] = pair.split("=");
    const gone = attributes.some((one) => /^\s*max-age=0\s*$/i.test(one));
    if (gone) this.cookies.delete(name.trim());
    else this.cookies.set(name.trim(), value.join("=").trim());
  }

  async get(path) {
    return this.send("GET", path);
  }

  /// Posts fields ([name, value] pairs; a value { file } is uploaded). The CSRF token is the one of the last page seen.
  async post(path, fields, headers = {}) {
    if (!fields.some(([name]) => name === "csrf")) {
      if (this.csrf === undefined) await this.get("/sign-in");
      fields = [["csrf", this.csrf ?? ""], ...fields];
    }
    const upload = fields.some(([, value]) => typeof value === "object");
    const form = upload ? new FormData() : new URLSearchParams();
    for (const [name, value] of fields)
      if (typeof value === "object") form.append(name, new Blob([readFileSync(value.file)]), basename(value.file));
      else form.append(name, value);
    return this.send("POST", path, { form, headers });
  }

  async signIn() {
    if (!this.account || this.signedIn) return;
    this.signedIn = true;
    const answer = await this.post("/sign-in", [["email", this.account.email], ["password", this.account.password]]);
    if (answer.status !== 303) throw new Error(`signing in as ${this.account.email} gave ${answer.status}: ${answer.text.slice(0, 300)}`);
    this.csrf = undefined;
    await this.get("/account");
  }
}

/// Node before 20 joins several Set-Cookie headers with commas.
function splitCookies(header) {
  return header ? header.split(/,(?=\s*[^;,\s]+=)/) : [];
}
