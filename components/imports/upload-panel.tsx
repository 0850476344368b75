"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import type { UploadState } from "./use-upload.ts";

export type UploadPanelProps = { state: UploadState; name: string; onCancel: () => void };

/** How far the file has been sent, or why it was refused. */
export function UploadPanel({ state, name, onCancel }: UploadPanelProps) {
  const t = useTranslations("imports");
  if (state === null) return null;
  if (state.phase === "refused") {
    return (
      <Notice tone="bad" isAlert>
        {state.detail ?? t("noAnswer")}
      </Notice>
    );
  }
  const isSent = state.percent === 100;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border border-hairline px-4 py-3 sm:px-5">
      <p role="status" className="min-w-0 truncate font-medium">
        {isSent ? t("uploadDone") : t("uploading", { name })}
      </p>
      <div className="min-w-40 flex-1">
        <ProgressBar
          label={t("uploading", { name })}
          percent={state.percent}
          valueText={t("uploadPercent", { percent: state.percent })}
        />
      </div>
      {!isSent && (
        <Button size="sm" variant="quiet" onPress={onCancel}>
          {t("cancel")}
        </Button>
      )}
    </div>
  );
}
