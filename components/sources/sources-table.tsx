import { useTranslations } from "next-intl";
import { Chip } from "#components/ui/chip.tsx";
import { Link } from "#components/ui/link.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { formatDay } from "#lib/format/format-day.ts";
import { formatInstant } from "#lib/format/format-instant.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { CountedSource } from "#lib/sources/types.ts";
import { Rhythm } from "./rhythm.tsx";
import { RowCounts } from "./row-counts.tsx";
import { rowsHref } from "./source-places.ts";

type ListedSource = CountedSource & { isUnused: boolean };

export type SourcesTableProps = {
  sources: readonly ListedSource[];
  slug: string;
  formats: { locale: string; timeZone: string };
  /** Today in the workspace's time zone */
  today: string;
  /** The workspace's: by it a source is overdue */
  timeZone: string;
  permissions: ReadonlySet<string>;
};

/** The register: what each source is, whose, how fresh, how much it holds and whether anybody uses it. */
export function SourcesTable(props: SourcesTableProps) {
  const t = useTranslations("sources");
  return (
    <Table label={t("tableLabel")} isList>
      <thead>
        <tr>
          <Th>{t("source")}</Th>
          <Th className="max-sm:hidden">{t("owner")}</Th>
          <Th className="max-sm:hidden">{t("rhythm")}</Th>
          <Th className="max-sm:hidden">{t("columnLastImport")}</Th>
          <Th align="end">{t("columnRows")}</Th>
          <Th className="max-sm:hidden">{t("columnUsed")}</Th>
        </tr>
      </thead>
      <tbody>
        {props.sources.map((source) => (
          <SourceTr key={source.id} {...props} source={source} />
        ))}
      </tbody>
    </Table>
  );
}

type SourceTrProps = Omit<SourcesTableProps, "sources"> & { source: ListedSource };

function SourceTr({ source, slug, formats, today, timeZone, permissions }: SourceTrProps) {
  const t = useTranslations("sources");
  const { locale } = formats;
  return (
    <tr>
      <RowTh>
        <Link
          isPlain
          href={`/w/${slug}/data/sources/${source.id}`}
          className="inline-flex min-h-11 min-w-32 items-center sm:min-h-6"
        >
          <span className="min-w-0">
            <span className="line-clamp-2 max-w-72 wrap-anywhere">{source.name}</span>
            <span className="block text-2xs font-normal text-muted">
              {t(`kind_${source.kind}`)}
            </span>
          </span>
        </Link>
        <span className="flex flex-wrap gap-x-3 gap-y-0.5 pb-2 text-2xs font-normal sm:hidden">
          <Rhythm source={source} today={today} timeZone={timeZone} />
          <LastUse source={source} locale={locale} />
        </span>
      </RowTh>
      <Td className="max-sm:hidden">{source.owner?.name ?? "–"}</Td>
      <Td className="max-sm:hidden">
        <Rhythm source={source} today={today} timeZone={timeZone} />
      </Td>
      <Td className="whitespace-nowrap max-sm:hidden">
        <LastImport source={source} {...{ slug, formats, permissions }} />
      </Td>
      <Td align="end">
        {formatNumber(source.rowCount, locale)}
        <span className="flex justify-end text-2xs text-muted">
          <RowCounts
            rows={source.rows}
            hrefOf={rowsHref(slug, source.id, permissions)}
            locale={locale}
          />
        </span>
      </Td>
      <Td className="whitespace-nowrap max-sm:hidden">
        <LastUse source={source} locale={locale} />
      </Td>
    </tr>
  );
}

type LastImportProps = Pick<SourceTrProps, "source" | "slug" | "formats" | "permissions">;

function LastImport({ source: { lastImport }, slug, formats, permissions }: LastImportProps) {
  const t = useTranslations("sources");
  if (!lastImport) return <span className="text-muted">{t("neverImported")}</span>;
  const when = formatInstant(lastImport.finishedAt, formats.locale, formats.timeZone);
  return (
    <>
      {permissions.has("import:read") ? (
        <Link
          href={`/w/${slug}/data/imports/${lastImport.id}`}
          aria-label={t("importOn", { when })}
        >
          {when}
        </Link>
      ) : (
        when
      )}
      <span className="block text-2xs text-muted">
        {lastImport.byName === null ? t("bySystem") : t("by", { name: lastImport.byName })}
      </span>
    </>
  );
}

function LastUse({
  source: { lastUse, isUnused },
  locale,
}: Pick<SourceTrProps, "source"> & { locale: string }) {
  const t = useTranslations("sources");
  return (
    <span className="flex flex-col items-start gap-0.5">
      <span className="flex items-center gap-2">
        {lastUse ? formatDay(lastUse.on, locale) : t("neverUsed")}
        {isUnused && <Chip isMuted>{t("unused")}</Chip>}
      </span>
      {lastUse?.byName && (
        <span className="text-2xs text-muted">{t("by", { name: lastUse.byName })}</span>
      )}
    </span>
  );
}
