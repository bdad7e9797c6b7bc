// The files that money is taken along in, read by readers of others: 360Giving by its schema (ajv), XLSX by openpyxl, CSV as a
// spreadsheet would, SIE byte by byte (its strict reader is tests/money/sie_reader.cpp).
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { chromium, signIn } from "./lib.mjs";

const address = process.env.SAMRUM;
const Ajv = createRequire(import.meta.url)("ajv");
const schema = (name) => JSON.parse(readFileSync(new URL(`../money/360giving/${name}`, import.meta.url), "utf8"));

/** Validates packages; formats are asserted, since `awardDate` tells a day from a moment by them. */
function giving() {
  const ajv = new Ajv({ allErrors: true, strict: false });
  ajv.addFormat("date-time", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
  ajv.addFormat("uri", /^[a-z][a-z0-9+.-]*:\S+$/i);
  ajv.addSchema(schema("360-giving-schema.json"));
  return ajv.compile(schema("360-giving-package-schema.json"));
}

if (!address) {
  test("money files", { skip: "SAMRUM names no server" });
} else {
  let browser;
  let page;
  before(async () => {
    browser = await chromium();
    page = await signIn(browser, address, "handlaggare@lund.example");
  });
  after(() => browser.close());
  const file = async (query) => {
    const answer = await page.context().request.get(`${address}/lund/money/export?lang=sv&${query}`);
    assert.equal(answer.status(), 200, query);
    return { bytes: await answer.body(), headers: answer.headers() };
  };

  test("360Giving fits its schema, says what was paid, and names nobody", async () => {
    const { bytes, headers } = await file("format=360giving");
    assert.match(headers["content-disposition"], /money-lund-2020-01-31\.json/);
    const data = JSON.parse(bytes.toString("utf8"));
    const validate = giving();
    assert.ok(validate(data), JSON.stringify(validate.errors));
    assert.equal(data.version, "1.4");
    assert.deepEqual(data.grants.map((one) => one.amountDisbursed).sort((a, b) => a - b), [125000, 260000]);
    // No personal data: nobody who signs, no account, no address, no field for a person.
    const text = bytes.toString("utf8");
    for (const one of ["handläggare", "ekonom", "@", "recipientIndividual", "contactName", "telephone"]) assert.ok(!text.includes(one), one);
    for (const one of [{}, { grants: [] }, { grants: [{ ...data.grants[0], awardDate: "10 juni 2019" }] },
      { grants: [{ ...data.grants[0], currency: "kr" }] }, { grants: [{ ...data.grants[0], fundingOrganization: [] }] }])
      assert.ok(!validate(one), "the schema refuses what is wrong");
  });

  test("XLSX opens in openpyxl with numbers and days as such, and no formula", async () => {
    const { bytes } = await file("format=xlsx");
    const folder = mkdtempSync(join(tmpdir(), "samrum-money-"));
    try {
      writeFileSync(join(folder, "plan.xlsx"), bytes);
      const read = execFileSync("/usr/bin/python3", ["-c", `
import sys, json, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1]).active
rows = [row for row in sheet.iter_rows() if isinstance(row[7].value, (int, float))]
print(json.dumps({"sums": [row[7].value for row in rows], "days": [str(row[11].value) for row in rows],
                  "formulas": sum(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)}))`,
        join(folder, "plan.xlsx")], { encoding: "utf8" });
      const { sums, days, formulas } = JSON.parse(read);
      assert.deepEqual(sums, [125000, 260000, 260000, 200000, 200000]);
      assert.equal(days[1].slice(0, 10), "2019-09-05");
      assert.equal(formulas, 0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test("CSV begins with its mark, and no cell begins a formula", async () => {
    const text = (await file("format=csv")).bytes.toString("utf8");
    assert.equal(text.charCodeAt(0), 0xfeff);
    const lines = text.slice(1).trimEnd().split("\r\n");
    assert.equal(lines.length, 6);
    for (const cell of lines.flatMap((line) => line.split(";"))) assert.doesNotMatch(cell, /^"?[=+\-@\t]/);
  });

  test("SIE is CP437, by its bytes", async () => {
    const { bytes } = await file("format=sie");
    const text = bytes.toString("latin1");
    assert.ok(text.startsWith("#FLAGGA 0\r\n"));
    assert.ok(text.includes("L\x84mnade bidrag"), "ä is 0x84");
    assert.ok(!/[^\x20-\x7e\x80-\xff\r\n]/.test(text));
    for (const voucher of text.split("#VER").slice(1)) {
      const sum = [...voucher.matchAll(/#TRANS \d+ \{\} (-?)(\d+)\.(\d\d)\r\n/g)]
        .reduce((all, [, sign, kronor, ore]) => all + BigInt(`${sign}${kronor}${ore}`), 0n);
      assert.equal(sum, 0n);
    }
  });
}
