import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { formatInstant } from "#lib/format/format-instant.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { ListedFile } from "#lib/segments/segment-types.ts";

export type FilesPanelProps = {
  files: readonly ListedFile[];
  tenant: string;
  /** Whether the reader may open imports */
  mayOpen: boolean;
  locale: string;
  timeZone: string;
};

/** The files that list the customers of a segment. */
export function FilesPanel({ files, tenant, mayOpen, locale, timeZone }: FilesPanelProps) {
  const t = useTranslations("segmentation.files");
  if (files.length === 0) return null;
  return (
    <Panel title={t("title")}>
      <ul className="grid gap-2 text-xs">
        {files.map(({ importId, fileName, entries, finishedAt }) => (
          <li key={importId} className="min-w-0">
            {mayOpen ? (
              <Link
                href={`/w/${tenant}/data/imports/${importId}`}
                className="inline-flex min-h-6 items-center break-all"
              >
                {fileName}
              </Link>
            ) : (
              <span className="break-all">{fileName}</span>
            )}
            <span className="block text-2xs text-muted">
              {t("read", {
                entries: t("entries", { count: entries, number: formatNumber(entries, locale) }),
                instant: formatInstant(finishedAt, locale, timeZone),
              })}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
