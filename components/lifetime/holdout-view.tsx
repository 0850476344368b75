import { useTranslations } from "next-intl";
import { DataRows } from "#components/charts/data-rows.tsx";
import { Figure } from "#components/charts/figure.tsx";
import { LineChart } from "#components/charts/line-chart.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Table } from "#components/ui/table.tsx";
import type { ValueFormats } from "#components/value/value-formats.ts";
import type { RunDetail } from "#lib/clv-runs/index.ts";
import { splitWeekOf } from "#lib/clv-runs/split-week.ts";
import { useCohortWords } from "./cohort-words.ts";

export type HoldoutViewProps = {
  run: RunDetail;
  formats: ValueFormats;
  /** Followed by "?part=tracking", "?part=frequency" or "?part=deciles" */
  exportHref: string;
};

type Holdout = NonNullable<RunDetail["holdout"]>;
type PartProps = {
  holdout: Holdout;
  formats: ValueFormats;
  exportHref: string;
  currency: string;
  /** Renewals are counted in place of purchases */
  isContracts: boolean;
  /** Of whom the run speaks, to follow a caption; "" where of everybody */
  cohort: string;
};

/** How the model met what came: the total, week by week, by frequency and by tenth of customers. */
export function HoldoutView({ run, formats, exportHref }: HoldoutViewProps) {
  const t = useTranslations("lifetime");
  const words = useCohortWords()(run, formats);
  const { holdout, currency } = run;
  const isContracts = run.model === "sbg";
  if (!holdout)
    return run.fit ? (
      <Notice tone="info">{t(isContracts ? "holdout.contractNone" : "holdout.none")}</Notice>
    ) : null;
  const cohort = words ? ` · ${words}` : "";
  const parts = { holdout, formats, exportHref, currency, isContracts, cohort };
  return (
    <>
      <TrackingFigure {...parts} />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <FrequencyFigure {...parts} />
        <DecilesFigure {...parts} />
      </div>
    </>
  );
}

function TrackingFigure(props: PartProps) {
  const { holdout, formats, exportHref, isContracts, cohort } = props;
  const t = useTranslations("lifetime");
  const { number } = formats;
  const weeks = number(Math.round(holdout.holdoutWeeks));
  const actual = number(holdout.actualTotal);
  const predicted = number(Math.round(holdout.predictedTotal));
  const { tracking } = holdout;
  const splitWeek = isContracts ? null : splitWeekOf(holdout);
  const table = t(isContracts ? "holdout.contractTable" : "holdout.trackingTable");
  const caption = t(isContracts ? "holdout.contractCaption" : "holdout.caption", {
    weeks,
    customers: number(holdout.customers),
    naive: number(Math.round(holdout.naiveTotal)),
  });
  return (
    <Figure
      title={t(isContracts ? "holdout.contractTitle" : "holdout.title", {
        ...{ weeks, actual, predicted },
      })}
      caption={caption + cohort}
      exportHref={`${exportHref}?part=tracking`}
      table={{
        label: table,
        content: (
          <DataRows
            head={[
              t(isContracts ? "holdout.contractWeek" : "holdout.week"),
              ...[t("holdout.actual"), t("holdout.predicted")],
            ]}
            rows={tracking.map((row) => ({
              key: String(row.week),
              cells: [row.week, number(row.actual), number(Math.round(row.predicted))],
            }))}
          />
        ),
      }}
    >
      <LineChart
        label={t(isContracts ? "holdout.contractTracking" : "holdout.tracking", {
          ...{ actual, predicted },
        })}
        categories={tracking.map(({ week }) => String(week))}
        series={[
          {
            key: "actual",
            name: t("holdout.actual"),
            values: tracking.map((row) => row.actual),
          },
          {
            key: "predicted",
            name: t("holdout.predicted"),
            values: tracking.map((row) => row.predicted),
          },
        ]}
        events={splitWeek === null ? [] : [{ at: String(splitWeek), label: t("holdout.split") }]}
        format={{ locale: formats.locale }}
      />
      <Measures {...props} />
      <NaiveNote {...props} />
    </Figure>
  );
}

