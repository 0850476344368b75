import { useTranslations } from "next-intl";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import type { Completeness } from "#lib/experience/types.ts";
import { formatNumber } from "#lib/format/format-number.ts";

export type CompletenessPanelProps = { completeness: Completeness; locale: string };

/** Touchpoints at which nobody listens or that nobody answers for, and what will be checked once they have stages. */
export function CompletenessPanel({ completeness, locale }: CompletenessPanelProps) {
  const t = useTranslations("personae");
  const { touchpoints, uncovered } = completeness;
  return (
    <Panel title={t("completeness")} caption={t("completenessCaption")} hasPadding={false}>
      <p className="px-4 py-3 sm:px-5">
        {touchpoints === 0 && t("completenessNone")}
        {touchpoints > 0 &&
          (uncovered.length === 0
            ? t("completenessAll", { count: touchpoints })
            : t("completenessSome", { count: touchpoints, open: uncovered.length }))}
      </p>
      {uncovered.length > 0 && (
        <Table label={t("completeness")}>
          <thead>
            <tr>
              <Th>{t("touchpoint")}</Th>
              <Th align="end">{t("listening")}</Th>
              <Th>{t("owner")}</Th>
            </tr>
          </thead>
          <tbody>
            {uncovered.map(({ id, name, hasOwner, recentSignals }) => (
              <tr key={id}>
                <RowTh>{name}</RowTh>
                <Td align="end">{formatNumber(recentSignals, locale)}</Td>
                <Td className="text-muted">{t(hasOwner ? "hasOwner" : "noOwner")}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  );
}
