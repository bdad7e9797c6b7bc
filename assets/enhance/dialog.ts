// Lifts the panel of <details data-dialog> into a modal <dialog>: focus is kept inside, Escape closes, focus goes back.
// Works by delegation, so that regions that were fetched anew need nothing.

function open(details: HTMLDetailsElement): void {
  const panel = details.querySelector<HTMLElement>(".s-dialog__panel");
  const title = panel?.querySelector("h2");
  if (!panel || !title) return;
  const dialog = document.createElement("dialog");
  dialog.className = "ds-dialog";
  dialog.setAttribute("aria-labelledby", title.id);
  const close = document.createElement("button");
  close.className = "ds-button s-dialog__close";
  close.type = "button";
  close.dataset.variant = "tertiary";
  close.dataset.dialogClose = "";
  close.textContent = details.dataset.close ?? "";
  for (const hidden of panel.querySelectorAll<HTMLElement>("[data-dialog-close]")) hidden.hidden = false;
  dialog.append(panel);
  // A panel with its own way back needs no second one.
  if (!panel.querySelector("[data-dialog-close]")) panel.append(close);
  details.after(dialog);
  dialog.addEventListener("close", () => {
    details.append(panel);
    close.remove();
    dialog.remove();
    details.querySelector("summary")?.focus();
  });
  dialog.showModal();
}

document.addEventListener("click", (event) => {
  if (!(event.target instanceof Element)) return;
  const summary = event.target.closest("[data-dialog] > summary");
  if (summary?.parentElement instanceof HTMLDetailsElement) {
    event.preventDefault();
    open(summary.parentElement);
  }
  if (event.target.closest("[data-dialog-close]")) event.target.closest("dialog")?.close();
});

export {};
