"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { EvidenceEntry } from "#lib/evidence/types.ts";
import type { EvidenceActions } from "./evidence-actions.ts";
import { SourceEntry } from "./source-entry.tsx";
import { useTaking } from "./use-taking.ts";

export type EvidenceSourcesProps = {
  entries: readonly EvidenceEntry[];
  slug: string;
  locale: string;
  actions: EvidenceActions | null;
};

/** The pieces of evidence of one thing; one that was just taken away can be had back. */
export function EvidenceSources({ entries, slug, locale, actions }: EvidenceSourcesProps) {
  const t = useTranslations("evidence");
  return (
    <section aria-label={t("listLabel")} className="grid gap-3">
      {actions ? (
        <Editable entries={entries} slug={slug} locale={locale} actions={actions} />
      ) : (
        <Entries entries={entries} slug={slug} locale={locale} />
      )}
      {entries.length === 0 && (
        <EmptyState kind="nothing-yet" title={t("emptyTitle")} isSmall level={2}>
          {t(actions ? "emptyText" : "emptyReadOnly")}
        </EmptyState>
      )}
    </section>
  );
}

type EditableProps = EvidenceSourcesProps & { actions: EvidenceActions };

function Editable({ actions, ...list }: EditableProps) {
  const t = useTranslations("evidence");
  const { taken, isBack, isPending, refusal, remove, undo } = useTaking(actions);
  const place = useFocusedAnswer(taken, isBack);
  return (
    <>
      <div ref={place} className={taken || isBack ? TAKEN : "sr-only"}>
        {/* Away while it runs, so that it is read out each time. */}
        <p role="status" tabIndex={-1}>
          {!isPending && (isBack ? t("isBack") : taken && t("taken"))}
        </p>
        {taken && !isBack && (
          <form action={undo}>
            {Object.entries({ tenant: list.slug, ...taken.fields }).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <Button type="submit" isPending={isPending}>
              {t("undo")}
            </Button>
          </form>
        )}
      </div>
      {refusal && (
        <Notice tone="bad" isAlert>
          {refusal.message}
        </Notice>
      )}
      <Entries
        {...list}
        remove={(entry, name) => (
          <form action={remove}>
            <input type="hidden" name="tenant" value={list.slug} />
            <input type="hidden" name="evidenceId" value={entry.id} />
            <Button
              type="submit"
              variant="quiet"
              size="sm"
              isPending={isPending}
              aria-label={t("takeName", { name })}
            >
              {t("take")}
            </Button>
          </form>
        )}
      />
    </>
  );
}

const TAKEN =
  "flex flex-wrap items-center gap-x-4 gap-y-2 rounded-sm border border-hairline bg-canvas px-3 py-2.5";

/** A ref for what holds the answer: its button gets the focus each time something was taken, its words once it is back; what was pressed is gone. */
function useFocusedAnswer(taken: object | null, isBack: boolean): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (taken) place.current?.querySelector<HTMLElement>(isBack ? "p" : "button")?.focus();
  }, [taken, isBack]);
  return place;
}

type EntriesProps = Omit<EvidenceSourcesProps, "actions"> & {
  remove?: (entry: EvidenceEntry, name: string) => React.ReactNode;
};

function Entries({ entries, slug, locale, remove }: EntriesProps) {
  const t = useTranslations("evidence");
  if (entries.length === 0) return null;
  return (
    <ul className="divide-y divide-hairline">
      {entries.map((entry) => (
        <SourceEntry
          key={entry.id}
          entry={entry}
          slug={slug}
          locale={locale}
          action={remove?.(entry, entry.title ?? entry.statistic?.label ?? t(`kind_${entry.kind}`))}
        />
      ))}
    </ul>
  );
}
