import { localStorageColorSchemeManager } from "@mantine/core";

/**
 * Gives the page the colours that this browser chose, before anything is drawn: the components do so only with the
 * first of them, and until then the page has those of the system.
 */
export function showTheme(): void {
  const chosen = localStorageColorSchemeManager().get("auto");
  const isDark =
    chosen === "dark" || (chosen === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset["mantineColorScheme"] = isDark ? "dark" : "light";
}
