"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, startTransition, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import type { FormAction } from "#lib/actions/result.ts";
import { THEME_COOKIE } from "#lib/format/look-cookies.ts";
import { THEMES, type Theme, themeOf } from "./theme.ts";

const ICON: Record<Theme, ReactNode> = { system: <Monitor />, light: <Sun />, dark: <Moon /> };
const WORD = { system: "themeSystem", light: "themeLight", dark: "themeDark" } as const;
const YEAR_SECONDS = 31_536_000;

export type ThemeSwitchProps = {
  theme: Theme;
  /** Keeps the choice with the account, for the next browser; absent where nobody is signed in */
  save?: FormAction<void>;
};

/** Light, dark, or like the system. The cookie lets the server draw the next page right from the start. */
export function ThemeSwitch({ theme, save }: ThemeSwitchProps) {
  const t = useTranslations("shell");
  const [current, setCurrent] = useState(theme);
  const choose = (next: Theme) => {
    setCurrent(next);
    applyTheme(next);
    if (save) keep(next, save);
  };
  const trigger = (
    <Button variant="quiet" isIcon aria-label={t("themeNow", { theme: t(WORD[current]) })}>
      {ICON[current]}
    </Button>
  );
  return (
    <Menu
      label={t("theme")}
      trigger={trigger}
      selected={current}
      onAction={(id) => choose(themeOf(id))}
    >
      {THEMES.map((option) => (
        <MenuItem key={option} id={option} textValue={t(WORD[option])}>
          {ICON[option]}
          {t(WORD[option])}
        </MenuItem>
      ))}
    </Menu>
  );
}

function keep(theme: Theme, save: FormAction<void>): void {
  const form = new FormData();
  form.set("theme", theme);
  startTransition(async () => {
    await save(null, form);
  });
}

function applyTheme(theme: Theme): void {
  const age = theme === "system" ? 0 : YEAR_SECONDS;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain http
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${age}; samesite=lax`;
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}
