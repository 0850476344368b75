import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { formatDay } from "#lib/format/format-day.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { NO_VALUE } from "#lib/format/no-value.ts";
import type { SegmentNow } from "#lib/segments/types.ts";
import { intervalText, measureText } from "./measure-text.ts";

export type SegmentFiguresProps = {
  segment: { readonly id: string; readonly name: string };
  /** null before anything was computed of it */
  now: SegmentNow | null;
  slug: string;
  locale: string;
  /** What stands before the name: "Functional" */
  before?: string;
  /** Told at once, for the segment that a whole page is about */
  startsOpen?: boolean;
};

/** The name of a segment, which opens its size, its shares and what is known of it, each with its n and interval. */
export function SegmentFigures(props: SegmentFiguresProps) {
  const { segment, now, slug, locale, before, startsOpen = false } = props;
  const t = useTranslations("segmentation");
  return (
    <details
      open={startsOpen}
      className="group/figures min-w-0 text-2xs font-normal whitespace-normal"
    >
      <summary className="inline-flex min-h-11 max-w-full cursor-pointer list-none items-center gap-1 text-muted sm:min-h-6 [&::-webkit-details-marker]:hidden">
        {before && <span aria-hidden="true">{before} ·</span>}
        <span className="sr-only">{t("figuresOf")} </span>
        <span className="min-w-0 break-words">{segment.name}</span>
        <ChevronDown
          aria-hidden="true"
          className="size-3 shrink-0 group-open/figures:rotate-180 motion-safe:transition-transform"
        />
      </summary>
      <div className="grid gap-1 pt-1 pb-2">
        {now ? (
          <>
            <FigureList now={now} locale={locale} />
            <p className="text-muted">
              {t("figuresNote", { day: formatDay(now.computedOn, locale) })}
            </p>
          </>
        ) : (
          <p className="text-muted">{t("figuresNone")}</p>
        )}
        <p>
          <Link
            href={`/w/${slug}/segments/${segment.id}`}
            aria-label={t("figuresOpenNamed", { segment: segment.name })}
            className="inline-flex min-h-11 items-center sm:min-h-6"
          >
            {t("figuresOpen")}
          </Link>
        </p>
      </div>
    </details>
  );
}

const SHOWN = ["shareOfCustomers", "shareOfClv", "nps", "complaints", "leaving"] as const;

function FigureList({ now, locale }: { now: SegmentNow; locale: string }) {
  const t = useTranslations("segmentation");
  const formats = { currency: now.currency, locale };
  const entries = [
    { term: t("size"), value: formatNumber(now.customers, locale), beside: null },
    { term: t("figuresTier"), value: now.tier ?? NO_VALUE, beside: null },
    ...SHOWN.map((name) => {
      const measure = now.now[name];
      const words = {
        interval: intervalText(name, measure, formats),
        n: formatNumber(measure.n, locale),
      };
      return {
        term: t(`measures.${name}`),
        value: measureText(name, measure.value, formats),
        beside: t(measure.interval ? "intervalAndN" : "nOnly", words),
      };
    }),
  ];
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-0.5 tabular-nums">
      {entries.map(({ term, value, beside }) => (
        <div key={term} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-muted">{term}</dt>
          <dd className="min-w-0 break-words">
            <span className="font-medium">{value}</span>
            {beside !== null && <span className="text-muted"> {beside}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
