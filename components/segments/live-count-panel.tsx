"use client";

import { useTranslations } from "next-intl";
import { InlineError } from "#components/ui/inline-error.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { ShareBar } from "#components/ui/share-bar.tsx";
import { formatInterval } from "#lib/format/format-interval.ts";
import { formatMoney } from "#lib/format/format-money.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import type { EstimateAnswer, LiveAnswer } from "#lib/segments/live-answer.ts";
import type { Measure } from "#lib/segments/segment-measures.ts";
import { aboutText, estimatedWords } from "./about-text.ts";
import { answerIn, type LiveState } from "./use-live-answer.ts";

export type LiveCountPanelProps = {
  state: LiveState<LiveAnswer>;
  /** What is shown until it is counted; null for nothing */
  estimate: EstimateAnswer;
  /** The share of CLV with its interval, once it is known */
  shareOfClv: Measure | null;
  locale: string;
  onRetry: () => void;
};

/** How many customers a rule finds now, and their shares on one scale. */
export function LiveCountPanel(props: LiveCountPanelProps) {
  const { state, estimate, shareOfClv, locale, onRetry } = props;
  const t = useTranslations("segmentation.live");
  const answer = answerIn(state);
  return (
    <Panel>
      <p className="flex min-h-5 items-center gap-2 text-xs text-muted">
        {t("title")}
        <span className="ms-auto text-2xs">
          {state.status === "busy" && t("counting")}
          {state.status === "done" && t("took", { seconds: secondsText(state.answer, locale) })}
        </span>
      </p>
      {state.status === "failed" && (
        <InlineError onRetry={onRetry}>{state.message ?? t("failed")}</InlineError>
      )}
      <p role="status" aria-busy={state.status === "busy"}>
        <span className="block text-3xl font-semibold tabular-nums">
          {estimate
            ? aboutText(estimate.customers, locale)
            : formatNumber(answer?.customers ?? null, locale)}
        </span>
        <span className="text-xs text-muted">
          <FoundText {...{ answer, estimate, locale }} />
        </span>
      </p>
      <Shares {...{ shareOfClv, locale }} answer={estimate ? null : answer} />
    </Panel>
  );
}

type FoundTextProps = { answer: LiveAnswer | null; estimate: EstimateAnswer; locale: string };

function FoundText({ answer, estimate, locale }: FoundTextProps) {
  const t = useTranslations("segmentation.live");
  if (estimate) return t("estimated", estimatedWords(estimate, locale));
  if (!answer) return t("nothing");
  if (answer.ofAll === 0) return t("noCustomers");
  return t("ofAll", {
    share: formatPercent(answer.shareOfCustomers, locale),
    customers: formatNumber(answer.ofAll, locale),
    count: answer.ofAll,
  });
}

function secondsText({ tookMs }: LiveAnswer, locale: string): string {
  return formatNumber(Math.max(0.1, tookMs / 1000), locale, { digits: 1 });
}

/** Without an answer yet, in its place: nothing moves when it comes. */
type SharesProps = { answer: LiveAnswer | null; shareOfClv: Measure | null; locale: string };

function Shares({ answer, shareOfClv, locale }: SharesProps) {
  const t = useTranslations("segmentation.live");
  const shares = {
    customers: answer?.shareOfCustomers ?? null,
    clv: answer?.shareOfClv?.value ?? null,
    risk: answer?.shareOfRisk?.value ?? null,
  } as const;
  const reaches = {
    clv: answer?.shareOfClv && (shareOfClv ?? answer.shareOfClv),
    risk: answer?.shareOfRisk,
  } as const;
  const scale = Math.max(0.01, ...Object.values(shares).map((share) => share ?? 0));
  return (
    <>
      <dl className="mt-4 grid gap-3">
        {(["customers", "clv", "risk"] as const).map((name) => (
          <div key={name} className="grid grid-cols-[1fr_auto] gap-x-2 text-xs font-medium">
            <dt>{t(`shares.${name}`)}</dt>
            <dd className="tabular-nums">{formatPercent(shares[name], locale)}</dd>
            {name !== "customers" && (
              <dd className="col-span-2 min-h-4 text-2xs font-normal text-muted tabular-nums">
                <ShareReach measure={reaches[name]} locale={locale} />
              </dd>
            )}
            <dd aria-hidden="true" className="col-span-2">
              <ShareBar
                share={(shares[name] ?? 0) / scale}
                isWarning={name === "risk"}
                className="mt-1 w-full"
              />
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 min-h-10 text-2xs text-muted">
        {answer && <RiskText {...{ answer, locale }} />}
      </p>
    </>
  );
}

type ShareReachProps = { measure: Measure | null | undefined; locale: string };

function ShareReach({ measure, locale }: ShareReachProps) {
  const t = useTranslations("segmentation");
  if (!measure) return null;
  if (measure.interval === null) return t("nOnly", { n: formatNumber(measure.n, locale) });
  return t("intervalAndN", {
    interval: formatInterval(measure.interval, (bound) => formatPercent(bound, locale)),
    n: formatNumber(measure.n, locale),
  });
}

function RiskText({ answer, locale }: { answer: LiveAnswer; locale: string }) {
  const t = useTranslations("segmentation.live");
  const { riskMinor, allRiskMinor, currency } = answer;
  if (riskMinor === null || allRiskMinor === null) return t("noRisk");
  return t("risk", {
    part: formatMoney(riskMinor, currency, locale, "compact"),
    all: formatMoney(allRiskMinor, currency, locale, "compact"),
  });
}
