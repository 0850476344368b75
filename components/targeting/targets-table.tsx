import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { ShareBar } from "#components/ui/share-bar.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import type { ValueFormats } from "#components/value/value-formats.ts";
import { JUDGEMENTS, type TargetRow } from "#lib/segments/targeting/types.ts";
import { TargetMeasure } from "./target-measure.tsx";

export type TargetsTableProps = {
  rows: readonly TargetRow[];
  /** "/w/alder/segments" */
  href: string;
  formats: ValueFormats;
  mayWrite: boolean;
};

/** Segments in their order, with what makes it and how far it holds. */
export function TargetsTable({ rows, href, formats, mayWrite }: TargetsTableProps) {
  const t = useTranslations("targeting");
  return (
    <Table label={t("tableLabel")}>
      <thead>
        <tr>
          <Th align="end">{t("hand")}</Th>
          <Th>{t("segment")}</Th>
          <Th align="end">{t("score")}</Th>
          <Th align="end" className="max-sm:hidden">
            {t("byScore")}
          </Th>
          <Th align="end" className="max-sm:hidden">
            {t("range")}
          </Th>
          <Th align="end" className="max-md:hidden">
            {t("factors.size")}
          </Th>
          <Th align="end" className="max-md:hidden">
            {t("factors.clv")}
          </Th>
          {JUDGEMENTS.map((judgement) => (
            <Th key={judgement} align="end" className="max-lg:hidden">
              {t(`factors.${judgement}`)}
            </Th>
          ))}
          <Th align="end" className="max-md:hidden">
            {t("factors.cost")}
          </Th>
          <Th className="no-print">
            <span className="sr-only">{t(mayWrite ? "judge" : "see")}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TargetLine key={row.segmentId} {...{ row, href, formats, mayWrite }} />
        ))}
      </tbody>
    </Table>
  );
}

type TargetLineProps = Omit<TargetsTableProps, "rows"> & { row: TargetRow };

function TargetLine({ row, href, formats, mayWrite }: TargetLineProps) {
  const t = useTranslations("targeting");
  const { number } = formats;
  return (
    <tr>
      <Td align="end" className="font-medium">
        {number(row.rank)}
      </Td>
      <RowTh className="min-w-28 py-1.5 sm:min-w-44">
        <Link href={`${href}/${row.segmentId}`} isPlain className="wrap-anywhere">
          {row.name}
        </Link>
        <Note label={t("why")} text={row.rankWhy} />
        <Note label={t("notWhy")} text={row.notWhy} />
      </RowTh>
      <Td align="end">
        <span className="flex items-center justify-end gap-2">
          {row.score !== null && (
            <ShareBar share={row.score / 100} className="w-12 max-xl:hidden print:hidden" />
          )}
          <span className="font-medium">{number(row.score)}</span>
        </span>
      </Td>
      <Td align="end" className="max-sm:hidden">
        {number(row.scoreRank)}
      </Td>
      <Td align="end" className="whitespace-nowrap max-sm:hidden">
        {row.range
          ? t("ranges", { ...row.range, isSame: row.range.best === row.range.worst ? "yes" : "no" })
          : number(null)}
      </Td>
      <Td align="end" className="max-md:hidden">
        {number(row.customers)}
      </Td>
      <Td align="end" className="whitespace-nowrap max-md:hidden">
        <TargetMeasure measure={row.clv} formats={formats} />
      </Td>
      {JUDGEMENTS.map((judgement) => (
        <Td key={judgement} align="end" className="max-lg:hidden">
          {number(row[judgement])}
        </Td>
      ))}
      <Td align="end" className="whitespace-nowrap max-md:hidden">
        <TargetMeasure measure={row.costToServe} formats={formats} />
      </Td>
      <Td className="no-print">
        <Link
          href={`${href}/targeting/${row.segmentId}`}
          aria-label={t(mayWrite ? "judgeOf" : "seeOf", { name: row.name })}
        >
          {t(mayWrite ? "judge" : "see")}
        </Link>
      </Td>
    </tr>
  );
}

function Note({ label, text }: { label: string; text: string | null }) {
  if (text === null) return null;
  return (
    <span className="block max-w-[48ch] text-2xs font-normal wrap-anywhere text-muted">
      {label} {text}
    </span>
  );
}
