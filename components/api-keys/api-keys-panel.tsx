import { useTranslations } from "next-intl";
import { Chip } from "#components/ui/chip.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import type { ApiKeyRow } from "#lib/api-keys/types.ts";
import { historyQuery } from "#lib/audit/filter.ts";
import { formatDay } from "#lib/format/format-day.ts";
import { formatInstant } from "#lib/format/format-instant.ts";
import { RevokeKey, type RevokeKeyProps } from "./revoke-key.tsx";

export type ApiKeysPanelProps = {
  keys: readonly ApiKeyRow[];
  tenant: string;
  locale: string;
  timeZone: string;
  hasHistory: boolean;
  revoke: RevokeKeyProps["action"];
};

/** The keys in use, without their secrets. */
export function ApiKeysPanel({ keys, ...props }: ApiKeysPanelProps) {
  const t = useTranslations("settings.keys");
  const title = t("list", { count: keys.length });
  if (keys.length === 0)
    return (
      <EmptyState kind="no-match" title={title}>
        {t("none")}
      </EmptyState>
    );
  return (
    <Panel title={title} caption={t("listCaption")} hasPadding={false}>
      <Table label={title}>
        <thead>
          <tr>
            <Th>{t("name")}</Th>
            <Th className="max-sm:hidden">{t("prefix")}</Th>
            <Th>{t("may")}</Th>
            <Th className="max-sm:hidden">{t("createdAt")}</Th>
            <Th className="max-sm:hidden">{t("lastUsed")}</Th>
            <Th className="max-sm:hidden">{t("expires")}</Th>
            <Th align="end">{t("actions")}</Th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <KeyRow key={key.id} row={key} {...props} />
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}

type KeyRowProps = Omit<ApiKeysPanelProps, "keys"> & { row: ApiKeyRow };

function KeyRow({ row, tenant, locale, timeZone, hasHistory, revoke }: KeyRowProps) {
  const t = useTranslations("settings.keys");
  const history = `/w/${tenant}/settings/audit${historyQuery("api_key", row.id)}`;
  const end = row.isExpired ? <Chip isMuted>{t("expired")}</Chip> : endWords(row, locale, t);
  const at = (instant: string) => formatInstant(instant, locale, timeZone);
  return (
    <tr>
      <RowTh className="font-medium">
        {row.name}
        <span className="block text-2xs text-muted sm:hidden">{end}</span>
      </RowTh>
      <Td className="font-mono text-2xs max-sm:hidden">{row.prefix}…</Td>
      <Td className="font-mono text-2xs text-muted">{row.scopes.join(" ")}</Td>
      <Td className="text-muted max-sm:hidden">{madeWords(row, at(row.createdAt), t)}</Td>
      <Td className="whitespace-nowrap text-muted max-sm:hidden">
        {row.lastUsedAt === null ? t("neverUsed") : at(row.lastUsedAt)}
      </Td>
      <Td className="whitespace-nowrap text-muted max-sm:hidden">{end}</Td>
      <Td align="end">
        <span className="inline-flex items-center gap-2 whitespace-nowrap">
          {hasHistory && (
            <Link
              href={history}
              aria-label={t("historyOf", { name: row.name })}
              className="inline-flex min-h-6 items-center max-sm:hidden"
            >
              {t("history")}
            </Link>
          )}
          <RevokeKey tenant={tenant} keyId={row.id} name={row.name} action={revoke} />
        </span>
      </Td>
    </tr>
  );
}

type Words = ReturnType<typeof useTranslations<"settings.keys">>;

function madeWords({ madeBy }: ApiKeyRow, when: string, t: Words): string {
  if (madeBy === null) return when;
  return t("by", { when, who: madeBy.kind === "member" ? madeBy.name : t("operator") });
}

function endWords({ expiresAt }: ApiKeyRow, locale: string, t: Words): string {
  return expiresAt === null ? t("noEnd") : formatDay(expiresAt, locale);
}
