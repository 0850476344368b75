import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Chip } from "#components/ui/chip.tsx";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { formatDay } from "#lib/format/format-day.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { segmentMeasures } from "#lib/segments/segment-measures.ts";
import type { SegmentBasis, SegmentList, SegmentRow } from "#lib/segments/segment-types.ts";
import type { RuleProblem } from "#lib/segments/types.ts";
import { MeasureCell } from "./measure-cell.tsx";
import { ProblemText } from "./rule-problems.tsx";
import { RuleSentenceText, type SentenceWords } from "./rule-sentence-text.tsx";

export type SegmentsTableProps = {
  list: SegmentList;
  /** "/w/alder/segments" */
  href: string;
  words: SentenceWords;
  /** What is wrong with a rule today */
  problemsOf: (rule: SegmentRow["rule"]) => readonly RuleProblem[];
};

const SHOWN = ["shareOfCustomers", "shareOfClv", "nps", "complaints", "leaving"] as const;

/** Segments, one a row: what they are, how many, and what they are worth and say, each number with its interval and n. */
export function SegmentsTable({ list, ...row }: SegmentsTableProps) {
  const { words } = row;
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
            <Row key={segment.id} {...{ segment, basis }} {...row} />
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}

type RowProps = Omit<SegmentsTableProps, "list"> & {
  segment: SegmentRow;
  basis: SegmentBasis | null;
};

function Row({ segment, basis, href, words, problemsOf }: RowProps) {
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
            className="inline-flex min-h-6 items-center wrap-anywhere"
          >
            {name}
          </Link>
          {kind !== "rule" && <Chip isMuted>{t(`kinds.${kind}`)}</Chip>}
          {!isFresh && <Chip isMuted>{t("computing")}</Chip>}
        </span>
        <span className="line-clamp-2 text-2xs font-normal text-muted wrap-anywhere">
          {rule ? <RuleSentenceText rule={rule} words={words} /> : (note ?? t(`kindNotes.${kind}`))}
        </span>
        {problemsOf(rule).map((problem) => (
          <span
            key={`${problem.code} ${problem.path.join(".")}`}
            className="mt-0.5 flex gap-1 text-2xs font-normal text-warn"
          >
            <TriangleAlert aria-hidden="true" className="mt-0.5 size-3 shrink-0" />
            <ProblemText problem={problem} />
          </span>
        ))}
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
