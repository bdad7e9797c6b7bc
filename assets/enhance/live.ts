// Live regions: when the topic of a [data-live] region is told that something changed, the page is fetched and the
// region replaced by its new self. After a lost network the stream opens by itself and everything is fetched once.

const regions = () => [...document.querySelectorAll<HTMLElement>("[data-live][id]")];
let fetching = false;
let again = false;
let failures = 0;
let later = 0;

/** Soon, and not twice at once. What fails (no network, a server away) is tried again, ever more seldom. */
function refresh(): void {
  again = true;
  if (fetching) return;
  clearTimeout(later);
  void fetchAnew();
}

async function fetchAnew(): Promise<void> {
  fetching = true;
  again = false;
  failures = (await replaceAll().catch(() => false)) ? 0 : failures + 1;
  fetching = false;
  if (failures > 0) later = window.setTimeout(refresh, Math.min(1000 * 2 ** failures, 60_000));
  else if (again) later = window.setTimeout(refresh, 500);
}

/** The page, told what the reader had before them when it was opened. */
function address(): string {
  const url = new URL(location.href);
  for (const { dataset } of regions()) if (dataset.liveRead) url.searchParams.set("read", dataset.liveRead);
  return url.href;
}

async function replaceAll(): Promise<boolean> {
  const answer = await fetch(address(), { headers: { accept: "text/html" }, cache: "no-store" });
  if (answer.status === 429 || answer.status >= 500) return false;
  if (!answer.ok || answer.redirected) {
    location.reload();
    return true;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const pairs = regions().map((region) => [region, page.getElementById(region.id)] as const);
  // None is there any more: the address leads to another page now (the day has closed, or its QR code was changed).
  if (pairs.length > 0 && pairs.every(([, fresh]) => !fresh) && !isWriting()) {
    location.reload();
    return true;
  }
  for (const [region, fresh] of pairs) replace(region, fresh);
  follow();
  return true;
}

/** Is something written or chosen that is not sent yet? */
function isWriting(): boolean {
  if (document.activeElement?.matches("input, select, textarea")) return true;
  const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea")];
  return fields.some((field) => field.value !== field.defaultValue || ("checked" in field && field.checked !== field.defaultChecked));
}

function replace(region: HTMLElement, fresh: HTMLElement | null): void {
  // A new QR code gives a page that goes on another topic.
  if (fresh) region.dataset.live = fresh.dataset.live;
  // What a person is writing or reading in is never taken away.
  if (!fresh || region.innerHTML === fresh.innerHTML || region.contains(document.activeElement)) return;
  const opened = [...region.querySelectorAll("details")].map((details) => details.open);
  region.replaceChildren(...fresh.childNodes);
  region.querySelectorAll("details").forEach((details, at) => (details.open = opened[at] ?? details.open));
  region.dispatchEvent(new CustomEvent("samrum:refreshed", { bubbles: true }));
}

function offline(words: string | undefined): void {
  const id = "samrum-offline";
  document.getElementById(id)?.remove();
  if (!words) return;
  const note = document.createElement("div");
  note.id = id;
  note.className = "s-offline";
  note.setAttribute("role", "status");
  note.textContent = words;
  document.body.append(note);
}

let patience = 15_000;
const silence = 60_000; // the server says every 15 seconds that it is there

/**
 * A topic below a slice, `room/<id>/<slice>/…`, is known to those who hold its secret: its stream asks for no account and
 * keeps no address. A slice's own topic is for people with a role in the room.
 */
const isOpen = (topic: string) => topic.split("/").length > 3;

function topics(): string[] {
  return [...new Set(regions().map((region) => region.dataset.live ?? ""))].filter(Boolean);
}

/** Opens the stream of some topics; answers how to end it. */
function listen(path: string, to: string[]): () => void {
  if (to.length === 0 || !("EventSource" in window)) return () => undefined;
  const query = new URLSearchParams(to.map((topic) => ["topic", topic]));
  // What happened since the page was asked for, and on the way to the server, is told at once.
  query.set("age", String(Math.ceil(performance.now()) + 2000));
  const stream = new EventSource(`${path}?${query.toString()}`);
  let lost = false;
  let timer = 0;
  let heard = Date.now();
  let opening = 0;
  let endNext = () => {};
  const anew = (after: number) => {
    clearInterval(watch);
    stream.close();
    opening = window.setTimeout(() => (endNext = listen(path, to)), after);
  };
  // A line may die without a word, and a phone may have slept.
  const watch = window.setInterval(() => {
    if (stream.readyState === EventSource.OPEN && Date.now() - heard > silence) anew(0);
  }, silence / 4);
  stream.addEventListener("here", () => (heard = Date.now()));
  stream.addEventListener("changed", () => {
    heard = Date.now();
    refresh();
  });
  stream.addEventListener("open", () => {
    clearTimeout(timer);
    timer = 0;
    heard = Date.now();
    offline(undefined);
    patience = 15_000;
    if (lost) refresh();
    lost = false;
  });
  stream.addEventListener("error", () => {
    lost = true;
    // A short break is nobody's concern.
    timer ||= window.setTimeout(() => offline(document.body.dataset.offline), 5000);
    // A closed stream (the server is away, or said no) is opened anew, ever more seldom, and not with all others at once.
    if (stream.readyState !== EventSource.CLOSED) return;
    anew(patience * (0.5 + Math.random()));
    patience = Math.min(2 * patience, 300_000);
  });
  return () => {
    clearInterval(watch);
    clearTimeout(timer);
    clearTimeout(opening);
    stream.close();
    endNext();
  };
}

/** The open streams by path: what they listen to, and how to end them. */
const streams = new Map<string, { topics: string; end: () => void }>();

/** Listens to the topics that the regions have now. */
function follow(): void {
  const all = topics();
  for (const [path, to] of [
    ["/events", all.filter((one) => !isOpen(one))],
    ["/events/open", all.filter(isOpen)],
  ] as const) {
    const wanted = to.join(" ");
    const open = streams.get(path);
    if (open?.topics === wanted) continue;
    open?.end();
    streams.set(path, { topics: wanted, end: listen(path, to) });
  }
}

follow();
addEventListener("online", refresh);

export {};
