// The theme button of the footer: light and dark, kept in the cookie `theme` that the server reads.
const root = document.documentElement;

function isDark(): boolean {
  const scheme = root.dataset.colorScheme;
  return scheme === "dark" || (scheme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
}

for (const button of document.querySelectorAll<HTMLButtonElement>("[data-theme-toggle]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const scheme = isDark() ? "light" : "dark";
    root.dataset.colorScheme = scheme;
    document.cookie = `theme=${scheme}; path=/; max-age=31536000; samesite=lax`;
  });
}

export {};
