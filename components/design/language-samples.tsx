"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { Specimen } from "./specimen.tsx";

export type SampleWords = Record<
  "label" | "hint" | "error" | "value" | "first" | "second" | "third" | "action" | "title" | "text",
  string
>;

export type LanguageSamplesProps = { children: (words: SampleWords) => ReactNode };

/** The same controls once in long German words and once from right to left. */
export function LanguageSamples({ children }: LanguageSamplesProps) {
  const t = useTranslations("design");
  const german = useTranslations("design.german");
  const arabic = useTranslations("design.arabic");
  return (
    <>
      <Specimen title={t("longGerman")} look="stack">
        <I18nProvider locale="de-DE">
          <div lang="de" className={GRID}>
            {children(wordsOf(german))}
          </div>
        </I18nProvider>
      </Specimen>
      <Specimen title={t("rightToLeft")} look="stack">
        <I18nProvider locale="ar">
          <div lang="ar" dir="rtl" className={GRID}>
            {children(wordsOf(arabic))}
          </div>
        </I18nProvider>
      </Specimen>
    </>
  );
}

function wordsOf(t: (key: keyof SampleWords) => string): SampleWords {
  return {
    label: t("label"),
    hint: t("hint"),
    error: t("error"),
    value: t("value"),
    first: t("first"),
    second: t("second"),
    third: t("third"),
    action: t("action"),
    title: t("title"),
    text: t("text"),
  };
}

const GRID = "grid items-start *:min-w-0 gap-x-6 gap-y-5 sm:grid-cols-2 lg:grid-cols-3";
