import { useTranslations } from "next-intl";
import { Th } from "#components/ui/table.tsx";
import type { SegmentSort } from "#lib/value/filter.ts";
import type { Measure, ValueOverview } from "#lib/value/types.ts";

export type SegmentsHeadProps = {
  value: ValueOverview;
  measure: Measure;
  sort: SegmentSort;
  sortHref: (sort: SegmentSort) => string;
};

/** The head of the segments; each number sorts by itself, from most to least. */
export function SegmentsHead({ value, measure, sort, sortHref }: SegmentsHeadProps) {
  const t = useTranslations("value");
  const by = (key: SegmentSort) => ({
    href: sortHref(key),
    direction: sort === key ? ("descending" as const) : null,
  });
  return (
    <thead>
      <tr>
        <Th>{t("segment")}</Th>
        <Th align="end" className="max-sm:hidden" sort={by("customers")}>
          {t("customers")}
        </Th>
        <Th align="end" className="whitespace-normal" sort={by("each")}>
          {t(`${measure}Each`)}
        </Th>
        <Th className="max-sm:hidden">{t("interval95")}</Th>
        <Th className="max-sm:hidden">
          {t("shareOfRevenue")}{" "}
          <span className="font-normal max-sm:block">│ {t("shareOfCustomers")}</span>
        </Th>
        <Th align="end" sort={by("revenue")}>
          {t("revenue")}
        </Th>
        {value.marginMinor !== null && (
          <Th align="end" className="max-lg:hidden" sort={by("margin")}>
            {t("margin")}
          </Th>
        )}
        {value.costToServeMinor !== null && (
          <Th align="end" className="max-lg:hidden" sort={by("cost")}>
            {t("costToServe")}
          </Th>
        )}
        {value.profitMinor !== null && (
          <Th align="end" className="whitespace-normal max-sm:hidden" sort={by("profit")}>
            {t("profit")}
          </Th>
        )}
      </tr>
    </thead>
  );
}
