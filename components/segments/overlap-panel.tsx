import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { ShareBar } from "#components/ui/share-bar.tsx";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";

export type OverlapPanelProps = {
  overlaps: readonly { id: string; name: string; customers: number }[];
  /** Of the segment itself */
  customers: number;
  /** Whether they are of the rule before its last change */
  isOld: boolean;
  /** "/w/alder/segments" */
  href: string;
  locale: string;
};

const MOST_SHOWN = 8;

/** Which other segments have some of the same customers. */
export function OverlapPanel(props: OverlapPanelProps) {
  const { overlaps, customers, isOld, href, locale } = props;
  const t = useTranslations("segmentation.overlap");
  const words = useTranslations("segmentation");
  const shown = overlaps.slice(0, MOST_SHOWN);
  return (
    <Panel title={t("title")} hasPadding={false}>
      {shown.length === 0 ? (
        <p className="px-4 pb-4 text-xs text-muted sm:px-5">{t("none")}</p>
      ) : (
        <>
          <ul className="grid grid-cols-[minmax(0,1fr)_2.5rem_auto_auto] divide-y divide-hairline">
            {shown.map((other) => (
              <li
                key={other.id}
                className="col-span-full grid grid-cols-subgrid items-center gap-x-2.5 px-4 text-xs sm:px-5"
              >
                <Link
                  isPlain
                  href={`${href}/${other.id}`}
                  className="flex min-h-9 min-w-0 items-center py-1.5 wrap-anywhere"
                >
                  {other.name}
                </Link>
                <ShareBar share={other.customers / Math.max(1, customers)} className="w-full" />
                <span className="text-end tabular-nums">
                  {formatNumber(other.customers, locale)}
                </span>
                <span className="text-end text-muted tabular-nums">
                  {formatPercent(other.customers / Math.max(1, customers), locale, 0)}
                </span>
              </li>
            ))}
          </ul>
          <p className="px-4 py-3 text-2xs text-muted sm:px-5">
            {isOld ? words("ofFormerRule") : t("note")}
          </p>
        </>
      )}
    </Panel>
  );
}
