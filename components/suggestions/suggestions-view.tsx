import { useTranslations } from "next-intl";
import type { FormAction } from "#components/people/action-form.tsx";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { valueFormats } from "#components/value/value-formats.ts";
import { formatInstant } from "#lib/format/format-instant.ts";
import type { FoundGroup, StoredSuggestions } from "#lib/segments/suggestions/stored.ts";
import type { AcceptedSegment } from "#lib/segments/suggestions/types.ts";
import { AcceptForm } from "./accept-form.tsx";
import { ClustersFigure } from "./clusters-figure.tsx";
import { groupNames } from "./group-names.ts";
import { SuggestionCard } from "./suggestion-card.tsx";

export type SuggestionsViewProps = {
  slug: string;
  found: StoredSuggestions;
  computedAt: string;
  accepted: ReadonlyMap<string, AcceptedSegment>;
  formats: { locale: string; timeZone: string };
  /** null for those who may only read */
  accept: FormAction<{ id: string }> | null;
};

/** Groups that were found in what customers buy, by k-means and by RFM cells. */
export function SuggestionsView(props: SuggestionsViewProps) {
  const { found, computedAt, formats } = props;
  const t = useTranslations("suggestions");
  const names = useTranslations("value");
  const write = valueFormats(found.currency, formats.locale);
  const { clusters, cells, sampled, customers } = found;
  const named = groupNames(clusters?.groups ?? [], found.medians, t);
  return (
    <div className="space-y-4">
      <div className="max-w-[76ch] text-xs text-muted">
        <p>
          {t("basis", {
            isSample: sampled < customers ? "yes" : "no",
            sampled: write.number(sampled),
            customers: write.number(customers),
            day: write.day(found.asOfOn),
            instant: formatInstant(computedAt, formats.locale, formats.timeZone),
          })}
        </p>
        <p>{t("marginNote")}</p>
      </div>
      {clusters ? (
        <ClustersFigure clusters={clusters} sampled={sampled} formats={write}>
          {clusters.groups.map((group) => (
            <Suggestion
              key={group.key}
              {...props}
              group={group}
              name={named.get(group.key) ?? ""}
            />
          ))}
        </ClustersFigure>
      ) : (
        <Notice tone="info">
          <p className="font-semibold">{t("alikeTitle")}</p>
          <p>{t("alikeText", { customers: write.number(customers) })}</p>
        </Notice>
      )}
      <Panel
        title={t("cellsTitle", { count: cells.length })}
        caption={t("cellsCaption", { n: write.number(customers) })}
      >
        <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,26rem),1fr))] gap-4">
          {cells.map((group) => (
            <Suggestion
              key={group.key}
              {...props}
              group={group}
              name={names(`segments.${group.segment}`)}
            />
          ))}
        </div>
      </Panel>
    </div>
  );
}

function Suggestion(props: SuggestionsViewProps & { group: FoundGroup; name: string }) {
  const { slug, found, computedAt, accepted, formats, accept, group, name } = props;
  const t = useTranslations("suggestions");
  const segment = accepted.get(group.key);
  return (
    <SuggestionCard
      {...{ name, group }}
      all={{ customers: found.customers, medians: found.medians }}
      formats={valueFormats(found.currency, formats.locale)}
    >
      {segment && (
        <p className="text-xs">
          {t("accepted")} <Link href={`/w/${slug}/segments/${segment.id}`}>{segment.name}</Link>
        </p>
      )}
      {!segment && accept && (
        <AcceptForm
          action={accept}
          hidden={{ tenant: slug, key: group.key, computedAt }}
          name={name}
        />
      )}
    </SuggestionCard>
  );
}
