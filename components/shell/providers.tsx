"use client";

import type { ReactNode } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { formatTag } from "#lib/format/locale.ts";

export type ProvidersProps = { locale: string; children: ReactNode };

/** What every client component may rely on: the language of react-aria's own words. */
export function Providers({ locale, children }: ProvidersProps) {
  return <I18nProvider locale={formatTag(locale)}>{children}</I18nProvider>;
}
