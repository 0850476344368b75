import { useTranslations } from "next-intl";
import { Panel } from "#components/ui/panel.tsx";
import type { CustomerValueView } from "#lib/customers/types.ts";

export type RfmPanelProps = { value: CustomerValueView };

const PLACES = [1, 2, 3, 4, 5];

/** Where one customer stands among all, in words. */
export function RfmPanel({ value }: RfmPanelProps) {
  const t = useTranslations("customers");
  const rows = [
    { key: "recency", score: value.recencyScore },
    { key: "frequency", score: value.frequencyScore },
    { key: "monetary", score: value.monetaryScore },
  ] as const;
  return (
    <Panel title={t("rfm")} caption={t("rfmCaption")}>
      <dl className="space-y-3">
        {rows.map(({ key, score }) => (
          <div key={key}>
            <dt className="flex items-center gap-2 font-medium">
              {t(key)}
              <ScoreMarks score={score} />
            </dt>
            <dd className="text-xs text-muted">
              {t("score", { score })}: {t(`${key}Words`, { share: 20 * (score - 1) })}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function ScoreMarks({ score }: { score: number }) {
  return (
    <span aria-hidden="true" className="ms-auto flex gap-0.5">
      {PLACES.map((place) => (
        <span
          key={place}
          className={`fill h-1.5 w-4 rounded-xs ${place <= score ? "bg-seq-5" : "bg-raised"}`}
        />
      ))}
    </span>
  );
}
