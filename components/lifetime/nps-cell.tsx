import { useTranslations } from "next-intl";
import { Td } from "#components/ui/table.tsx";
import type { ValueFormats } from "#components/value/value-formats.ts";
import { formatInterval } from "#lib/format/format-interval.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { SegmentNps } from "#lib/signals/index.ts";

export type NpsCellProps = { nps: SegmentNps | null; formats: ValueFormats };

/** The score, its reach, and how many answered. */
export function NpsCell({ nps, formats }: NpsCellProps) {
  const t = useTranslations("lifetime");
  const score = formatNumber(nps?.nps ?? null, formats.locale, { isSigned: true });
  return (
    <Td align="end" className="whitespace-nowrap max-sm:hidden">
      <span className="font-medium in-[tfoot]:font-semibold">{score}</span>
      {nps && (
        <span className="block text-2xs font-normal text-muted">
          {t(nps.interval ? "segments.npsReach" : "segments.npsFew", {
            interval: formatInterval(nps.interval, (bound) =>
              formatNumber(bound, formats.locale, { isSigned: true }),
            ),
            n: formats.number(nps.n),
          })}
        </span>
      )}
    </Td>
  );
}
