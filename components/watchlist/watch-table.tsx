import { UserRoundPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SelectAllRows } from "#components/ui/select-all-rows.tsx";
import { Selection } from "#components/ui/selection.tsx";
import { SelectionBar } from "#components/ui/selection-bar.tsx";
import { Table, Th } from "#components/ui/table.tsx";
import type { ValueFormats } from "#components/value/value-formats.ts";
import type { RunBasis } from "#lib/clv-runs/types.ts";
import type { WatchRow as Row } from "#lib/defection/types.ts";
import { WatchRow } from "./watch-row.tsx";

export type WatchTableProps = {
  rows: readonly Row[];
  /** The list without a filter */
  href: string;
  formats: ValueFormats;
  /** Whether rows can be chosen and given to somebody */
  mayAssign: boolean;
  /** Exact values of customers; off for those who see bands */
  hasValue: boolean;
  /** What the run reads: orders, or subscriptions that renew */
  basis: RunBasis;
};

/** Customers at risk, one a row: who, how likely they have left, what that costs, why, and who works on it. */
export function WatchTable(props: WatchTableProps) {
  const { rows, href, formats, mayAssign, hasValue, basis } = props;
  const t = useTranslations("watchlist");
  const ids = rows.map(({ customerId }) => customerId);
  return (
    <Selection key={ids.join()} formId="chosen-at-risk" ids={ids}>
      <Panel hasPadding={false}>
        <Table label={t("tableLabel")} isList>
          <thead>
            <tr>
              {mayAssign && (
                <Th className="w-8 pe-0!">
                  <SelectAllRows />
                </Th>
              )}
              <Th>{t("customer")}</Th>
              <Th align="end" className="max-sm:hidden">
                {t(hasValue ? "clv" : "clvBand")}
              </Th>
              <Th align="end" className="max-sm:hidden">
                {t("chance", { basis })}
              </Th>
              <Th align="end">{t(hasValue ? "atRisk" : "atRiskBand")}</Th>
              <Th className="max-sm:hidden">{t("why")}</Th>
              <Th className="max-sm:hidden">{t("case")}</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <WatchRow
                key={row.customerId}
                {...{ row, formats, hasValue, basis }}
                href={`${href}/${row.customerId}`}
                isSelectable={mayAssign}
              />
            ))}
          </tbody>
        </Table>
      </Panel>
      {mayAssign && (
        <SelectionBar action={`${href}/assign`}>
          <Button type="submit">
            <UserRoundPlus />
            {t("chosenAssign")}
          </Button>
        </SelectionBar>
      )}
    </Selection>
  );
}
