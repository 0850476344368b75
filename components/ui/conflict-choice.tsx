"use client";

import { useTranslations } from "next-intl";
import { useLocale } from "react-aria-components/I18nProvider";
import { formatInstant } from "#lib/format/format-instant.ts";
import type { AutosaveConflict } from "./autosave-state.ts";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";

export type ConflictChoiceProps = {
  mine: string;
  conflict: AutosaveConflict;
  onKeepMine: () => void;
  onUseTheirs: () => void;
  onMerge: () => void;
};

/** Two people wrote the same thing: both texts, who wrote the other and when, and what may become of them. */
export function ConflictChoice({ mine, conflict, ...choices }: ConflictChoiceProps) {
  const t = useTranslations("ui");
  const { locale } = useLocale();
  const { changedBy, changedAt, current } = conflict;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <Notice tone="warn" isAlert>
      <p>
        {t("conflict", {
          who: changedBy ?? t("somebody"),
          when: changedAt ? formatInstant(changedAt, locale, zone) : t("meanwhile"),
        })}
      </p>
      <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-xs">
        <dt className="text-muted">{t("yours")}</dt>
        <dd className="break-words">{mine}</dd>
        <dt className="text-muted">{t("theirs")}</dt>
        <dd className="break-words">{current}</dd>
      </dl>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="sm" onPress={choices.onKeepMine}>
          {t("keepMine")}
        </Button>
        <Button size="sm" onPress={choices.onUseTheirs}>
          {t("useTheirs")}
        </Button>
        <Button size="sm" variant="quiet" onPress={choices.onMerge}>
          {t("merge")}
        </Button>
      </div>
    </Notice>
  );
}
