import { useTranslations } from "next-intl";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { formatMoney } from "#lib/format/format-money.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import type { Tier, TierPolicy } from "#lib/tiers/types.ts";
import { TreatmentLines } from "./treatment-lines.tsx";

export type PolicyListProps = {
  policy: TierPolicy;
  tierNotes: readonly string[];
  currency: string;
  locale: string;
};

/** The policy for those who may read it. */
export function PolicyList({ policy, tierNotes, currency, locale }: PolicyListProps) {
  const t = useTranslations("tiers");
  const { tiers, floor, cutBy } = policy;
  return (
    <>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {tiers.map((tier, index) => (
          <Panel key={tier.name} title={tier.name} caption={tierNotes[index]}>
            <TierFacts {...{ tier, currency, locale }} basis={t(`cutBys.${cutBy}`)} />
          </Panel>
        ))}
      </div>
      <Panel title={t("floor")} caption={t("floorCaption")}>
        <DefinitionList
          entries={[
            {
              term: t("slowestResponse"),
              value: t("hoursText", { count: floor.slowestResponseHours }),
            },
            {
              term: t("leastGoodwill"),
              value: formatMoney(floor.leastGoodwillMinor, currency, locale),
            },
            { term: t("mostAsks"), value: t("asksText", { count: floor.mostAsksPerQuarter }) },
          ]}
        />
      </Panel>
    </>
  );
}

type TierFactsProps = { tier: Tier; basis: string; currency: string; locale: string };

function TierFacts({ tier, basis, currency, locale }: TierFactsProps) {
  const t = useTranslations("tiers");
  const { share, responseHours, goodwillLimitMinor, channel, isCalledBack, asksPerQuarter } = tier;
  return (
    <div className="space-y-4">
      <DefinitionList
        entries={[
          {
            term: basis,
            value:
              share === null ? t("rest") : t("first", { share: formatPercent(share, locale, 0) }),
          },
          { term: t("response"), value: t("hoursText", { count: responseHours }) },
          { term: t("goodwill"), value: formatMoney(goodwillLimitMinor, currency, locale) },
          { term: t("channel"), value: t(`channels.${channel}`) },
          { term: t("callback"), value: t(isCalledBack ? "yes" : "no") },
          { term: t("asks"), value: t("asksText", { count: asksPerQuarter }) },
        ]}
      />
      <TreatmentLines lines={tier.lines} />
    </div>
  );
}
