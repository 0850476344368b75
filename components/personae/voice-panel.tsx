import { useTranslations } from "next-intl";
import { SignalsTable, type SignalsTableProps } from "#components/listening/signals-table.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { Named } from "#lib/personae/types.ts";
import { signalsAddress } from "#lib/signals/filter.ts";

export type VoicePanelProps = Pick<SignalsTableProps, "signals" | "slug" | "locale"> & {
  segment: Named;
  /** What keeps it from the reader: they may not read feedback at all, or not be told who is in the segment; null for nothing */
  hidden: "feedback" | "members" | null;
};

const CUSTOMERS = ["customer"] as const;
const SAID = ["with"] as const;

/** The newest of what the customers of a persona's segment said. */
export function VoicePanel({ segment, signals, slug, locale, hidden }: VoicePanelProps) {
  const t = useTranslations("personae");
  if (hidden)
    return (
      <EmptyState
        kind="no-permission"
        title={t(`voiceHidden_${hidden}`, { segment: segment.name })}
        isSmall
        level={2}
      >
        {t(`voiceHiddenText_${hidden}`)}
      </EmptyState>
    );
  const theirs = {
    ...signalsAddress.usual,
    segments: [segment.id],
    audiences: CUSTOMERS,
    words: SAID,
  };
  const all = (
    <ButtonLink href={`/w/${slug}/listening${signalsAddress.write(theirs)}`}>
      {t("voiceAll")}
    </ButtonLink>
  );
  if (signals.length === 0)
    return (
      <EmptyState
        kind="nothing-yet"
        title={t("voiceEmpty", { segment: segment.name })}
        actions={all}
        isSmall
        level={2}
      >
        {t("voiceEmptyText")}
      </EmptyState>
    );
  return (
    <Panel
      title={t("voiceTitle", { segment: segment.name })}
      caption={t("voiceCaption", { count: signals.length })}
      actions={all}
      hasPadding={false}
    >
      <SignalsTable signals={signals} slug={slug} locale={locale} />
    </Panel>
  );
}
