import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Panel } from "#components/ui/panel.tsx";
import { cx } from "#lib/class-names.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { ImportView } from "#lib/imports/views.ts";

export type ImportCountsProps = { entry: ImportView; locale: string; footer?: ReactNode };

/** What became of the rows, or what would become of them. */
export function ImportCountsPanel({ entry, locale, footer }: ImportCountsProps) {
  const t = useTranslations("imports");
  const { counts, isDryRun, kind } = entry;
  const seconds = secondsOf(entry, locale);
  const parts = [
    {
      label: t(`new_${kind}`),
      count: counts.created,
      fill: "bg-seq-5",
    },
    { label: t("updated"), count: counts.updated, fill: "bg-seq-3" },
    { label: t("unchanged"), count: counts.unchanged, fill: "bg-control" },
    { label: t("rejected"), count: counts.rejected, fill: "bg-bad" },
  ];
  return (
    <Panel
      title={t(titleOf(entry))}
      caption={t(isDryRun ? "resultDryRunCaption" : "resultCaption", { seconds })}
      footer={footer}
    >
      <div aria-hidden="true" className="flex h-2 gap-0.5">
        {parts
          .filter(({ count }) => count > 0)
          .map(({ label, count, fill }) => (
            <span
              key={label}
              className={cx("fill min-w-1 rounded-xs", fill)}
              style={{ flexGrow: count }}
            />
          ))}
      </div>
      <dl className="mt-3">
        {parts.map(({ label, count, fill }) => (
          <CountLine key={label} label={label} value={formatNumber(count, locale)} fill={fill} />
        ))}
        <CountLine
          label={t("rowsInFile")}
          value={formatNumber(entry.progress.rows, locale)}
          isTotal
        />
      </dl>
      {entry.customersCreated > 0 && (
        <p className="mt-2 text-2xs text-muted">
          {t(isDryRun ? "customersOnTheWayDry" : "customersOnTheWay", {
            count: entry.customersCreated,
            customers: formatNumber(entry.customersCreated, locale),
          })}
        </p>
      )}
      {entry.unmatchedReturns > 0 && (
        <p className="mt-2 text-2xs text-muted">
          {t(isDryRun ? "unmatchedReturnsDry" : "unmatchedReturns", {
            count: entry.unmatchedReturns,
            returns: formatNumber(entry.unmatchedReturns, locale),
          })}
        </p>
      )}
    </Panel>
  );
}

function titleOf({ isDryRun, status }: ImportView) {
  if (isDryRun) return "resultDryRun";
  return status === "undone" ? "resultUndone" : "result";
}

type CountLineProps = { label: string; value: string; fill?: string; isTotal?: boolean };

function CountLine({ label, value, fill, isTotal }: CountLineProps) {
  return (
    <div
      className={cx(
        "flex items-center gap-2",
        isTotal ? "mt-2 h-9 border-t border-hairline pt-1 text-muted" : "h-8",
      )}
    >
      {fill && <span aria-hidden="true" className={cx("fill size-2 rounded-[2px]", fill)} />}
      <dt>{label}</dt>
      <dd className="ms-auto font-semibold text-text tabular-nums">{value}</dd>
    </div>
  );
}

function secondsOf({ startedAt, finishedAt }: ImportView, locale: string): string {
  if (!startedAt || !finishedAt) return "–";
  const ms = Date.parse(finishedAt) - Date.parse(startedAt);
  return formatNumber(ms / 1000, locale, { digits: 1 });
}
