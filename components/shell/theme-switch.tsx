"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import type { FormAction } from "#lib/actions/result.ts";
import { applyTheme } from "./apply-theme.ts";
import { THEMES, type Theme, themeOf } from "./theme.ts";

const ICON: Record<Theme, ReactNode> = { system: <Monitor />, light: <Sun />, dark: <Moon /> };
const WORD = { system: "themeSystem", light: "themeLight", dark: "themeDark" } as const;

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
    applyTheme(next, save);
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
