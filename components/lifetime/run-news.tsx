import { useTranslations } from "next-intl";
import type { RunSummary } from "#lib/clv-runs/index.ts";

export type RunNewsProps = { run: Pick<RunSummary, "status" | "stage"> };

/** What a run does now, read out when it goes on to something else and when it has ended. */
export function RunNews({ run: { status, stage } }: RunNewsProps) {
  const t = useTranslations("lifetime");
  const words = {
    queued: () => t("progress.queued"),
    running: () => t(stage ? `stages.${stage}` : "progress.running"),
    ended: () => t("progress.ended", { state: t(`status.${status}`) }),
  };
  return (
    <p role="status" className="sr-only">
      {words[status === "queued" || status === "running" ? status : "ended"]()}
    </p>
  );
}
