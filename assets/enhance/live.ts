// Live regions: when the topic of a [data-live] region is told that something changed, the page is fetched and the
// region replaced by its new self. After a lost network the stream opens by itself and everything is fetched once.

const regions = () => [...document.querySelectorAll<HTMLElement>("[data-live][id]")];
let fetching = false;
let again = false;

async function refresh(): Promise<void> {
  if (fetching) {
    again = true;
    return;
  }
  fetching = true;
  try {
    const answer = await fetch(location.href, { headers: { accept: "text/html" }, cache: "no-store" });
    if (!answer.ok || answer.redirected) return location.reload();
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const region of regions()) replace(region, page.getElementById(region.id));
  } finally {
    fetching = false;
    if (again) {
      again = false;
      setTimeout(() => void refresh().catch(() => undefined), 500);
    }
  }
}

function replace(region: HTMLElement, fresh: HTMLElement | null): void {
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

/**
 * A topic below a slice, `room/<id>/<slice>/…`, is known to those who hold its secret: its stream asks for no account and
 * keeps no address. A slice's own topic is for people with a role in the room.
 */
const isOpen = (topic: string) => topic.split("/").length > 3;

function topics(): string[] {
  return [...new Set(regions().map((region) => region.dataset.live ?? ""))].filter(Boolean);
}

function listen(path: string, to: string[]): void {
  if (to.length === 0 || !("EventSource" in window)) return;
  const query = new URLSearchParams(to.map((topic) => ["topic", topic]));
  const stream = new EventSource(`${path}?${query.toString()}`);
  let lost = false;
  let timer = 0;
  stream.addEventListener("changed", () => void refresh().catch(() => undefined));
  stream.addEventListener("open", () => {
    clearTimeout(timer);
    timer = 0;
    offline(undefined);
    patience = 15_000;
    if (lost) void refresh().catch(() => undefined);
    lost = false;
  });
  stream.addEventListener("error", () => {
    lost = true;
    // A short break is nobody's concern.
    timer ||= window.setTimeout(() => offline(document.body.dataset.offline), 5000);
    // A closed stream (the server is away, or said no) is opened anew, ever more seldom.
    if (stream.readyState !== EventSource.CLOSED) return;
    setTimeout(() => listen(path, to), patience);
    patience = Math.min(2 * patience, 300_000);
  });
}

listen("/events", topics().filter((one) => !isOpen(one)));
listen("/events/open", topics().filter(isOpen));

export {};
