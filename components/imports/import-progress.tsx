"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Panel } from "#components/ui/panel.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { formatNumber } from "#lib/format/format-number.ts";
import type { ImportView } from "#lib/imports/views.ts";
import { isUnderWay } from "./import-stage.ts";

const POLL_MS = 1_000;

export type ImportProgressProps = { entry: ImportView; progressUrl: string; locale: string };

/** The live state of an import; when it ends, the page shows what came of it. */
export function ImportProgress({ entry, progressUrl, locale }: ImportProgressProps) {
  const t = useTranslations("imports");
  const { latest, isLost } = usePolledImport(entry, progressUrl);
  const { percent, rows, words } = sightOf(latest);
  return (
    <Panel
      title={<span role="status">{t(isLost ? "stopped" : words)}</span>}
      caption={latest.waitsFor ?? t(`${words}Text`)}
    >
      <ProgressBar
        label={t(words === "undoing" ? "progressUndo" : "progress")}
        percent={percent}
        valueText={t("progressRows", {
          percent: String(percent ?? 0),
          rows: formatNumber(rows, locale),
        })}
      />
    </Panel>
  );
}

/** How far it is and what it is doing; `percent` is null while it waits. */
function sightOf({ status, progress, undo }: ImportView) {
  if (status === "undoing" && undo) {
    const rows = undo.removed + undo.restored + undo.kept;
    return { percent: undo.percent, rows, words: "undoing" } as const;
  }
  if (status === "queued") return { percent: null, rows: 0, words: "waiting" } as const;
  return { ...progress, words: "running" } as const;
}

/** Asks every second, one question at a time, until the import has ended. */
function usePolledImport(entry: ImportView, progressUrl: string) {
  const router = useRouter();
  const [latest, setLatest] = useState(entry);
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    const stop = pollImport(progressUrl, (next) => {
      setLost(next === null);
      if (next) setLatest(next);
      if (next && !isUnderWay(next)) router.refresh();
    });
    return stop;
  }, [progressUrl, router]);
  return { latest, isLost };
}

/** Tells each answer, or null for none; gives back how to stop asking. */
function pollImport(url: string, tell: (next: ImportView | null) => void): () => void {
  const aborter = new AbortController();
  let timer = window.setTimeout(ask, POLL_MS);
  async function ask() {
    const next = await readProgress(url, aborter.signal);
    if (aborter.signal.aborted) return;
    tell(next);
    if (!next || isUnderWay(next)) timer = window.setTimeout(ask, POLL_MS);
  }
  return () => {
    aborter.abort();
    window.clearTimeout(timer);
  };
}

/** null when there was no answer this time. */
async function readProgress(url: string, signal: AbortSignal): Promise<ImportView | null> {
  try {
    const response = await fetch(url, { signal });
    return response.ok ? ((await response.json()) as ImportView) : null;
  } catch {
    return null; // offline or stopped: the next question tells
  }
}
