import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { formatDay } from "#lib/format/format-day.ts";
import type { CustomerSegment } from "#lib/segments/index.ts";

export type SegmentsPanelProps = {
  segments: readonly CustomerSegment[];
  /** "/w/alder/segments" */
  href: string;
  locale: string;
};

/** The segments that a customer is in, and was in, with their days; nothing where there is none. */
export function SegmentsPanel({ segments, href, locale }: SegmentsPanelProps) {
  const t = useTranslations("customers.segments");
  if (segments.length === 0) return null;
  return (
    <Panel title={t("title")}>
      <ul className="grid gap-2">
        {segments.map(({ id, name, from, to }) => (
          <li key={`${id} ${from}`} className={to === null ? undefined : "text-muted"}>
            <Link href={`${href}/${id}`} className="inline-flex min-h-6 items-center break-words">
              {name}
            </Link>
            <span className="block text-xs text-muted">
              {to === null
                ? t("since", { from: formatDay(from, locale) })
                : t("until", { from: formatDay(from, locale), to: formatDay(to, locale) })}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
