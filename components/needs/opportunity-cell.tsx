import { useTranslations } from "next-intl";
import { IntervalWhisker } from "#components/ui/interval-whisker.tsx";
import type { MeasuredNeed } from "#lib/needs/types.ts";
import { BandChip } from "./band-chip.tsx";
import { leastAnswers } from "./least-answers.ts";
import type { NeedFormats } from "./need-formats.ts";

export type OpportunityCellProps = {
  measured: Pick<MeasuredNeed, "importance" | "satisfaction" | "opportunity">;
  formats: NeedFormats;
};

const MOST_SCORE = 20;

/** The score with its interval and band, on a phone with its n too; "–" until both sides are measured. */
export function OpportunityCell({ measured, formats }: OpportunityCellProps) {
  const t = useTranslations("needs");
  const { opportunity } = measured;
  if (!opportunity) return "–";
  const { score, band, interval } = opportunity;
  const words = { score: formats.score(score), interval: formats.scoreInterval(interval) };
  return (
    <span className="inline-flex flex-col items-end gap-0.5 py-1">
      <span className="flex items-center gap-2">
        <BandChip band={band} />
        <span className="font-medium tabular-nums">{words.score}</span>
      </span>
      <IntervalWhisker
        value={score}
        low={interval[0]}
        high={interval[1]}
        scale={[0, MOST_SCORE]}
        label={t("scoreLabel", words)}
        width={96}
      />
      <span className="text-2xs whitespace-nowrap text-muted tabular-nums">{words.interval}</span>
      <span className="text-2xs whitespace-nowrap text-muted tabular-nums sm:hidden">
        {t("answersN", { n: formats.number(leastAnswers(measured)) })}
      </span>
    </span>
  );
}
