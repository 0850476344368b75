import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import type { ValueFormats } from "#components/value/value-formats.ts";
import type { RunBasis } from "#lib/clv-runs/types.ts";
import type { WatchRow } from "#lib/defection/types.ts";
import { CaseCell } from "./case-cell.tsx";
import { useReasonWords } from "./reason-words.ts";
import { riskText } from "./risk-text.ts";

export type FirstPanelProps = {
  /** The first of the list; at least one */
  rows: readonly WatchRow[];
  /** Customers of the run */
  customers: number;
  /** What it reads: orders, or subscriptions that renew */
  basis: RunBasis;
  /** The watch list */
  href: string;
  formats: ValueFormats;
};

/** The customers to keep first, and the way to all of them. */
export function FirstPanel({ rows, customers, basis, href, formats }: FirstPanelProps) {
  const t = useTranslations("watchlist");
  const isBanded = rows.some(({ atRiskMinor }) => atRiskMinor === null);
  return (
    <Panel
      title={t("first.title", { count: rows.length })}
      caption={t("first.caption", {
        basis,
        count: customers,
        customers: formats.number(customers),
      })}
      hasPadding={false}
      actions={
        <ButtonLink href={href} variant="quiet" size="sm">
          {t("first.all")}
        </ButtonLink>
      }
    >
      <Table label={t("first.title", { count: rows.length })}>
        <thead>
          <tr>
            <Th>{t("customer")}</Th>
            <Th align="end" className="max-sm:hidden">
              {t("chance", { basis })}
            </Th>
            <Th align="end">{t(isBanded ? "atRiskBand" : "atRisk")}</Th>
            <Th className="max-sm:hidden">{t("first.mainReason")}</Th>
            <Th className="max-sm:hidden">{t("case")}</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <FirstRow key={row.customerId} {...{ row, basis, href, formats }} />
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}

type FirstRowProps = Pick<FirstPanelProps, "basis" | "href" | "formats"> & { row: WatchRow };

function FirstRow({ row, basis, href, formats }: FirstRowProps) {
  const t = useTranslations("watchlist");
  const words = useReasonWords(formats.locale);
  const [reason] = row.reasons;
  const chance = formats.wholeShare(1 - row.pAlive);
  return (
    <tr>
      <RowTh className="py-1.5 leading-4">
        <Link
          href={`${href}/${row.customerId}`}
          isPlain
          className="-my-1 inline-block py-1 max-sm:-my-3.5 max-sm:py-3.5"
        >
          {row.name ?? row.externalId}
        </Link>
        <span className="block text-2xs font-normal text-muted">
          {row.tierName}
          {reason && <span className="sm:hidden"> · {words(reason)}</span>}
        </span>
      </RowTh>
      <Td align="end" className="max-sm:hidden">
        {chance}
      </Td>
      <Td align="end" className="whitespace-nowrap">
        <span className="font-semibold">{riskText(row, formats)}</span>
        <span className="block text-2xs text-muted sm:hidden">
          {t("chanceShort", { chance, basis })}
        </span>
      </Td>
      <Td className="text-xs max-sm:hidden">{reason ? words(reason) : t("noReason")}</Td>
      <Td className="py-1.5 text-xs max-sm:hidden">
        <CaseCell latest={row.latest} locale={formats.locale} />
      </Td>
    </tr>
  );
}
