"use client";

import { useTranslations } from "next-intl";
import { buttonStyle } from "#components/ui/button-style.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";

export type FailedPageProps = { error: unknown; retry: () => void };

/**
 * What stands in place of a page that broke: the way on, and the number that finds it in the log. Every page brings it along, so its
 * button is the browser's own.
 */
export function FailedPage({ error, retry }: FailedPageProps) {
  const t = useTranslations("errors");
  const id = digestOf(error);
  return (
    <EmptyState
      kind="failed"
      level={1}
      title={t("failedTitle")}
      actions={
        <button type="button" onClick={retry} className={buttonStyle({})}>
          {t("tryAgain")}
        </button>
      }
    >
      {t("failedText")} {id && t("reference", { id })}
    </EmptyState>
  );
}

function digestOf(error: unknown): string | null {
  const digest = error instanceof Error && "digest" in error ? error.digest : null;
  return typeof digest === "string" ? digest : null;
}
