import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Figure } from "#components/charts/figure.tsx";
import { RowTh, Td, Th } from "#components/ui/table.tsx";
import type { ValueFormats } from "#components/value/value-formats.ts";
import { clarityOf, steadinessOf } from "#lib/segments/suggestions/how-sure.ts";
import type { StoredSuggestions } from "#lib/segments/suggestions/stored.ts";
import { median } from "#lib/stats/median.ts";

export type ClustersFigureProps = {
  clusters: NonNullable<StoredSuggestions["clusters"]>;
  sampled: number;
  formats: ValueFormats;
  /** A card for each group */
  children: ReactNode;
};

/** The groups that k-means finds, how clearly they lie apart, and whether other samples give the same. */
export function ClustersFigure({ clusters, sampled, formats, children }: ClustersFigureProps) {
  const t = useTranslations("suggestions");
  const { widths, agreements, groups } = clusters;
  const chosen = widths.toSorted((a, b) => b.width - a.width).at(0);
  const { decimal, number } = formats;
  return (
    <Figure
      title={t("finding", {
        count: number(chosen?.count ?? groups.length),
        clarity: clarityOf(chosen?.width ?? 0),
        steadiness: steadinessOf(agreements),
      })}
      caption={t("caption", {
        count: number(chosen?.count ?? null),
        tried: widths.map(({ count }) => number(count)).join(", "),
        width: decimal(chosen?.width ?? null),
        resamples: agreements.length,
        agreement: decimal(median(agreements)),
        low: decimal(agreements.length === 0 ? null : Math.min(...agreements)),
        high: decimal(agreements.length === 0 ? null : Math.max(...agreements)),
        n: number(sampled),
      })}
      table={{
        label: t("dataTable"),
        content: <WidthRows widths={widths} chosen={chosen?.count} formats={formats} />,
      }}
      exportHref={null}
    >
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,26rem),1fr))] gap-4">
        {children}
      </div>
    </Figure>
  );
}

type WidthRowsProps = {
  widths: readonly { count: number; width: number }[];
  chosen: number | undefined;
  formats: ValueFormats;
};

function WidthRows({ widths, chosen, formats }: WidthRowsProps) {
  const t = useTranslations("suggestions");
  return (
    <>
      <thead>
        <tr>
          <Th align="end">{t("countColumn")}</Th>
          <Th align="end">{t("widthColumn")}</Th>
        </tr>
      </thead>
      <tbody>
        {widths.map(({ count, width }) => (
          <tr key={count}>
            <RowTh align="end">
              {count === chosen && <span className="text-muted">{t("chosen")} </span>}
              {formats.number(count)}
            </RowTh>
            <Td align="end">{formats.decimal(width)}</Td>
          </tr>
        ))}
      </tbody>
    </>
  );
}
