import { useTranslations } from "next-intl";
import type { ValueFormats } from "#components/value/value-formats.ts";
import type { Bridge, BridgeTerm } from "#lib/bridge/types.ts";

export type BridgeFindingProps = { bridge: Bridge; formats: ValueFormats };

/** What serving takes of margin and how much is still to come, as far as either is known. */
export function BridgeFinding({ bridge, formats }: BridgeFindingProps) {
  const t = useTranslations("bridge.finding");
  const { service, ahead, kept } = sharesOf(bridge);
  const words = { service: formats.wholeShare(service), ahead: formats.wholeShare(ahead) };
  if (service !== null && ahead !== null) return t("whole", words);
  if (ahead !== null) return t("ahead", words);
  if (service !== null) return t("served", words);
  if (kept !== null) return t("kept", { kept: formats.wholeShare(kept) });
  return t("revenue", { total: formats.money(amountOf(bridge, "earned")) });
}

/** Shares that are between nothing and all of it; others say nothing. */
function sharesOf(bridge: Bridge) {
  const at = (term: BridgeTerm) => amountOf(bridge, term);
  const [ordered, returns, goods] = [at("ordered") ?? 0, at("returns") ?? 0, at("goods")];
  const margin = goods === null ? null : ordered + returns + goods;
  const service = at("service");
  return {
    service: shareOf(service === null ? null : -service, margin),
    ahead: shareOf(at("expected"), at("lifetime")),
    kept: shareOf(margin, ordered + returns),
  };
}

function shareOf(part: number | null, whole: number | null): number | null {
  if (part === null || whole === null || whole <= 0 || part < 0 || part > whole) return null;
  return part / whole;
}

function amountOf({ steps }: Bridge, wanted: BridgeTerm): number | null {
  return steps.find(({ term }) => term === wanted)?.amountMinor ?? null;
}
