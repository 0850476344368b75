import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Chip } from "#components/ui/chip.tsx";
import { Link } from "#components/ui/link.tsx";
import type { EvidenceEntry, Statistic } from "#lib/evidence/types.ts";
import { formatDay } from "#lib/format/format-day.ts";
import { formatInterval } from "#lib/format/format-interval.ts";
import { formatNumber } from "#lib/format/format-number.ts";

export type SourceEntryProps = {
  entry: EvidenceEntry;
  slug: string;
  locale: string;
  /** A button at its end */
  action?: ReactNode;
};

/** One source: what kind, what it is called, when, whether it speaks against, and the words that count. */
export function SourceEntry({ entry, slug, locale, action }: SourceEntryProps) {
  const t = useTranslations("evidence");
  const { kind, title, path, stance, excerpt, statistic, datedOn } = entry;
  const name = statistic?.label ?? title ?? t("withoutName");
  return (
    <li className="grid gap-1 py-3">
      <div className="flex items-center gap-3">
        <p className="min-w-0 flex-1 text-2xs text-muted">
          {t(`kind_${kind}`)} · {formatDay(datedOn, locale)}
        </p>
        {stance === "contradicts" && <Chip tone="bad">{t("against")}</Chip>}
        {action}
      </div>
      <p className="break-words">
        {path === null ? (
          name
        ) : kind === "file" ? (
          <a href={`/w/${slug}${path}`} download className="font-medium text-primary underline">
            {name}
          </a>
        ) : (
          <Link href={`/w/${slug}${path}`} className="inline-block py-0.5">
            {name}
          </Link>
        )}
      </p>
      {statistic && <StatisticLine statistic={statistic} locale={locale} />}
      {excerpt !== null && (
        <blockquote className="border-s-2 border-primary ps-3 whitespace-pre-line break-words">
          {excerpt}
        </blockquote>
      )}
    </li>
  );
}

type StatisticLineProps = {
  statistic: Statistic;
  locale: string;
};

/** A number with its unit, its interval and its n. */
export function StatisticLine({ statistic, locale }: StatisticLineProps) {
  const t = useTranslations("evidence");
  const { value, unit, n, interval } = statistic;
  const number = (amount: number) => formatNumber(amount, locale, { digits: digitsOf(amount) });
  const amount = unit === null ? number(value) : `${number(value)}\u00a0${unit}`;
  return (
    <p className="text-xs tabular-nums">
      <b className="font-semibold">{amount}</b>{" "}
      <span className="text-muted">
        {interval
          ? t("reach", { interval: formatInterval(interval, number), n: number(n) })
          : t("n", { n: number(n) })}
      </span>
    </p>
  );
}

/** As many as it takes, two at most. */
function digitsOf(value: number): number {
  return [0, 1].find((digits) => Number(value.toFixed(digits)) === value) ?? 2;
}
