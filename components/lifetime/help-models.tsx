import { useTranslations } from "next-intl";
import { DotLines } from "#components/charts/dot-lines.tsx";
import { SmallCurve } from "#components/charts/small-curve.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";

const MODELS = ["mbg_nbd", "bg_nbd", "pareto_nbd", "sbg", "spend", "historic"] as const;

/** Steady until now, late against a usual gap, and silent for long. */
const LINES = [
  [0.1, 0.38, 0.66, 0.96],
  [0.05, 0.25, 0.44, 0.64],
  [0, 0.06, 0.14, 0.2],
] as const;
/** S(t) of sBG with alpha 0.7, beta 1.2. */
const STAYING = [1, 0.632, 0.48, 0.394, 0.338, 0.298, 0.268, 0.245, 0.226] as const;

/** What each model takes for granted, when it is wrong, and when to take it. */
export function HelpModels() {
  const t = useTranslations("lifetimeHelp.models");
  return (
    <div className="flex flex-col gap-6">
      <p className="max-w-[72ch]">{t("intro")}</p>
      <div className="grid gap-6 md:grid-cols-2">
        <figure className="flex flex-col gap-2">
          <DotLines label={t("pictureLinesLabel")} lines={LINES} />
          <ol className="list-decimal ps-5 text-2xs text-muted">
            <li>{t("lineSteady")}</li>
            <li>{t("lineLate")}</li>
            <li>{t("lineStopped")}</li>
          </ol>
          <figcaption className="text-2xs text-muted">{t("pictureLines")}</figcaption>
        </figure>
        <figure className="flex flex-col gap-2">
          <SmallCurve label={t("pictureCurveLabel")} values={STAYING} />
          <figcaption className="text-2xs text-muted">{t("pictureCurve")}</figcaption>
        </figure>
      </div>
      {MODELS.map((model) => (
        <section
          key={model}
          id={`model-${model}`}
          className="max-w-[76ch] scroll-mt-4 border-t border-hairline pt-4"
        >
          <h3 className="font-semibold">{t(`list.${model}.name`)}</h3>
          <p className="mt-1 mb-3">{t(`list.${model}.plain`)}</p>
          <DefinitionList
            entries={[
              { term: t("assumes"), value: t(`list.${model}.assumes`) },
              { term: t("wrong"), value: t(`list.${model}.wrong`) },
              { term: t("choose"), value: t(`list.${model}.choose`) },
            ]}
          />
        </section>
      ))}
    </div>
  );
}
