import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { type Definition, DefinitionList } from "#components/ui/definition-list.tsx";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { type ValueFormats, valueFormats } from "#components/value/value-formats.ts";
import { atRiskOf } from "#lib/clv-runs/at-risk-of.ts";
import type { RunDetail } from "#lib/clv-runs/index.ts";
import { formatInstant } from "#lib/format/format-instant.ts";
import { useCohortWords } from "./cohort-words.ts";
import { DoubtsList } from "./doubts-list.tsx";
import { FitPanel } from "./fit-panel.tsx";
import { HoldoutView } from "./holdout-view.tsx";
import { costsOff, measureOf, RunDefinition } from "./run-definition.tsx";
import { RunNews } from "./run-news.tsx";
import { RunProgress } from "./run-progress.tsx";
import { useRetentionTerm, useServiceTerm } from "./service-term.ts";
import { SpendBandsPanel } from "./spend-bands-panel.tsx";
import type { StopRunFormProps } from "./stop-run-form.tsx";
import { SurvivalFigure } from "./survival-figure.tsx";

export type RunViewProps = {
  run: RunDetail & { startedBy: string | null };
  /** The Value pages of the workspace: "/w/alder/value" */
  href: string;
  formats: { locale: string; timeZone: string };
  tenant: string;
  /** null for those who may not stop it */
  stop: StopRunFormProps["action"] | null;
  /** The cut-off of the run that tiers and dashboards show; null where there is none */
  latestCutoffOn: string | null;
};

/** One run: how far it is, or what came of it with everything it stands on. */
export function RunView({ run, href, formats, tenant, stop, latestCutoffOn }: RunViewProps) {
  const t = useTranslations("lifetime");
  const write = valueFormats(run.currency, formats.locale);
  const hasEnded = run.status === "succeeded" || run.status === "refused";
  if (run.status === "queued" || run.status === "running")
    return (
      <>
        <RunNews run={run} />
        <RunProgress {...{ run, tenant, stop }} />
        <TermsPanel run={run} formats={formats} />
      </>
    );
  return (
    <>
      <RunNews run={run} />
      {run.status === "failed" && (
        <Notice tone="bad">
          {t("failedTitle")}. {run.failure}
        </Notice>
      )}
      {run.status === "stopped" && (
        <Notice tone="info">{t("stop.stopped", { percent: String(run.percent) })}</Notice>
      )}
      {run.status === "refused" && <Notice tone="warn">{t("refusedTitle")}.</Notice>}
      <PartialNote run={run} formats={write} />
      {hasEnded && <EarlierNote {...{ run, latestCutoffOn }} formats={write} />}
      {hasEnded && <DoubtsPanel run={run} formats={write} href={href} />}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {hasEnded && <ResultPanel run={run} formats={write} href={href} />}
        <TermsPanel run={run} formats={formats} />
      </div>
      <SurvivalFigure run={run} formats={write} exportHref={`${href}/runs/${run.id}/export`} />
      <FitPanel run={run} formats={write} />
      <SpendBandsPanel run={run} formats={write} />
      <HoldoutView run={run} formats={write} exportHref={`${href}/runs/${run.id}/export`} />
    </>
  );
}

type PartProps = { run: RunViewProps["run"]; formats: ValueFormats };

function DoubtsPanel({ run, formats, href }: PartProps & { href: string }) {
  const t = useTranslations("lifetime");
  const helpHref = `${href}/help`;
  return (
    <Panel
      title={t("run.doubtsTitle", { count: run.warnings.length })}
      footer={
        <Link href={helpHref} className="inline-flex min-h-11 items-center sm:min-h-6">
          {t("help.link")}
        </Link>
      }
    >
      {run.warnings.length > 0 && <DoubtsList doubts={run.warnings} {...{ formats, helpHref }} />}
    </Panel>
  );
}

/** That a run speaks of some customers only, and what follows. */
function PartialNote({ run, formats }: PartProps) {
  const t = useTranslations("lifetime");
  const words = useCohortWords()(run, formats);
  return (
    run.isPartial && (
      <Notice tone="info">
        {words} {t("cohort.notice")}
      </Notice>
    )
  );
}

/** That a run with an earlier cut-off is not the one that is shown elsewhere. */
function EarlierNote({
  run: { cutoffOn, isPartial },
  latestCutoffOn,
  formats,
}: PartProps & Pick<RunViewProps, "latestCutoffOn">) {
  const t = useTranslations("lifetime");
  if (isPartial || cutoffOn === null || latestCutoffOn === null || cutoffOn >= latestCutoffOn)
    return null;
  return (
    <Notice tone="info">
      {t("earlierRun", { cutoff: formats.day(cutoffOn), latest: formats.day(latestCutoffOn) })}
    </Notice>
  );
}

