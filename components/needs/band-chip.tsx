import { useTranslations } from "next-intl";
import { Chip } from "#components/ui/chip.tsx";
import type { OpportunityBand } from "#lib/stats/opportunity.ts";

const IS_MUTED: Readonly<Record<OpportunityBand, boolean>> = {
  extreme: false,
  high: false,
  solid: false,
  served: true,
  overserved: true,
};

/** How much a need asks for attention, in a word. */
export function BandChip({ band }: { band: OpportunityBand }) {
  const t = useTranslations("needs");
  return <Chip isMuted={IS_MUTED[band]}>{t(`band_${band}`)}</Chip>;
}