/** How far off the total was, and how well customers were ranked. */
function Measures({ holdout, formats: { share, decimal }, isContracts }: PartProps) {
  const t = useTranslations("lifetime.holdout");
  const measures = [
    [t("errorTerm"), share(holdout.totalError)],
    [t("spendErrorTerm"), share(holdout.spendError)],
    [t(isContracts ? "contractNaiveTerm" : "naiveTerm"), share(holdout.naiveError)],
    [t(isContracts ? "contractRmseTerm" : "rmseTerm"), decimal(holdout.rmse)],
    [t(isContracts ? "contractAucTerm" : "aucTerm"), decimal(holdout.auc)],
  ] as const;
  return (
    <dl className="mt-4 grid gap-x-6 gap-y-2 text-2xs sm:grid-cols-3 xl:grid-cols-5">
      {measures.map(([term, value]) => (
        <div key={term}>
          <dt className="text-muted">{term}</dt>
          <dd className="font-semibold tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** That a rule of thumb would have done better than the model, where it would. */
function NaiveNote({ holdout, formats: { share }, isContracts }: PartProps) {
  const t = useTranslations("lifetime.holdout");
  const [naive, model] = [holdout.naiveError, holdout.totalError];
  if (naive === null || model === null || Math.abs(naive) >= Math.abs(model)) return null;
  return (
    <div className="mt-4">
      <Notice tone="warn">
        {t("naiveCloser", {
          basis: isContracts ? "contracts" : "orders",
          naive: share(Math.abs(naive)),
          model: share(Math.abs(model)),
        })}
      </Notice>
    </div>
  );
}

function FrequencyFigure({ holdout, formats, exportHref, isContracts, cohort }: PartProps) {
  const t = useTranslations("lifetime");
  const { number, decimal } = formats;
  const [first, last] = [holdout.byFrequency[0], holdout.byFrequency.at(-1)];
  return (
    <Figure
      title={t(isContracts ? "holdout.contractFrequencyTitle" : "holdout.frequencyTitle", {
        low: decimal(first?.predictedMean ?? null),
        high: decimal(last?.predictedMean ?? null),
        actualLow: decimal(first?.actualMean ?? null),
        actualHigh: decimal(last?.actualMean ?? null),
      })}
      caption={
        t(isContracts ? "holdout.contractFrequencyCaption" : "holdout.frequencyCaption", {
          customers: number(holdout.customers),
        }) + cohort
      }
      exportHref={`${exportHref}?part=frequency`}
      hasPadding={false}
    >
      <Table label={t(isContracts ? "holdout.contractFrequencyTable" : "holdout.frequencyTable")}>
        <DataRows
          head={[
            t(isContracts ? "holdout.contractRepeats" : "holdout.repeats"),
            t("holdout.customers"),
            t("holdout.actual"),
            t("holdout.predicted"),
          ]}
          rows={holdout.byFrequency.map((band) => ({
            key: String(band.repeats),
            cells: [
              band.isOpenEnded ? t("holdout.open", { repeats: band.repeats }) : band.repeats,
              number(band.customers),
              decimal(band.actualMean),
              decimal(band.predictedMean),
            ],
          }))}
        />
      </Table>
    </Figure>
  );
}

function DecilesFigure({ holdout, formats, exportHref, currency, cohort }: PartProps) {
  const t = useTranslations("lifetime");
  const { number, decimal, share, wholeShare } = formats;
  const best = holdout.deciles[0]?.actualShare ?? null;
  return (
    <Figure
      title={
        best === null
          ? t("holdout.decileTitleNone")
          : t("holdout.decileTitle", { share: wholeShare(best) })
      }
      caption={
        t("holdout.decileCaption", { currency, customers: number(holdout.customers) }) + cohort
      }
      exportHref={`${exportHref}?part=deciles`}
      hasPadding={false}
    >
      <Table label={t("holdout.decileTable")}>
        <DataRows
          head={[
            t("holdout.decile"),
            t("holdout.predicted"),
            t("holdout.actual"),
            t("holdout.actualShare"),
            t("holdout.lift"),
          ]}
          rows={holdout.deciles.map((decile, index) => ({
            key: String(index),
            cells: [
              index + 1,
              number(Math.round(decile.predictedSpend)),
              number(Math.round(decile.actualSpend)),
              share(decile.actualShare),
              decimal(decile.lift),
            ],
          }))}
        />
      </Table>
    </Figure>
  );
}
