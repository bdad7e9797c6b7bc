// Writes examples/lund/activity-im.csv, activity-kompis.csv and advice-im.csv: synthetic log lines and counted sessions that
// add up to what the documents of the Lund case say, each figure in its own period. The log holds RådRum's sessions until
// 2019-06-30; from 2019-07-01 they are counted sessions of the advice service, so that nothing stands twice. Every run
// writes the same bytes. usage: node tools/lund-activity.mjs
import { writeFileSync } from "node:fs";

const columns = ["datum", "till", "typ", "aktivitet", "plats", "start", "deltagare", "kvinnor", "volontärer", "volontärtimmar",
  "inställd", "rubrik", "antal", "orsak", "ungefär", "källa", "kommentar"];
const library = "Lunds stadsbibliotek";
const linero = "Linero bibliotek";
const memo = "Tjänsteskrivelse 2019-06-07, SO 2019/0089";

const iso = (date) => date.toISOString().slice(0, 10);
const day = (text) => new Date(`${text}T00:00:00Z`);
/** Every `step`-th day from first to last, but those left out. */
const days = (first, last, step, without = []) => {
  const all = [];
  for (let d = day(first); d <= day(last); d = new Date(d.getTime() + step * 86400000)) all.push(iso(d));
  return all.filter((one) => !without.includes(one));
};
/** `count` small numbers around `base` that add up to `total`, the same ones each time. */
const spread = (count, total) => {
  const wave = [0, 1, -1, 2, 0, -2, 1, 0, -1, 1, 0, -1];
  const base = Math.floor(total / count);
  const numbers = Array.from({ length: count }, (_, i) => Math.max(1, base + wave[i % wave.length]));
  for (let i = 0, rest = total - numbers.reduce((a, b) => a + b, 0); rest !== 0; i = (i + 1) % count) {
    if (rest > 0) numbers[i]++, rest--;
    else if (numbers[i] > 1) numbers[i]--, rest++;
  }
  return numbers;
};

const row = (cells) => ({ kommentar: "syntetisk rad", ...cells });
const sessions = (dates, visits, cells) => {
  const numbers = visits === undefined ? [] : spread(dates.length, visits);
  return dates.map((datum, i) => row({ datum, typ: "tillfälle", aktivitet: "RådRum", deltagare: numbers[i], ...cells }));
};
const event = (datum, typ, rubrik, deltagare, cells = {}) => row({ datum, typ, aktivitet: "RådRum", rubrik, deltagare, ...cells });
const heads = (datum, typ, antal, orsak) => row({ datum, typ, aktivitet: "RådRum", antal, orsak });
const figure = (typ, antal, datum, till, ungefär) => row({ typ, antal, datum, till, ungefär, aktivitet: "RådRum", källa: memo });

