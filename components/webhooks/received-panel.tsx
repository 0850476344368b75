import { useTranslations } from "next-intl";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { formatInstant } from "#lib/format/format-instant.ts";
import type { ReceivedRow } from "#lib/webhooks/types.ts";

export type ReceivedPanelProps = {
  messages: readonly ReceivedRow[];
  locale: string;
  timeZone: string;
};

/** The last messages that a hook received. */
export function ReceivedPanel({ messages, locale, timeZone }: ReceivedPanelProps) {
  const t = useTranslations("webhooks");
  if (messages.length === 0)
    return (
      <EmptyState kind="nothing-yet" isSmall title={t("receivedNone")}>
        {t("receivedNoneText")}
      </EmptyState>
    );
  return (
    <Panel title={t("receivedLog")} caption={t("receivedLogCaption")} hasPadding={false}>
      <Table label={t("receivedLog")}>
        <thead>
          <tr>
            <Th>{t("when")}</Th>
            <Th align="end">{t("created")}</Th>
            <Th align="end">{t("updated")}</Th>
          </tr>
        </thead>
        <tbody>
          {messages.map(({ key, receivedAt, created, updated }) => (
            <tr key={key}>
              <RowTh>{formatInstant(receivedAt, locale, timeZone)}</RowTh>
              <Td align="end">{t("counted", { count: created })}</Td>
              <Td align="end">{t("counted", { count: updated })}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
