// Buttons that need JavaScript and are therefore written hidden: print and copy.
function reveal(within: ParentNode): void {
  for (const button of within.querySelectorAll<HTMLButtonElement>("[data-print], [data-copy]")) button.hidden = false;
}

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>("[data-print], [data-copy]") : null;
  if (!button) return;
  if (button.dataset.copy === undefined) return print();
  const label = button.textContent ?? "";
  void navigator.clipboard.writeText(button.dataset.copy).then(() => {
    button.textContent = button.dataset.copied ?? label;
    button.setAttribute("aria-live", "polite");
    setTimeout(() => (button.textContent = label), 2000);
  });
});

reveal(document);
document.addEventListener("samrum:refreshed", (event) => {
  if (event.target instanceof Element) reveal(event.target);
});

export {};
