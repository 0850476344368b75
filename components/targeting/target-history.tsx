import { useTranslations } from "next-intl";
import type { TargetPart, TargetVersion } from "#lib/segments/targeting/types.ts";
import { type RestoreVersion, VersionHistory } from "./version-history.tsx";

export type TargetHistoryProps = {
  versions: readonly TargetVersion[];
  restore: RestoreVersion | null;
  formats: { locale: string; timeZone: string };
};

/** What was said of a segment as a target over time. */
export function TargetHistory({ versions, restore, formats }: TargetHistoryProps) {
  const t = useTranslations("targeting");
  const labels: Readonly<Record<TargetPart, string>> = {
    fit: t("factors.fit"),
    capacity: t("factors.capacity"),
    competency: t("factors.competency"),
    rank: t("rankTitle"),
    rankWhy: t("rankWhy"),
    notWhy: t("declineTitle"),
  };
  return (
    <VersionHistory
      title={t("history.targetTitle", { count: versions.length })}
      labelOf={(part) => labels[part]}
      {...{ versions, restore, ...formats }}
    />
  );
}
