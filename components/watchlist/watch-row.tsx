import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { SelectRow } from "#components/ui/select-row.tsx";
import { RowTh, Td } from "#components/ui/table.tsx";
import type { ValueFormats } from "#components/value/value-formats.ts";
import type { RunBasis } from "#lib/clv-runs/types.ts";
import type { WatchRow as Row } from "#lib/defection/types.ts";
import { CaseCell } from "./case-cell.tsx";
import { ReasonList } from "./reason-list.tsx";
import { riskText } from "./risk-text.ts";

export type WatchRowProps = {
  row: Row;
  /** The page of the customer's case */
  href: string;
  formats: ValueFormats;
  hasValue: boolean;
  basis: RunBasis;
  isSelectable: boolean;
};

/** One customer at risk. On a phone why and the case stand under the name. */
export function WatchRow({ row, href, formats, hasValue, basis, isSelectable }: WatchRowProps) {
  const t = useTranslations("watchlist");
  const lists = useTranslations("lists");
  const { locale } = formats;
  const name = row.name ?? row.externalId;
  const chance = formats.wholeShare(1 - row.pAlive);
  return (
    <tr>
      {isSelectable && (
        <Td className="w-8 pe-0! align-top!">
          <SelectRow id={row.customerId} label={lists("selectRow", { name })} />
        </Td>
      )}
      <RowTh className="py-1.5 align-top! leading-4">
        <Link href={href} isPlain className="-my-1 inline-block py-1 max-sm:-my-3.5 max-sm:py-3.5">
          {name}
        </Link>
        <Subline row={row} />
        <div className="mt-1 space-y-1 text-2xs font-normal sm:hidden">
          <ReasonList reasons={row.reasons.slice(0, 1)} locale={locale} />
          <CaseCell latest={row.latest} locale={locale} />
        </div>
      </RowTh>
      <Td align="end" className="align-top! whitespace-nowrap max-sm:hidden">
        {hasValue ? formats.exactMoney(row.valueMinor) : formats.interval(row.band)}
      </Td>
      <Td align="end" className="align-top! whitespace-nowrap max-sm:hidden">
        {chance}
      </Td>
      <Td align="end" className="align-top! whitespace-nowrap">
        <span className="font-semibold">{riskText(row, formats)}</span>
        <span className="block text-2xs text-muted sm:hidden">
          {t("chanceShort", { chance, basis })}
        </span>
      </Td>
      <Td className="min-w-52 py-1.5 align-top! text-xs max-sm:hidden">
        <ReasonList reasons={row.reasons} locale={locale} />
      </Td>
      <Td className="min-w-36 py-1.5 align-top! text-xs max-sm:hidden">
        <CaseCell latest={row.latest} locale={locale} />
      </Td>
    </tr>
  );
}

/** Under the name its number and tier; under a number why there is no name. */
function Subline({ row: { name, externalId, isMasked, tierName } }: { row: Row }) {
  const t = useTranslations("watchlist");
  const missing = isMasked ? t("hiddenName") : t("noName");
  return (
    <span className="block text-2xs font-normal text-muted">
      {[tierName, name === null ? missing : externalId].join(" · ")}
    </span>
  );
}
