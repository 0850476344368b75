import { useTranslations } from "next-intl";
import { Figure } from "#components/charts/figure.tsx";
import { IntervalWhisker } from "#components/ui/interval-whisker.tsx";
import { Link } from "#components/ui/link.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import type { ComparedNeed, DerivedNeed, NamedSegment } from "#lib/needs/types.ts";
import { AspectCell } from "./aspect-cell.tsx";
import { KanoCell } from "./kano-cell.tsx";
import { type NeedFormats, needFormats } from "./need-formats.ts";
import { OpportunityCell } from "./opportunity-cell.tsx";

export type CompareFigureProps = {
  compared: readonly ComparedNeed[];
  /** Customers behind the thinnest pair of what importance is derived from */
  cases: number;
  segment: NamedSegment | null;
  slug: string;
  locale: string;
  /** null for those who may not take it away */
  exportHref: string | null;
};

/** What is said to be important, how it would be taken, and what moves the outcome: side by side, with where they disagree. */
export function CompareFigure(props: CompareFigureProps) {
  const { compared, cases, segment, slug, locale, exportHref } = props;
  const t = useTranslations("needs");
  const formats = needFormats(locale);
  const population = segment ? t("populationOf", { segment: segment.name }) : t("populationAll");
  return (
    <Figure
      title={<CompareFinding compared={compared} />}
      caption={t("compareCaption", { population })}
      exportHref={exportHref}
      hasPadding={false}
    >
      <Table label={t("compareTable")}>
        <thead>
          <tr>
            <Th>{t("need")}</Th>
            <Th align="end">{t("opportunity")}</Th>
            <Th align="end">{t("stated")}</Th>
            <Th>{t("kano")}</Th>
            <Th align="end">{t("derived")}</Th>
            <Th className="max-sm:hidden">{t("views")}</Th>
          </tr>
        </thead>
        <tbody>
          {compared.map((row) => (
            <ComparedTr key={row.need.id} {...{ row, cases, slug, formats }} />
          ))}
        </tbody>
      </Table>
    </Figure>
  );
}

function CompareFinding({ compared }: Pick<CompareFigureProps, "compared">) {
  const t = useTranslations("needs");
  const odd = compared.filter(({ disagreements }) => disagreements.length > 0);
  if (!compared.some((row) => viewsOf(row) > 1)) return t("compareNothing");
  return t("compareFinding", { count: odd.length, first: odd[0]?.need.statement ?? "" });
}

type ComparedTrProps = { row: ComparedNeed; cases: number; slug: string; formats: NeedFormats };

function ComparedTr({ row, cases, slug, formats }: ComparedTrProps) {
  const { need, derived } = row;
  return (
    <tr>
      <RowTh>
        <Link
          isPlain
          href={`/w/${slug}/needs/${need.id}`}
          className="inline-flex min-h-11 min-w-44 items-center py-1 sm:min-h-6"
        >
          <span className="line-clamp-3 max-w-72 min-w-0 wrap-anywhere">{need.statement}</span>
        </Link>
        <div className="pb-2 text-2xs font-normal sm:hidden">
          <Views row={row} />
        </div>
      </RowTh>
      <Td align="end">
        <OpportunityCell measured={need} formats={formats} />
      </Td>
      <Td align="end">
        <AspectCell aspect={need.importance} formats={formats} />
      </Td>
      <Td>
        <KanoCell kano={need.kano} formats={formats} />
      </Td>
      <Td align="end">
        <DerivedCell derived={derived} cases={cases} formats={formats} />
      </Td>
      <Td className="max-sm:hidden">
        <Views row={row} />
      </Td>
    </tr>
  );
}

type DerivedCellProps = { derived: DerivedNeed | null; cases: number; formats: NeedFormats };

function DerivedCell({ derived, cases, formats }: DerivedCellProps) {
  const t = useTranslations("needs");
  if (!derived) return "–";
  const { share, interval, isAboveChance } = derived;
  const words = { share: formats.share(share), interval: formats.shareInterval(interval) };
  return (
    <span className="inline-flex flex-col items-end whitespace-nowrap tabular-nums">
      {words.share}
      <IntervalWhisker
        value={share}
        low={interval[0]}
        high={interval[1]}
        scale={[0, 1]}
        label={t("interval", words)}
        width={72}
      />
      <span className="text-2xs text-muted">{words.interval}</span>
      <span className="text-2xs text-muted">{t("answersN", { n: formats.number(cases) })}</span>
      {!isAboveChance && <span className="text-2xs text-muted">{t("notAboveChance")}</span>}
    </span>
  );
}

function Views({ row }: { row: ComparedNeed }) {
  const t = useTranslations("needs");
  const { disagreements } = row;
  if (disagreements.length === 0)
    return <span className="text-muted">{viewsOf(row) > 1 ? t("agree") : t("oneView")}</span>;
  return (
    <ul className="grid gap-1 py-1 sm:min-w-52">
      {disagreements.map((disagreement) => (
        <li key={disagreement}>{t(`dis_${disagreement}`)}</li>
      ))}
    </ul>
  );
}

/** Of stated importance, Kano class and derived importance. */
function viewsOf({ need, derived }: ComparedNeed): number {
  return [need.importance.measure, need.kano.result, derived].filter((view) => view !== null)
    .length;
}
