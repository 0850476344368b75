import { useTranslations } from "next-intl";
import { Figure } from "#components/charts/figure.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import type { ValueFormats } from "#components/value/value-formats.ts";
import type { AcquisitionReturn, AcquisitionRow } from "#lib/bridge/types.ts";
import { formatInterval } from "#lib/format/format-interval.ts";

export type AcquisitionFigureProps = {
  found: AcquisitionReturn;
  formats: ValueFormats;
  exportHref: string;
};

/** What it cost to win customers, apart from the bridge: by channel, with what those won are worth. */
export function AcquisitionFigure({ found, formats, exportHref }: AcquisitionFigureProps) {
  const t = useTranslations("acquisition");
  const { total, channels, payback, firstOn, lastOn } = found;
  const isAhead = total.expectedEachMinor === null ? "no" : "yes";
  return (
    <Figure
      title={<AcquisitionFinding found={found} formats={formats} />}
      caption={t("caption", {
        from: formats.day(firstOn),
        to: formats.day(lastOn),
        customers: formats.number(total.customers),
        isAhead,
      })}
      exportHref={exportHref}
      hasPadding={false}
    >
      <Table label={t("table")}>
        <thead>
          <tr>
            <Th>{t("channel")}</Th>
            <Th align="end" className="max-sm:hidden">
              {t("cost")}
            </Th>
            <Th align="end" className="max-sm:hidden">
              {t("customers")}
            </Th>
            <Th align="end" className="max-sm:hidden">
              {t("costEach")}
            </Th>
            <Th align="end" className="max-sm:hidden">
              {t("earnedEach")}
            </Th>
            <Th align="end" className="max-sm:hidden">
              {t("expectedEach")}
            </Th>
            <Th align="end">{t("ratio", { isAhead })}</Th>
          </tr>
        </thead>
        <tbody>
          {channels.map((row) => (
            <ChannelRow
              key={row.channel ?? ""}
              name={row.channel ?? t("noChannel")}
              row={row}
              formats={formats}
            />
          ))}
        </tbody>
        <tfoot>
          <ChannelRow name={t("all")} row={total} formats={formats} />
        </tfoot>
      </Table>
      <p className="px-4 pt-3 pb-4 text-2xs text-muted sm:px-5">
        {payback.kind !== "too_few" && t("paybackN", { n: formats.number(payback.n) })}{" "}
        {t("definition", { isAhead })}
      </p>
    </Figure>
  );
}

function AcquisitionFinding({ found, formats }: Pick<AcquisitionFigureProps, "found" | "formats">) {
  const t = useTranslations("acquisition");
  const { total, payback } = found;
  if (total.customers === 0) return t("nobody");
  if (total.ratio === null)
    return t("noRatio", { cost: formats.exactMoney(round(total.costEachMinor)) });
  return t(`finding.${payback.kind}`, {
    ratio: formats.decimal(total.ratio),
    months: payback.kind === "too_few" ? 0 : payback.months,
  });
}

type ChannelRowProps = { name: string; row: AcquisitionRow; formats: ValueFormats };

function ChannelRow({ name, row, formats }: ChannelRowProps) {
  const t = useTranslations("acquisition");
  const each = (minor: number | null) => formats.exactMoney(round(minor));
  return (
    <tr>
      <RowTh>
        {name}
        <span className="block text-2xs font-normal text-muted sm:hidden">
          {t("inShort", {
            cost: formats.money(row.costMinor),
            customers: formats.number(row.customers),
            each: each(row.costEachMinor),
          })}
        </span>
      </RowTh>
      <Td align="end" className="max-sm:hidden">
        {formats.money(row.costMinor)}
      </Td>
      <Td align="end" className="max-sm:hidden">
        {formats.number(row.customers)}
      </Td>
      <Td align="end" className="max-sm:hidden">
        {each(row.costEachMinor)}
      </Td>
      <Td align="end" className="max-sm:hidden">
        {each(row.earnedEachMinor)}
      </Td>
      <Td align="end" className="max-sm:hidden">
        {each(row.expectedEachMinor)}
      </Td>
      <Td align="end" className="whitespace-nowrap">
        <span className="font-medium">{formats.decimal(row.ratio)}</span>
        {row.ratioInterval && (
          <span className="block text-2xs text-muted">
            {formatInterval(row.ratioInterval, formats.decimal)}
          </span>
        )}
      </Td>
    </tr>
  );
}

function round(minor: number | null): number | null {
  return minor === null ? null : Math.round(minor);
}
