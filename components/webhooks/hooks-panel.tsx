import { useTranslations } from "next-intl";
import { Chip } from "#components/ui/chip.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { formatInstant } from "#lib/format/format-instant.ts";
import { NO_VALUE } from "#lib/format/no-value.ts";
import type { HookRow } from "#lib/webhooks/types.ts";

export type HooksPanelProps = {
  hooks: readonly HookRow[];
  tenant: string;
  locale: string;
  timeZone: string;
};

/** The addresses that others send to. */
export function HooksPanel({ hooks, tenant, locale, timeZone }: HooksPanelProps) {
  const t = useTranslations("webhooks");
  const title = t("in", { count: hooks.length });
  if (hooks.length === 0)
    return (
      <EmptyState kind="nothing-yet" isSmall title={title}>
        {t("inNone")}
      </EmptyState>
    );
  return (
    <Panel title={title} caption={t("inCaption")} hasPadding={false}>
      <Table label={title}>
        <thead>
          <tr>
            <Th>{t("name")}</Th>
            <Th>{t("kind")}</Th>
            <Th className="max-sm:hidden">{t("received")}</Th>
            <Th className="max-sm:hidden">{t("lastReceived")}</Th>
          </tr>
        </thead>
        <tbody>
          {hooks.map(({ id, name, kind, isOff, received, lastReceivedAt }) => (
            <tr key={id}>
              <RowTh>
                <Link
                  href={`/w/${tenant}/settings/webhooks/hooks/${id}`}
                  isPlain
                  className="inline-flex min-h-6 items-center max-sm:min-h-11"
                >
                  {name}
                </Link>
              </RowTh>
              <Td>
                <span className="inline-flex flex-wrap items-center gap-2">
                  {t(`kind_${kind}`)}
                  {isOff && <Chip isMuted>{t("hookOff")}</Chip>}
                </span>
              </Td>
              <Td className="text-muted max-sm:hidden">
                {t("receivedCount", { count: received })}
              </Td>
              <Td className="whitespace-nowrap text-muted max-sm:hidden">
                {lastReceivedAt ? formatInstant(lastReceivedAt, locale, timeZone) : NO_VALUE}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