const at = { library: { plats: library, start: "16:00" }, early: { plats: linero, start: "14:00" }, late: { plats: linero, start: "17:00" } };
const im = [
  // Autumn 2016, the first months of the project: that there were sessions is told, not how many came.
  ...sessions(days("2016-10-04", "2016-12-13", 7), undefined, at.library),
  // 2017: 235 visits. In autumn the partnership took over from the project.
  ...sessions(days("2017-01-10", "2017-06-13", 7, ["2017-06-06"]), 96, at.library),
  ...sessions(days("2017-02-02", "2017-06-08", 14, ["2017-05-25"]), 18, at.early),
  ...sessions(days("2017-08-22", "2017-12-19", 7), 103, at.library),
  ...sessions(days("2017-09-07", "2017-12-14", 14), 18, at.early),
  // 2018: 310 visits, 32 per cent more.
  ...sessions(days("2018-01-09", "2018-06-12", 7, ["2018-05-01"]), 132, at.library),
  ...sessions(days("2018-01-18", "2018-06-07", 14, ["2018-05-10"]), 20, at.early),
  ...sessions(days("2018-08-21", "2018-12-18", 7), 141, at.library),
  ...sessions(days("2018-08-30", "2018-12-13", 14), 17, at.early),
  ...sessions(days("2019-01-08", "2019-06-18", 7), 173, at.library),
  ...sessions(days("2019-01-17", "2019-06-13", 14, ["2019-05-30"]), 23, at.early),
  event("2018-09-15", "utbildning", "Grundutbildning för nya rådgivare", 8),
  event("2019-03-23", "utbildning", "Jämställdhet i rådgivningen", 12, { plats: library }),
  event("2019-09-14", "utbildning", "Grundutbildning för nya rådgivare", 6, { plats: library }),
  event("2020-01-18", "utbildning", "Bemötande och tystnadslöfte", 14, { plats: library }),
  event("2019-10-24", "temakväll", "Att söka och hyra bostad", 21, { plats: library }),
  event("2019-11-21", "temakväll", "Arbetsliv och fackliga rättigheter", 17, { plats: linero }),
  event("2019-09-10", "nätverksmöte", "Arbetsgruppen för hänvisning: biblioteken, Medborgarcenter och flyktingenheten", 7),
  event("2019-12-03", "nätverksmöte", "Arbetsgruppen för hänvisning: biblioteken, Medborgarcenter och flyktingenheten", 8),
  event("2019-11-06", "workshop", "Erfarenhetsutbyte: Medborgarcenter, flyktinghandläggare, kultur och fritid, bostad", 16),
  event("2019-10-08", "erfarenhetsutbyte", "Rådgivning i tillsammansnätverken", 11),
  event("2019-08-28", "uppsökande", "RådRum presenteras på sfi", 30),

  heads("2018-08-31", "avslutade volontärer", 2, "studier"),
  heads("2018-10-31", "avslutade volontärer", 1, "heltidsarbete"),
  heads("2019-01-15", "avslutade volontärer", 1, "studier"),
  heads("2019-03-31", "avslutade volontärer", 2, "heltidsarbete"),
  heads("2019-05-31", "avslutade volontärer", 1, "heltidsarbete"),
  heads("2019-02-04", "nya volontärer", 3),
  heads("2019-04-08", "nya volontärer", 2),
  heads("2019-05-13", "nya volontärer", 1),

  // What the document says, with the period that it gives, or none.
  figure("siffra besök", 310, "2018-01-01", "2018-12-31", "ja"),
  figure("siffra ökning besök procent", 32, "2018-01-01", "2018-12-31"),
  figure("siffra nya volontärer", 6, "2019-01-01", "2019-06-07"),
  figure("siffra avslutade volontärer", 7, "2018-06-08", "2019-06-07"),
  figure("siffra kvinnor procent", 50),
  figure("siffra volontärer", 23),
  figure("siffra volontärtimmar", 1400, undefined, undefined, "ja"),
];

// From 2019-07-01: counted sessions of the advice service (docs/advice-file.md). What a real session leaves is one-way
// counts; these are drawn from fixed wheels, so that no line says anything of anybody.
const wheel = (codes) => {
  let at = 0;
  return (n) => {
    const counts = new Map();
    for (let i = 0; i < n; i++) {
      const code = codes[at++ % codes.length];
      counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    return counts;
  };
};
const pairs = (counts) => [...counts].filter(([, n]) => n > 0).sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, n]) => `${code}=${n}`).join(" ");
const draw = {
  language: wheel(("ar sv ar fa-AF en ar so ar sv ti ar fa fa-AF ar en sv ar uk so ar fa-AF ps ar sv am ar " +
    "ar sv ar fa-AF en ar so ar sv ti ar fa fa-AF ar en sv ar uk so ar fa-AF sq ar sv tr ar").split(" ")),
  topic: wheel("letter authority form housing letter work authority letter money form authority housing letter family work authority school health".split(" ")),
  length: wheel("short medium short medium long short medium".split(" ")),
  outcome: wheel("answered answered referred answered answered comes_back answered referred answered booked answered".split(" ")),
  referral: wheel("municipal authority medborgarcenter authority association municipal site authority".split(" ")),
  waiting: wheel("0-15 15-30 0-15 15-30 30-60 0-15 15-30 60-".split(" ")),
  gapHelp: wheel("phone companion english_swedish phone app companion gestures phone".split(" ")),
};
/** Swedish, English and Arabic are always spoken at the desk, Dari and Somali at every second session. */
const spoken = (i) => new Set(["sv", "en", "ar", ...(i % 2 === 0 ? ["fa-AF", "so"] : [])]);
const ends = { "14:00": "16:30", "16:00": "18:30", "17:00": "19:30" };

