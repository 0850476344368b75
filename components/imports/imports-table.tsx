import { useTranslations } from "next-intl";
import { Chip } from "#components/ui/chip.tsx";
import { Link } from "#components/ui/link.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { formatInstant } from "#lib/format/format-instant.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { ImportCounts } from "#lib/imports/types.ts";
import type { ImportView } from "#lib/imports/views.ts";
import { StatusChip } from "./status-chip.tsx";

export type ImportsTableProps = {
  imports: readonly ImportView[];
  slug: string;
  formats: { locale: string; timeZone: string };
  /** Dry runs whose place a newer one of the same file has taken */
  replacedIds?: readonly string[];
};

const COUNTS = [
  "created",
  "updated",
  "unchanged",
  "rejected",
] as const satisfies readonly (keyof ImportCounts)[];

/** Past and running imports: what they were, what came of them, who and when. */
export function ImportsTable({ imports, slug, formats, replacedIds = [] }: ImportsTableProps) {
  const t = useTranslations("imports");
  return (
    <Table label={t("historyOf")}>
      <thead>
        <tr>
          <Th>{t("columnFile")}</Th>
          <Th className="max-sm:hidden">{t("columnKind")}</Th>
          <Th>{t("columnState")}</Th>
          <Th align="end">{t("columnCreated")}</Th>
          <Th align="end">{t("columnUpdated")}</Th>
          <Th align="end">{t("columnUnchanged")}</Th>
          <Th align="end">{t("columnRejected")}</Th>
          <Th>{t("columnWho")}</Th>
          <Th>{t("columnWhen")}</Th>
        </tr>
      </thead>
      <tbody>
        {imports.map((entry) => (
          <ImportRow
            key={entry.id}
            entry={entry}
            slug={slug}
            formats={formats}
            isReplaced={replacedIds.includes(entry.id)}
          />
        ))}
      </tbody>
    </Table>
  );
}

type ImportRowProps = Pick<ImportsTableProps, "slug" | "formats"> & {
  entry: ImportView;
  isReplaced: boolean;
};

function ImportRow({ entry, slug, formats, isReplaced }: ImportRowProps) {
  const t = useTranslations("imports");
  const { locale, timeZone } = formats;
  return (
    <tr>
      <RowTh>
        <Link
          isPlain
          href={`/w/${slug}/data/imports/${entry.id}`}
          className="inline-flex min-h-11 max-w-40 min-w-36 items-center sm:min-h-6 sm:max-w-72"
        >
          <span className="min-w-0">
            <span className="block truncate">{entry.fileName}</span>
            <span className="block text-2xs font-normal text-muted sm:hidden">
              {t(`kind_${entry.kind}`)}
            </span>
          </span>
        </Link>
      </RowTh>
      <Td className="max-sm:hidden">{t(`kind_${entry.kind}`)}</Td>
      <Td>
        <span className="flex gap-1">
          <StatusChip status={entry.status} />
          {entry.isDryRun && <Chip isMuted>{t(isReplaced ? "dryRunReplaced" : "dryRun")}</Chip>}
        </span>
      </Td>
      {COUNTS.map((name) => (
        <Td key={name} align="end">
          {formatNumber(countOf(entry, name), locale)}
        </Td>
      ))}
      <Td className="whitespace-nowrap text-muted">
        {entry.createdByName ?? t(`origin_${entry.origin}`)}
      </Td>
      <Td className="whitespace-nowrap text-muted">
        {formatInstant(entry.createdAt, locale, timeZone)}
      </Td>
    </tr>
  );
}

/** Nothing is known of an import that waits: not 0. */
function countOf({ status, counts }: ImportView, name: keyof ImportCounts): number | null {
  return status === "queued" ? null : counts[name];
}
