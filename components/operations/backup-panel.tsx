import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { formatBytes } from "#lib/format/format-bytes.ts";
import { formatInstant } from "#lib/format/format-instant.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { Backup } from "#lib/operations/types.ts";

export type BackupPanelProps = {
  backup: Backup | null;
  now: string;
  locale: string;
  timeZone: string;
};

const HOUR_MS = 3_600_000;
/** A nightly backup that was missed once. */
const OLD_HOURS = 26;

/** How old the last backup is, in a sentence, and how large it was. */
export function BackupPanel({ backup, now, locale, timeZone }: BackupPanelProps) {
  const t = useTranslations("operations");
  if (!backup)
    return (
      <Panel title={t("backupNone")}>
        <Notice tone="warn">
          <BackupAdvice />
        </Notice>
      </Panel>
    );
  const hours = Math.max(0, Math.floor((Date.parse(now) - Date.parse(backup.at)) / HOUR_MS));
  const age = t("age", { hours, days: Math.floor(hours / 24) });
  const title = t(hours >= OLD_HOURS ? "backupOld" : "backupFresh", { age });
  return (
    <Panel title={title}>
      {hours >= OLD_HOURS && (
        <div className="mb-4">
          <Notice tone="warn">
            <BackupAdvice />
          </Notice>
        </div>
      )}
      <DefinitionList
        entries={[
          { term: t("backupMade"), value: formatInstant(backup.at, locale, timeZone) },
          { term: t("backupRows"), value: formatNumber(backup.rows, locale) },
          { term: t("backupSize"), value: formatBytes(backup.bytes, locale) },
          {
            term: t("backupTook"),
            value: t("seconds", {
              count: formatNumber(backup.elapsedMs / 1000, locale, { digits: 1 }),
            }),
          },
          { term: t("backupVersion"), value: backup.version },
        ]}
      />
    </Panel>
  );
}

function BackupAdvice() {
  const t = useTranslations("operations");
  const code = (words: ReactNode) => <code className="font-mono text-xs">{words}</code>;
  return t.rich("backupNoneText", { code });
}
