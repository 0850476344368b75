import { CircleX, Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import { Chip } from "#components/ui/chip.tsx";
import { daysOverdue } from "#lib/sources/overdue.ts";
import type { SourceRow } from "#lib/sources/types.ts";
import { dayInZone } from "#lib/time/index.ts";

export type RhythmProps = {
  source: Pick<SourceRow, "rhythm" | "lastImport" | "createdAt" | "isArchived" | "fetching">;
  /** YYYY-MM-DD in the workspace's time zone */
  today: string;
  timeZone: string;
};

/** How often a source is refreshed, by how much it is behind, and whether its fetches fail. */
export function Rhythm({ source, today, timeZone }: RhythmProps) {
  const t = useTranslations("sources");
  const { rhythm, lastImport, createdAt, isArchived, fetching } = source;
  const refreshedOn = dayInZone(timeZone, Date.parse(lastImport?.finishedAt ?? createdAt));
  const days = isArchived ? null : daysOverdue(rhythm, refreshedOn, today);
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
      {t(`rhythm_${rhythm}`)}
      {days !== null && days > 0 && (
        <Chip icon={<Clock />} tone="warn">
          {t("overdue", { days })}
        </Chip>
      )}
      {fetching && fetching.failures > 0 && (
        <Chip icon={<CircleX />} tone={fetching.isGivenUp ? "bad" : "warn"}>
          {t(fetching.isGivenUp ? "fetchGivenUp" : "fetchFailingChip", {
            failures: fetching.failures,
          })}
        </Chip>
      )}
    </span>
  );
}
