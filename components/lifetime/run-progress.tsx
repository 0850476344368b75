import { useTranslations } from "next-intl";
import { Panel } from "#components/ui/panel.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { ValueWaiting } from "#components/value/value-waiting.tsx";
import type { RunSummary } from "#lib/clv-runs/index.ts";
import { StopRunForm, type StopRunFormProps } from "./stop-run-form.tsx";

export type RunProgressProps = {
  run: RunSummary;
  tenant: string;
  /** null for those who may not stop it */
  stop: StopRunFormProps["action"] | null;
};

/** How far a run is, and the way to stop it; the page asks for itself again until it has ended. */
export function RunProgress({ run, tenant, stop }: RunProgressProps) {
  const t = useTranslations("lifetime");
  const { status, stage, percent } = run;
  const isQueued = status === "queued";
  return (
    <Panel
      title={t(isQueued ? "progress.queued" : "progress.running")}
      caption={stage ? t(`stages.${stage}`) : t("progress.text")}
      footer={stop && <StopRunForm tenant={tenant} runId={run.id} action={stop} />}
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
