import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ShownRun } from "#lib/clv-runs/index.ts";
import { formatDay } from "#lib/format/format-day.ts";
import { formatMonth } from "#lib/format/format-month.ts";

export type MonthNoticeProps = {
  shown: ShownRun;
  /** Whether the view leaves out what is known as of today only */
  isPart?: boolean;
  /** As the address has it, "" for the latest */
  month: string;
  /** The address of the latest */
  href: string;
  locale: string;
};

/** That a run of the past is shown, or that there is none of the month that was asked for; nothing otherwise. */
export function MonthNotice({ shown, isPart = false, month, href, locale }: MonthNoticeProps) {
  const t = useTranslations("lifetime.month");
  const { run, months, isPast } = shown;
  const cutoffOn = run?.cutoffOn ?? null;
  if (isPast && cutoffOn !== null)
    return (
      <Notice tone="info">
        {t("past", {
          month: formatMonth(cutoffOn.slice(0, 7), locale),
          day: formatDay(cutoffOn, locale),
        })}{" "}
        {isPart && <>{t("leftOut")} </>}
        <Link href={href}>{t("backToLatest")}</Link>
      </Notice>
    );
  if (run === null || month === "" || month === months[0]?.month) return null;
  return <Notice tone="warn">{t("none", { text: month })}</Notice>;
}
