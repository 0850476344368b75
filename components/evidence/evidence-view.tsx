import { useTranslations } from "next-intl";
import { SearchField } from "#components/ui/search-field.tsx";
import { SegmentLinks } from "#components/ui/segment-links.tsx";
import { evidenceQuery } from "#lib/evidence/evidence-address.ts";
import type { EvidencePanel } from "#lib/evidence/index.ts";
import {
  type OfferedStatistic,
  type StatisticsOf,
  segmentStatistics,
} from "#lib/evidence/segment-statistics.ts";
import { FOUND_SOURCES, type Statistic } from "#lib/evidence/types.ts";
import type { EvidenceActions } from "./evidence-actions.ts";
import { EvidenceDrawer } from "./evidence-drawer.tsx";
import { EvidenceSources } from "./evidence-sources.tsx";
import { FileForm } from "./file-form.tsx";
import { FoundSources } from "./found-sources.tsx";
import { StatisticForm } from "./statistic-form.tsx";

export type EvidenceViewProps = {
  panel: EvidencePanel;
  slug: string;
  locale: string;
  /** The page that the drawer stands on, without it */
  href: string;
  /** YYYY-MM-DD */
  today: string;
  /** Whom the thing is about, with the numbers that can back it; null for everybody, or before they are computed */
  standing: Omit<StatisticsOf, "slug"> | null;
  /** null for who may only read */
  actions: EvidenceActions | null;
  /** Why a file was not kept, as its address says */
  fileRefusal?: string | null;
};

/** The sources of one thing, what words find to add to them, and a number or a file to add. */
export function EvidenceView(props: EvidenceViewProps) {
  const { panel, slug, locale, href, today, actions, fileRefusal = null } = props;
  const t = useTranslations("evidence");
  const of = { subject: panel.subject, subjectId: panel.subjectId };
  const [path = href] = href.split("?");
  return (
    <EvidenceDrawer title={panel.title} overline={t("title")} closeHref={href}>
      <div className="grid gap-6">
        <EvidenceSources entries={panel.entries} slug={slug} locale={locale} actions={actions} />
        {actions && (
          <section className="grid gap-3">
            <div>
              <h3>{t("add")}</h3>
              <p className="text-2xs text-muted">{t("findHint")}</p>
            </div>
            <SearchField
              label={t("find")}
              name="find"
              defaultValue={panel.find}
              action={path}
              keep={[
                ...new URLSearchParams(evidenceQuery(of)),
                ...(panel.kind === null ? [] : [["kind", panel.kind] as const]),
              ]}
            />
            {panel.find !== "" && <KindLinks panel={panel} path={path} />}
            <FoundSources panel={panel} slug={slug} locale={locale} actions={actions} />
            <StatisticForm
              {...{ of, slug, today, locale }}
              offered={offeredIn(props, t)}
              action={actions.linkStatistic}
            />
            <FileForm of={of} slug={slug} today={today} returnTo={path} refusal={fileRefusal} />
          </section>
        )}
      </div>
    </EvidenceDrawer>
  );
}

/** The numbers of the segment that are not among the sources yet. */
function offeredIn(
  { panel, standing, slug }: EvidenceViewProps,
  t: ReturnType<typeof useTranslations<"evidence">>,
): OfferedStatistic[] {
  if (!standing) return [];
  const segment = standing.segment.name;
  const linked = new Set(
    panel.entries.map((entry) => entry.statistic && linkOf(slug, entry.statistic)),
  );
  return segmentStatistics({ ...standing, slug }, (name) =>
    t(`number_${name}`, { segment }),
  ).filter(({ label, href }) => !linked.has(`${label} ${href}`));
}

/** What tells one number from another: its label, and its page with its day. */
function linkOf(slug: string, { label, href }: Statistic): string {
  return `${label} /w/${slug}${href}`;
}

/** Which kind of source words are looked for in. */
function KindLinks({ panel, path }: { panel: EvidencePanel; path: string }) {
  const t = useTranslations("evidence");
  const found = `${path}${evidenceQuery(panel)}&find=${encodeURIComponent(panel.find)}`;
  return (
    <SegmentLinks
      label={t("kinds")}
      links={[null, ...FOUND_SOURCES].map((kind) => ({
        href: kind === null ? found : `${found}&kind=${kind}`,
        label: t(kind === null ? "kind_all" : `kinds_${kind}`),
        isCurrent: panel.kind === kind,
      }))}
    />
  );
}
