import { useTranslations } from "next-intl";
import { Panel } from "#components/ui/panel.tsx";
import { formatDay } from "#lib/format/format-day.ts";
import { formatInstant } from "#lib/format/format-instant.ts";
import type { Standing, StandingFound } from "#lib/lookup/types.ts";
import { StandingFacts } from "./standing-facts.tsx";
import { TierPromise } from "./tier-promise.tsx";
import { TreatmentLines } from "./treatment-lines.tsx";

type Formats = { locale: string; timeZone: string; currency: string };
export type StandingPanelProps = { standing: StandingFound; formats: Formats };

/** The customer's tier, what it promises, and what the last run expects, as far as the role goes. */
export function StandingPanel({ standing, formats }: StandingPanelProps) {
  const t = useTranslations("tiers.standing");
  if (typeof standing === "string") {
    return (
      <Panel title={t("noRunTitle")}>
        <p className="text-xs text-muted">{t(standing === "no_run" ? "noRun" : "noScore")}</p>
      </Panel>
    );
  }
  const { cutoffOn, finishedAt, value } = standing;
  const isAhead = value === null || value.band !== null;
  const caption = t("runOn", {
    day: formatInstant(finishedAt, formats.locale, formats.timeZone),
    cutoff: formatDay(cutoffOn, formats.locale),
  });
  return (
    <Panel title={t(isAhead ? "title" : "titleSoFar")} caption={caption}>
      <div className="space-y-4">
        <StandingFacts standing={standing} locale={formats.locale} />
        <Treatment standing={standing} formats={formats} />
      </div>
    </Panel>
  );
}

function Treatment({ standing, formats }: { standing: Standing; formats: Formats }) {
  const t = useTranslations("tiers.standing");
  const { tier, tierName } = standing;
  if (!tier) return <p className="text-xs text-muted">{t("noTreatment", { tier: tierName })}</p>;
  return (
    <section className="space-y-2">
      <h3 className="text-xs font-medium text-muted">{t("treatment")}</h3>
      <TreatmentLines lines={tier.lines} />
      <TierPromise tier={tier} {...formats} />
    </section>
  );
}
