import { useTranslations } from "next-intl";
import { RunDefinition } from "#components/lifetime/run-definition.tsx";
import { SegmentLinks } from "#components/ui/segment-links.tsx";
import { valueFormats } from "#components/value/value-formats.ts";
import { bridgeAddress } from "#lib/bridge/filter.ts";
import type { LifetimeBridge } from "#lib/bridge/index.ts";
import { AcquisitionFigure } from "./acquisition-figure.tsx";
import { BridgeFigure } from "./bridge-figure.tsx";
import type { BridgeHrefs } from "./gaps-list.tsx";

export type BridgeViewProps = {
  found: LifetimeBridge;
  /** The tier whose bridge is shown; null for all customers */
  tier: number | null;
  /** Taken along to the other tiers */
  month: string;
  slug: string;
  locale: string;
  hrefs: BridgeHrefs;
};

/** The bridge of all customers or of a tier, and what it cost to win customers. */
export function BridgeView({ found, tier, month, slug, locale, hrefs }: BridgeViewProps) {
  const t = useTranslations("bridge");
  const { parts, run, value, acquisition } = found;
  const formats = valueFormats(value.currency, locale);
  const href = `/w/${slug}/value/bridge`;
  const part = parts.find((each) => each.tier === tier) ?? parts[0];
  if (!part) return null;
  return (
    <>
      <SegmentLinks
        label={t("whose")}
        links={parts.map((each) => ({
          href: href + bridgeAddress.write({ tier: String(each.tier ?? ""), month }),
          label: each.name ?? t("all"),
          isCurrent: each === part,
        }))}
      />
      <BridgeFigure
        {...{ found, part, formats, hrefs }}
        hasAcquisition={acquisition !== null}
        exportHref={`${href}/export`}
      />
      {acquisition && (
        <AcquisitionFigure
          found={acquisition}
          formats={formats}
          exportHref={`${href}/export?file=acquisition`}
        />
      )}
      <p className="text-2xs text-muted">
        <RunDefinition run={run} formats={formats} />
      </p>
    </>
  );
}
