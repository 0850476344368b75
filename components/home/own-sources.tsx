import { useTranslations } from "next-intl";
import { Rhythm } from "#components/sources/rhythm.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { formatDay } from "#lib/format/format-day.ts";
import type { SourceRow } from "#lib/sources/types.ts";
import { dayInZone } from "#lib/time/index.ts";

export type OwnSourcesProps = {
  sources: readonly SourceRow[];
  slug: string;
  /** Today in the workspace's time zone, and that zone */
  today: string;
  timeZone: string;
  locale: string;
};

const MOST_SHOWN = 6;

/** The sources that one's departments answer for, and how fresh each is. */
export function OwnSources({ sources, slug, today, timeZone, locale }: OwnSourcesProps) {
  const t = useTranslations("home");
  const href = `/w/${slug}/data/sources`;
  return (
    <Panel
      title={t("sourcesTitle", { count: sources.length })}
      caption={t(sources.length === 0 ? "sourcesNone" : "sourcesCaption")}
      hasPadding={false}
      actions={
        <ButtonLink href={href} variant="quiet" size="sm">
          {t("allSources")}
        </ButtonLink>
      }
    >
      {sources.length > 0 && (
        <ul className="border-t border-hairline">
          {sources.slice(0, MOST_SHOWN).map((source) => (
            <li
              key={source.id}
              className="flex flex-wrap items-center gap-x-4 gap-y-0.5 border-b border-hairline px-4 py-2 last:border-b-0 sm:px-5"
            >
              <Link
                isPlain
                href={`${href}/${source.id}`}
                className="-my-1 min-w-0 flex-1 basis-40 py-1 wrap-anywhere max-sm:-my-2 max-sm:py-2"
              >
                {source.name}
              </Link>
              <span className="text-xs text-muted">
                <Rhythm source={source} today={today} timeZone={timeZone} />
              </span>
              <span className="basis-full text-2xs text-muted">
                {source.lastImport
                  ? t("sourceSince", {
                      day: formatDay(
                        dayInZone(timeZone, Date.parse(source.lastImport.finishedAt)),
                        locale,
                      ),
                    })
                  : t("sourceNever")}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
