import { useTranslations } from "next-intl";
import { Figure } from "#components/charts/figure.tsx";
import { Link } from "#components/ui/link.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { type ValueFormats, valueFormats } from "#components/value/value-formats.ts";
import type { SegmentProfits } from "#lib/value/index.ts";
import { profitOfAll, type SegmentProfit } from "#lib/value/segment-profits.ts";

export type SegmentsProfitFigureProps = { found: SegmentProfits; slug: string; locale: string };

const AMOUNTS = ["revenueMinor", "goodsMinor", "ordersMinor", "contactsMinor"] as const;

/** What RFM segments have earned so far once goods, orders and contacts are paid. */
export function SegmentsProfitFigure({ found, slug, locale }: SegmentsProfitFigureProps) {
  const t = useTranslations("lifetime.profits");
  const names = useTranslations("value");
  const { value, rows } = found;
  const formats = valueFormats(value.currency, locale);
  const customers = `/w/${slug}/customers`;
  return (
    <Figure
      title={<ProfitFinding rows={rows} formats={formats} />}
      caption={t("caption", {
        day: formats.day(value.asOfOn),
        customers: formats.number(value.customersWithOrders),
      })}
      exportHref={`/w/${slug}/value/segments/export?file=profit`}
      hasPadding={false}
    >
      <Table label={t("table")}>
        <thead>
          <tr>
            <Th>{t("segment")}</Th>
            <Th align="end" className="max-sm:hidden">
              {t("columns.customers")}
            </Th>
            {AMOUNTS.map((key) => (
              <Th key={key} align="end" className="max-sm:hidden">
                {t(`columns.${key}`)}
              </Th>
            ))}
            <Th align="end">{t("columns.profitMinor")}</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ProfitRow
              key={row.segment}
              name={names(`segments.${row.segment}`)}
              href={`${customers}?segment=${row.segment}`}
              row={row}
              formats={formats}
            />
          ))}
        </tbody>
        <tfoot>
          <ProfitRow name={t("all")} href={customers} row={profitOfAll(rows)} formats={formats} />
        </tfoot>
      </Table>
      <ContactsNote found={found} formats={formats} />
    </Figure>
  );
}

/** The segment that earns most, and those that cost more than they bring. */
function ProfitFinding({
  rows,
  formats,
}: {
  rows: readonly SegmentProfit[];
  formats: ValueFormats;
}) {
  const t = useTranslations("lifetime.profits");
  const names = useTranslations("value");
  const [best] = rows;
  const all = profitOfAll(rows).profitMinor;
  if (!best || best.profitMinor === null || all === null) return t("noFinding");
  if (all <= 0) return t("noProfit", { amount: formats.money(all) });
  const losing = rows.filter(({ profitMinor }) => (profitMinor ?? 0) < 0).length;
  return t("finding", {
    subject: names(`segmentSubjects.${best.segment}`),
    share: formats.wholeShare(Math.min(1, best.profitMinor / all)),
    losing,
  });
}

type ProfitRowProps = {
  name: string;
  href: string;
  row: Omit<SegmentProfit, "segment">;
  formats: ValueFormats;
};

function ProfitRow({ name, href, row, formats }: ProfitRowProps) {
  const t = useTranslations("lifetime.profits");
  return (
    <tr>
      <RowTh>
        <Link href={href} isPlain>
          {name}
        </Link>
        <span className="block text-2xs text-muted sm:hidden">
          {AMOUNTS.map((key) => formats.money(row[key])).join(" − ")} ·{" "}
          {t("rowCount", { customers: formats.number(row.customers) })}
        </span>
      </RowTh>
      <Td align="end" className="max-sm:hidden">
        {formats.number(row.customers)}
      </Td>
      {AMOUNTS.map((key) => (
        <Td key={key} align="end" className="max-sm:hidden">
          {formats.money(row[key])}
        </Td>
      ))}
      <Td align="end">
        <span className="font-semibold">{formats.money(row.profitMinor)}</span>
      </Td>
    </tr>
  );
}

/** What contacts are priced by, and how many have no price. */
function ContactsNote({ found, formats }: { found: SegmentProfits; formats: ValueFormats }) {
  const t = useTranslations("lifetime.profits");
  const { contacts, priced, rows } = found;
  const { profitMinor, contactsMinor } = profitOfAll(rows);
  return (
    <p className="px-4 pt-3 pb-4 text-2xs text-muted sm:px-5">
      {t("note")}{" "}
      {t("contacts", {
        state: contacts === 0 ? "none" : priced === 0 ? "unpriced" : "some",
        contacts: formats.number(contacts),
        priced: formats.number(priced),
      })}{" "}
      {profitMinor !== null &&
        contactsMinor !== null &&
        t("before", { before: formats.money(profitMinor + contactsMinor) })}
    </p>
  );
}
