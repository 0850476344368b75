import { useTranslations } from "next-intl";
import { Chip } from "#components/ui/chip.tsx";
import { formatInterval } from "#lib/format/format-interval.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import type { SegmentNow } from "#lib/segments/types.ts";

export type PersonaSharesProps = { numbers: SegmentNow; locale: string };

/** The tier of a persona's segment, and its shares of customers and of lifetime value; that of value with its interval. */
export function PersonaShares({ numbers, locale }: PersonaSharesProps) {
  const t = useTranslations("personae");
  const { shareOfCustomers, shareOfClv } = numbers.now;
  const share = (value: number | null) => formatPercent(value, locale, 1);
  const { interval } = shareOfClv;
  return (
    <div className="flex flex-wrap items-center gap-1.5 text-2xs text-muted tabular-nums">
      {numbers.tier !== null && <Chip>{numbers.tier}</Chip>}
      <Chip>{t("shareOfCustomers", { share: share(shareOfCustomers.value) })}</Chip>
      <Chip>{t("shareOfClv", { share: share(shareOfClv.value) })}</Chip>
      {interval && (
        <span>
          {formatInterval(interval, share)}
          {" · n "}
          {formatNumber(shareOfClv.n, locale)}
        </span>
      )}
    </div>
  );
}
