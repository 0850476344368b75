import { useTranslations } from "next-intl";
import { DataRows } from "#components/charts/data-rows.tsx";
import { EmotionCurve } from "#components/charts/emotion-curve.tsx";
import { Figure } from "#components/charts/figure.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { formatNumber } from "#lib/format/format-number.ts";
import { widestGap } from "#lib/personae/emotion-gap.ts";
import type { PersonaStage } from "#lib/personae/types.ts";

export type StageFigureProps = {
  stages: readonly PersonaStage[];
  locale: string;
  /** null for who may not take it away */
  exportHref: string | null;
};

/** What a persona feels against what it wants over the whole experience, and what happens at each stage. */
export function StageFigure({ stages, locale, exportHref }: StageFigureProps) {
  const t = useTranslations("personae");
  const said = stages.filter(({ actual, desired }) => actual !== null || desired !== null);
  const told = stages.filter(({ line }) => line !== null);
  const untold = stages.filter(({ line }) => line === null).map(({ name }) => name);
  const emotion = (value: number | null) => formatNumber(value, locale, { isSigned: true });
  return (
    <>
      {said.length === 0 ? (
        <EmptyState kind="nothing-yet" title={t("curveNothing")} isSmall>
          {t("stagesCaption")}
        </EmptyState>
      ) : (
        <Figure
          title={finding(stages, t)}
          caption={t("curveCaption")}
          exportHref={exportHref}
          table={{
            label: t("curveTable"),
            content: (
              <DataRows
                head={[t("stage"), t("actual"), t("desired"), t("gap")]}
                rows={stages.map(({ stageId, name, actual, desired }) => ({
                  key: stageId,
                  cells: [
                    ...[name, emotion(actual), emotion(desired)],
                    emotion(actual === null || desired === null ? null : actual - desired),
                  ],
                }))}
              />
            ),
          }}
        >
          <EmotionCurve
            label={t("curveLabel")}
            points={stages.map(({ stageId, name, actual, desired }) => ({
              ...{ key: stageId, label: name, actual, desired },
            }))}
            names={{ actual: t("actual"), desired: t("desired"), gap: t("gap") }}
            gapText={(gap) => emotion(gap)}
          />
        </Figure>
      )}
      {told.length > 0 && (
        <Panel
          title={t("storyTitle")}
          caption={t("storyCaption", { told: told.length, all: stages.length })}
        >
          <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[8rem_minmax(0,1fr)]">
            {told.map(({ stageId, name, line }) => (
              <div key={stageId} className="grid grid-cols-subgrid sm:col-span-2">
                <dt className="font-medium break-words">{name}</dt>
                <dd className="min-w-0 break-words text-muted">{line}</dd>
              </div>
            ))}
          </dl>
          {untold.length > 0 && (
            <p className="mt-3 text-xs break-words text-muted">
              {t("storyUntold", { stages: untold.join(", ") })}
            </p>
          )}
        </Panel>
      )}
    </>
  );
}

/** The curve in a sentence. */
function finding(
  stages: readonly PersonaStage[],
  t: ReturnType<typeof useTranslations<"personae">>,
): string {
  const gap = widestGap(stages);
  if (!gap) return t("curveEven");
  const [stage = "", second = ""] = gap.widest.stages;
  const { length: count } = gap.widest.stages;
  return t(gap.isEverywhere ? "curveAll" : "curveSome", { stage, second, count });
}
