import { useTranslations } from "next-intl";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { formatInstant } from "#lib/format/format-instant.ts";
import type { ApiKeyRow } from "#lib/workspaces/types.ts";

export type ApiKeysTableProps = {
  keys: readonly ApiKeyRow[];
  locale: string;
  timeZone: string;
};

/** The keys programs use, without their secrets. */
export function ApiKeysTable({ keys, locale, timeZone }: ApiKeysTableProps) {
  const t = useTranslations("settings");
  const at = (instant: string) => formatInstant(instant, locale, timeZone);
  return (
    <Table label={t("keys")}>
      <thead>
        <tr>
          <Th>{t("keyName")}</Th>
          <Th>{t("keyPrefix")}</Th>
          <Th>{t("keyScopes")}</Th>
          <Th>{t("keyCreated")}</Th>
          <Th>{t("keyLastUsed")}</Th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr key={key.id}>
            <RowTh className="font-medium">{key.name}</RowTh>
            <Td className="font-mono text-2xs">{key.prefix}…</Td>
            <Td className="font-mono text-2xs text-muted">{key.scopes.join(" ")}</Td>
            <Td className="whitespace-nowrap text-muted">{at(key.createdAt)}</Td>
            <Td className="whitespace-nowrap text-muted">
              {key.lastUsedAt === null ? t("neverUsed") : at(key.lastUsedAt)}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
