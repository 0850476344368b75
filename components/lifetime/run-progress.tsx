import { useTranslations } from "next-intl";
import { Panel } from "#components/ui/panel.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { ValueWaiting } from "#components/value/value-waiting.tsx";
import type { RunSummary } from "#lib/clv-runs/index.ts";

export type RunProgressProps = { run: RunSummary };

/** How far a run is; the page asks for itself again until it has ended. */
export function RunProgress({ run: { status, stage, percent } }: RunProgressProps) {
  const t = useTranslations("lifetime");
  const isQueued = status === "queued";
  return (
    <Panel
      title={<span role="status">{t(isQueued ? "progress.queued" : "progress.running")}</span>}
      caption={stage ? t(`stages.${stage}`) : t("progress.text")}
    >
      <ProgressBar
        label={t("progress.label")}
        percent={isQueued ? null : percent}
        valueText={t("progress.percent", { percent: String(percent) })}
      />
      {stage && <p className="mt-3 text-2xs text-muted">{t("progress.text")}</p>}
      <ValueWaiting />
    </Panel>
  );
}
