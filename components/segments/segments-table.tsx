import { useTranslations } from "next-intl";
import { Chip } from "#components/ui/chip.tsx";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { formatDay } from "#lib/format/format-day.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { segmentMeasures } from "#lib/segments/segment-measures.ts";
import type { SegmentBasis, SegmentList, SegmentRow } from "#lib/segments/segment-types.ts";
import { MeasureCell } from "./measure-cell.tsx";
import { RuleSentenceText, type SentenceWords } from "./rule-sentence-text.tsx";

export type SegmentsTableProps = {
  list: SegmentList;
  /** "/w/alder/segments" */
  href: string;
  words: SentenceWords;
};

const SHOWN = ["shareOfCustomers", "shareOfClv", "nps", "complaints", "leaving"] as const;

/** Segments, one a row: what they are, how many, and what they are worth and say, each number with its interval and n. */
export function SegmentsTable({ list, href, words }: SegmentsTableProps) {
  const t = useTranslations("segmentation");
  const { segments, basis } = list;
  return (
    <Panel
      title={t("listTitle", { count: segments.length })}
      caption={
        basis
          ? t("computedOn", {
              day: formatDay(basis.computedOn, words.locale),
              count: basis.all.customers,
              customers: formatNumber(basis.all.customers, words.locale),
            })
          : t("notComputed")
      }
      hasPadding={false}
    >
      <Table label={t("table")} isList>
        <thead>
          <tr>
            <Th>{t("segment")}</Th>
            <Th align="end">{t("size")}</Th>
            {SHOWN.map((name) => (
              <Th key={name} align="end">
                {t(`measures.${name}`)}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {segments.map((segment) => (
            <Row key={segment.id} {...{ segment, basis, href, words }} />
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}

type RowProps = {
  segment: SegmentRow;
  basis: SegmentBasis | null;
  href: string;
  words: SentenceWords;
};

function Row({ segment, basis, href, words }: RowProps) {
  const t = useTranslations("segmentation");
  const { id, name, kind, rule, note, sums, isFresh } = segment;
  const measures = sums && basis ? segmentMeasures(sums, basis.all) : null;
  const formats = { currency: basis?.currency ?? words.currency, locale: words.locale };
  return (
    <tr>
      <RowTh className="min-w-64 max-w-md">
        <span className="flex flex-wrap items-center gap-x-2">
          <Link
            isPlain
            href={`${href}/${id}`}
            className="inline-flex min-h-6 items-center break-words"
          >
            {name}
          </Link>
          {kind !== "rule" && <Chip isMuted>{t(`kinds.${kind}`)}</Chip>}
          {!isFresh && <Chip isMuted>{t("computing")}</Chip>}
        </span>
        <span className="line-clamp-2 text-2xs font-normal text-muted">
          {rule ? <RuleSentenceText rule={rule} words={words} /> : (note ?? t(`kindNotes.${kind}`))}
        </span>
      </RowTh>
      <Td align="end" className="tabular-nums">
        {formatNumber(sums?.customers ?? null, words.locale)}
      </Td>
      {SHOWN.map((each) => (
        <MeasureCell key={each} name={each} measure={measures?.[each] ?? null} formats={formats} />
      ))}
    </tr>
  );
}
