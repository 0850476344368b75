import { useTranslations } from "next-intl";
import { Panel } from "#components/ui/panel.tsx";
import type { TargetRow } from "#lib/segments/targeting/types.ts";

/** What was said of a segment as a target, for those who may only read. */
export function TargetNotesList({ row }: { row: TargetRow }) {
  const t = useTranslations("targeting");
  const { rank, rankWhy, notWhy } = row;
  if (rank === null && notWhy === null)
    return <p className="text-xs text-muted">{t("nothingSaid")}</p>;
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(min(24rem,100%),1fr))] gap-4">
      {rank !== null && (
        <Panel title={t("rankTitle")} caption={String(rank)}>
          <p className="break-words">{rankWhy}</p>
        </Panel>
      )}
      {notWhy !== null && (
        <Panel title={t("declineTitle")}>
          <p className="break-words">{notWhy}</p>
        </Panel>
      )}
    </div>
  );
}
