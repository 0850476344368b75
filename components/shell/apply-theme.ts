import { startTransition } from "react";
import type { FormAction } from "#lib/actions/result.ts";
import { THEME_COOKIE } from "#lib/format/look-cookies.ts";
import type { Theme } from "./theme.ts";

const YEAR_SECONDS = 31_536_000;

/** Show a theme from now on: in this browser, and by `save` in the next one this person signs in with. */
export function applyTheme(theme: Theme, save?: FormAction<void>): void {
  const age = theme === "system" ? 0 : YEAR_SECONDS;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain http
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${age}; samesite=lax`;
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  if (save) keep(theme, save);
}

function keep(theme: Theme, save: FormAction<void>): void {
  const form = new FormData();
  form.set("theme", theme);
  startTransition(async () => {
    await save(null, form);
  });
}
