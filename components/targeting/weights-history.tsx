import { useTranslations } from "next-intl";
import type { WeightsVersion } from "#lib/segments/targeting/types.ts";
import { type RestoreVersion, VersionHistory } from "./version-history.tsx";

export type WeightsHistoryProps = {
  versions: readonly WeightsVersion[];
  restore: RestoreVersion | null;
  formats: { locale: string; timeZone: string };
};

/** How the factors of the targeting score counted over time. */
export function WeightsHistory({ versions, restore, formats }: WeightsHistoryProps) {
  const t = useTranslations("targeting");
  return (
    <VersionHistory
      title={t("history.weightsTitle", { count: versions.length })}
      labelOf={(factor) => t(`factors.${factor}`)}
      {...{ versions, restore, ...formats }}
    />
  );
}