const counted = (dates, visits, { plats, start }) => spread(dates.length, visits).map((besök, i) => {
  const advisers = plats === library ? 4 + (i % 3 === 0 ? 1 : 0) : 3;
  const women = Math.floor((besök + (i % 2)) / 2);
  const languages = draw.language(besök);
  const gap = new Map([...languages].filter(([code]) => !spoken(i).has(code)));
  const unspoken = [...gap.values()].reduce((a, b) => a + b, 0);
  const help = draw.gapHelp(unspoken);
  if (besök > unspoken) help.set("speaker", besök - unspoken);
  const extra = Math.floor(besök / 4);
  const outcomes = draw.outcome(besök);
  return {
    datum: dates[i], plats, start, slut: ends[start], rådgivare: advisers, volontärtimmar: String(advisers * 2.5).replace(".", ","), inställd: "",
    besök, personer: besök + Math.floor(besök / 3), ärenden: besök + extra, kön: pairs(new Map([["woman", women], ["man", besök - women]])),
    språk: pairs(languages), språkbrist: pairs(gap), språkhjälp: pairs(help), ämnen: pairs(draw.topic(besök + extra)), längd: pairs(draw.length(besök)),
    utfall: pairs(outcomes), hänvisning: pairs(draw.referral(outcomes.get("referred") ?? 0)), väntan: pairs(draw.waiting(besök)), kommentar: "syntetisk rad",
  };
});
const calledOff = (datum, { plats, start }) => ({ datum, plats, start, slut: ends[start], inställd: "ja", kommentar: "syntetisk rad" });
const adviceColumns = ["datum", "plats", "start", "slut", "rådgivare", "volontärtimmar", "inställd", "besök", "personer", "ärenden", "kön", "språk",
  "språkbrist", "språkhjälp", "ämnen", "längd", "utfall", "hänvisning", "väntan", "kommentar"];
const advice = [
  // The agreement's first seven months: 41 sessions held, the libraries' shared days counted as two.
  ...counted(days("2019-07-02", "2020-01-28", 7, ["2019-11-05", "2019-12-24", "2019-12-31", "2020-01-07"]), 162, at.library),
  // From October Linero opens later in the day, and twice as many come to each session.
  ...counted([...days("2019-08-22", "2019-09-19", 14), "2019-09-24"], 9, at.early),
  ...counted([...days("2019-10-03", "2019-12-12", 14), "2019-11-26", "2020-01-09", "2020-01-14", "2020-01-23"], 52, at.late),
  calledOff("2019-11-05", at.library),
  calledOff("2019-12-05", at.late),
  calledOff("2020-01-07", at.library),
];

const kompisSession = (datum, plats, deltagare) => row({ datum, typ: "tillfälle", aktivitet: "Kompis Sverige", plats, start: "18:00", deltagare });
const kompisEvent = (datum, typ, rubrik, deltagare) => row({ datum, typ, aktivitet: "Kompis Sverige", rubrik, deltagare });
const meeting = "Mötesplatsen i centrum";
const kompis = [
  ...days("2019-01-16", "2019-06-19", 14).map((datum, i) => kompisSession(datum, meeting, [18, 22, 15, 24, 19, 27][i % 6])),
  kompisSession("2019-05-18", "Stadsparken", 31),
  kompisEvent("2019-01-23", "uppsökande", "Kompis Sverige presenteras på sfi", 35),
  kompisEvent("2019-02-20", "uppsökande", "Informationskväll för etablerade lundabor", 16),
  kompisEvent("2019-04-03", "uppsökande", "Kompis Sverige presenteras på sfi", 28),
  kompisEvent("2019-03-13", "nätverksmöte", "Föreningar som möter nyanlända", 9),
];

const cell = (value) => {
  const text = value === undefined ? "" : String(value);
  return /[";,\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
const text = (names, lines) =>
  [names, ...lines.map((one) => names.map((column) => one[column]))].map((cells) => cells.map(cell).join(";") + "\r\n").join("");
const write = (file, rows) => {
  const lines = [...rows].sort((a, b) => (a.datum ?? "9999").localeCompare(b.datum ?? "9999") || a.typ.localeCompare(b.typ, "sv"));
  writeFileSync(file, text(columns, lines));
  const held = lines.filter((one) => one.typ === "tillfälle" && one.inställd !== "ja");
  const visits = (year) => held.filter((one) => one.datum.startsWith(year)).reduce((sum, one) => sum + (one.deltagare ?? 0), 0);
  console.log(`${file}: ${lines.length} lines, visits 2017: ${visits("2017")}, 2018: ${visits("2018")}`);
};
const writeAdvice = (file, rows) => {
  const lines = [...rows].sort((a, b) => a.datum.localeCompare(b.datum) || a.plats.localeCompare(b.plats, "sv"));
  writeFileSync(file, text(adviceColumns, lines));
  const held = lines.filter((one) => one.inställd !== "ja");
  console.log(`${file}: ${held.length} sessions held, ${held.reduce((sum, one) => sum + one.besök, 0)} visits`);
};
write("examples/lund/activity-im.csv", im);
write("examples/lund/activity-kompis.csv", kompis);
writeAdvice("examples/lund/advice-im.csv", advice);
