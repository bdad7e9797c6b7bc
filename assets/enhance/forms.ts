// Forms: focus goes to the error summary, and a page with unsaved words asks before it is left.
document.querySelector<HTMLElement>("[data-focus]")?.focus();

let unsaved = false;
document.addEventListener("input", (event) => {
  const form = event.target instanceof Element ? event.target.closest("form") : null;
  if (form?.method === "post") unsaved = true;
});
document.addEventListener("submit", (event) => {
  unsaved = false;
  // One click, one deed: a second click on a slow line sends nothing.
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== "post") return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
});
addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.sent;
});
addEventListener("beforeunload", (event) => {
  if (unsaved) event.preventDefault();
});

export {};
