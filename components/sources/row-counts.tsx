import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { formatNumber } from "#lib/format/format-number.ts";
import { SOURCE_ROW_KINDS, type SourceRowCounts, type SourceRowKind } from "#lib/sources/types.ts";

export type RowCountsProps = {
  rows: SourceRowCounts;
  /** Where the rows of a kind are listed; null where they have no page, or this member may not open it */
  hrefOf: (kind: SourceRowKind) => string | null;
  locale: string;
};

/** Rows of each kind, with a link to them where they have a page. */
export function RowCounts({ rows, hrefOf, locale }: RowCountsProps) {
  const t = useTranslations("sources");
  return (
    <ul className="flex flex-wrap gap-x-3">
      {SOURCE_ROW_KINDS.filter((kind) => rows[kind] !== undefined).map((kind) => {
        const href = hrefOf(kind);
        const words = t("rowsOfKind", {
          kind: t(`rows_${kind}`),
          count: formatNumber(rows[kind] ?? null, locale),
        });
        return (
          <li key={kind} className="flex min-h-6 items-center whitespace-nowrap tabular-nums">
            {href ? (
              <Link href={href} className="inline-flex min-h-11 items-center sm:min-h-6">
                {words}
              </Link>
            ) : (
              words
            )}
          </li>
        );
      })}
    </ul>
  );
}
