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
          {(["columnCreated", "columnUpdated", "columnUnchanged", "columnRejected"] as const).map(
            (column) => (
              <Th key={column} align="end" className="max-sm:hidden">
                {t(column)}
              </Th>
            ),
          )}
          <Th className="max-sm:hidden">{t("columnWho")}</Th>
          <Th className="max-sm:hidden">{t("columnWhen")}</Th>
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
          className="inline-flex min-h-11 max-w-50 min-w-36 items-center sm:min-h-6 sm:max-w-72"
        >
          <span className="min-w-0">
            <span className="block truncate">{entry.fileName}</span>
            <span className="block text-2xs font-normal text-muted sm:hidden">
              {t(`kind_${entry.kind}`)}
            </span>
          </span>
        </Link>
        <CountsBelow entry={entry} formats={formats} />
      </RowTh>
      <Td className="max-sm:hidden">{t(`kind_${entry.kind}`)}</Td>
      <Td>
        <span className="flex gap-1 max-sm:flex-col max-sm:items-start">
          <StatusChip status={entry.status} />
          {entry.isDryRun && <Chip isMuted>{t(isReplaced ? "dryRunReplaced" : "dryRun")}</Chip>}
        </span>
      </Td>
      {COUNTS.map((name) => (
        <Td key={name} align="end" className="max-sm:hidden">
          {formatNumber(countOf(entry, name), locale)}
        </Td>
      ))}
      <Td className="whitespace-nowrap text-muted max-sm:hidden">
        {entry.createdByName ?? t(`origin_${entry.origin}`)}
      </Td>
      <Td className="whitespace-nowrap text-muted max-sm:hidden">
        {formatInstant(entry.createdAt, locale, timeZone)}
      </Td>
    </tr>
  );
}

/** What the columns tell that a phone has no room for. */
function CountsBelow({ entry, formats }: Pick<ImportRowProps, "entry" | "formats">) {
  const t = useTranslations("imports");
  const { locale, timeZone } = formats;
  const counts = COUNTS.map((name) => [name, formatNumber(countOf(entry, name), locale)] as const);
  return (
    <span className="block pb-2 text-2xs font-normal text-muted sm:hidden">
      <span className="block">{t("countsBelow", Object.fromEntries(counts))}</span>
      <span className="block">
        {entry.createdByName ?? t(`origin_${entry.origin}`)},{" "}
        {formatInstant(entry.createdAt, locale, timeZone)}
      </span>
    </span>
  );
}

/** Nothing is known of an import that waits: not 0. */
function countOf({ status, counts }: ImportView, name: keyof ImportCounts): number | null {
  return status === "queued" ? null : counts[name];
}