function ResultPanel({ run, formats, href }: PartProps & { href: string }) {
  const t = useTranslations("lifetime");
  const { totals } = run;
  const isModel = run.model !== "historic";
  const estimate = (of: ReturnType<typeof atRiskOf>) => (
    <>
      {formats.money(of?.value ?? null)}{" "}
      {of?.interval && (
        <span className="text-muted">
          {t("intervalOf", { interval: formats.interval(of.interval) })}
        </span>
      )}
    </>
  );
  const entries = [
    ...(isModel
      ? [
          {
            term: t("run.total"),
            value: estimate(totals && { value: totals.valueMinor, interval: totals.interval }),
          },
          { term: t("atRisk"), value: estimate(atRiskOf(run)) },
          {
            term: t("run.intervalsBy"),
            value: t("run.intervalMethod", {
              method: totals?.intervalMethod ?? "delta",
              refits: formats.number(totals?.refits ?? null),
            }),
          },
        ]
      : []),
    {
      term: t("run.historic", { measure: measureOf(run) }),
      value: <SoFar run={run} formats={formats} />,
    },
    { term: t("run.customers"), value: formats.number(run.customers) },
    {
      term: t(run.basis === "contracts" ? "run.renewed" : "run.repeaters"),
      value: formats.number(run.repeaters),
    },
  ];
  return (
    <Panel
      title={t("run.result")}
      caption={<RunDefinition run={run} formats={formats} />}
      footer={<ButtonLink href={href}>{t("run.seeOverview")}</ButtonLink>}
    >
      <DefinitionList entries={entries} />
    </Panel>
  );
}

/** What customers brought so far, and what is in it. */
function SoFar({ run, formats }: PartProps) {
  const t = useTranslations("lifetime");
  const contacts = run.totals?.historicContacts ?? null;
  return (
    <>
      {formats.money(run.totals?.historicMinor ?? null)}
      <span className="block text-2xs text-muted">
        {t("run.historicOf", {
          ...{ measure: measureOf(run), basis: run.basis },
          ...costsOff(run, formats),
          priced: formats.number(contacts?.priced ?? null),
          count: formats.number(contacts?.contacts ?? null),
        })}
      </span>
    </>
  );
}

function TermsPanel({ run, formats }: Pick<RunViewProps, "run" | "formats">) {
  const t = useTranslations("lifetime");
  return (
    <Panel title={t("run.terms")}>
      <DefinitionList entries={[...useTerms(run, formats), ...useRecord(run, formats)]} />
      <p className="mt-3 text-2xs text-muted empty:hidden">
        {run.codeVersion && `${t("run.version")} ${run.codeVersion}`}
      </p>
    </Panel>
  );
}

function useTerms(run: RunDetail, { locale }: RunViewProps["formats"]): Definition[] {
  const t = useTranslations("lifetime");
  const formats = valueFormats(run.currency, locale);
  const { share, exactMoney, day } = formats;
  const cohort = useCohortWords()(run, formats);
  const cost = run.costPerOrderMinor === null ? "none" : exactMoney(run.costPerOrderMinor);
  return [
    { term: t("run.asked"), value: t(`models.${run.askedModel}`) },
    ...(run.model ? [{ term: t("run.model"), value: t(`models.${run.model}`) }] : []),
    { term: t("run.basis"), value: t("run.basisText", { basis: run.basis }) },
    ...(run.renewalPeriod
      ? [
          {
            term: t("run.renewal"),
            value: t("run.renewalText", { period: t(`periods.${run.renewalPeriod}`) }),
          },
        ]
      : []),
    { term: t("cohort.term"), value: cohort ?? t("cohort.everybody") },
    { term: t("run.cutoff"), value: day(run.cutoffOn) },
    { term: t("run.horizon"), value: t("run.horizonText", { months: run.horizonMonths }) },
    {
      term: t("run.discount"),
      value: t("run.discountText", { rate: share(run.discountRateAnnual) }),
    },
    {
      term: t("run.valueAs"),
      value:
        run.marginRate === null
          ? t("run.revenue")
          : t("run.marginText", { margin: share(run.marginRate), cost }),
    },
    ...useServiceTerm(run, formats),
    ...useRetentionTerm(run, formats),
  ];
}

function useRecord(run: RunViewProps["run"], { locale, timeZone }: RunViewProps["formats"]) {
  const t = useTranslations("lifetime");
  const by = run.startedBy ?? t(run.isScheduled ? "runs.scheduled" : "runs.api");
  return [
    { term: t("run.by"), value: by },
    ...(run.finishedAt
      ? [{ term: t("run.finished"), value: formatInstant(run.finishedAt, locale, timeZone) }]
      : []),
  ];
}
