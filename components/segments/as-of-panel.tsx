import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { fieldBox } from "#components/ui/field-style.ts";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { formatDay } from "#lib/format/format-day.ts";
import { type PastDay, quarterEnds } from "#lib/segments/past-day.ts";
import type { SegmentDetail } from "#lib/segments/segment-types.ts";

export type AsOfPanelProps = {
  segment: SegmentDetail;
  day: PastDay;
  /** "/w/alder/segments/<id>" */
  href: string;
  locale: string;
};

const MOST_QUARTERS = 4;
const ID = "segment-as-of";

/** Which day a segment is shown as of: any since its figures began, the ends of quarters at hand. */
export function AsOfPanel({ segment, day, href, locale }: AsOfPanelProps) {
  const t = useTranslations("segmentation.asOf");
  const { history } = segment;
  const [first, last] = [history.at(0), history.at(-1)];
  if (!(first && last)) return null;
  const quarters = quarterEnds(first.day, last.day, MOST_QUARTERS);
  return (
    <div className="no-print grid gap-2">
      <form method="get" action={href} className="flex flex-wrap items-center gap-2">
        <label htmlFor={ID} className="text-xs text-muted">
          {t("label")}
        </label>
        <input
          id={ID}
          key={day.onDay}
          type="date"
          name="asOf"
          defaultValue={day.onDay ?? day.unread ?? last.day}
          aria-invalid={day.unread !== null || undefined}
          className={fieldBox("md", "w-auto! text-xs!")}
        />
        <Button type="submit">{t("show")}</Button>
        {quarters.map((end) => (
          <Link key={end} href={`${href}?asOf=${end}`}>
            {formatDay(end, locale)}
          </Link>
        ))}
        {day.onDay !== null && <Link href={href}>{t("now")}</Link>}
      </form>
      <AsOfNotice {...{ segment, day, locale }} />
    </div>
  );
}

function AsOfNotice({ segment, day, locale }: Omit<AsOfPanelProps, "href">) {
  const t = useTranslations("segmentation.asOf");
  const { basis, sums, history, figureRuleVersion } = segment;
  if (day.unread !== null) return <Notice tone="warn">{t("unread", { asked: day.unread })}</Notice>;
  if (day.onDay === null) return null;
  const asked = formatDay(day.onDay, locale);
  if (!(basis && sums))
    return (
      <Notice tone="warn">
        {t("none", { day: asked, first: formatDay(history.at(0)?.day ?? day.onDay, locale) })}
      </Notice>
    );
  return (
    <Notice tone="info">
      {t("shown", {
        day: asked,
        computed: formatDay(basis.computedOn, locale),
        isSame: basis.computedOn === day.onDay ? "yes" : "no",
        hasRule: figureRuleVersion === null ? "no" : "yes",
        version: figureRuleVersion ?? 0,
      })}
    </Notice>
  );
}
