import { createTranslator } from "next-intl";
import segmentation from "#lib/format/messages/en/segmentation.json" with { type: "json" };
import type { SegmentUse, SegmentUseKind } from "./segment-types.ts";

/**
 * Why a segment cannot be deleted: what uses it, by number and name, and what lets it go; null where nothing does. In the words of its
 * page. That it was judged as a target keeps nothing. `uses` with their names as the reader may read them.
 *
 * Worked: of one need it is "Buyers is used by 1 need (“Be told at once”). Give each of them another segment, on its own page. It can be
 * deleted once nothing uses it. Archived, it keeps what names it."
 */
export function keptBy(name: string, uses: readonly SegmentUse[]): string | null {
  const kept = uses.flatMap(({ kind, ...use }) => (kind === "target" ? [] : [{ kind, ...use }]));
  if (kept.length === 0) return null;
  const t = words();
  const parts = LIST.format(kept.map(partText));
  const ways = new Set(kept.map(({ kind }) => t(`ways.${kind}`)));
  return [t("keptBy", { name, parts }), ...ways, t("notDeleted")].join(" ");
}

type KeptUse = Omit<SegmentUse, "kind"> & { kind: Exclude<SegmentUseKind, "target"> };

/** Numbers may back one thing twice: of evidence it is not told how many more there are. */
function partText({ kind, count, named }: KeptUse): string {
  const t = words();
  const what = t(`uses.${kind}`, { count, number: String(count) });
  const names = named.flatMap((use) => (use.name === null ? [] : [`“${use.name}”`]));
  if (kind === "evidence") return `${what} ${LIST.format(names) || t("something")}`;
  const more = count - names.length;
  if (names.length === 0) return what;
  return `${what} (${more === 0 ? LIST.format(names) : `${names.join(", ")} ${t("more", { count: String(more) })}`})`;
}

const words = () =>
  createTranslator({
    locale: "en",
    messages: { segmentation },
    namespace: "segmentation.manage",
  });

const LIST = new Intl.ListFormat("en");
