import { Clock, Package } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "#lib/class-names.ts";
import { formatDay } from "#lib/format/format-day.ts";
import type { CardComplaint } from "#lib/lookup/types.ts";

export type CardComplaintsProps = { complaints: readonly CardComplaint[]; locale: string };

const HOURS_A_DAY = 24;
/** From here on lateness is told in days. */
const MOST_HOURS = 48;
const SOON_HOURS = 4;

/** What the customer still waits for, with the clock of the tier's promise. */
export function CardComplaints({ complaints, locale }: CardComplaintsProps) {
  const t = useTranslations("lookup");
  return (
    <section className="space-y-2">
      <h2>{t("complaints")}</h2>
      {complaints.length === 0 && <p className="text-muted">{t("noComplaints")}</p>}
      <ul className="space-y-2">
        {complaints.map(({ id, number, subject, receivedOn, hoursLeft }) => (
          <li
            key={id}
            className="flex items-center gap-3 rounded-md border border-hairline bg-surface p-3"
          >
            <Package className="shrink-0 text-muted" />
            <span className="min-w-0 flex-1">
              <span className="block font-medium break-words">{subject ?? t("noSubject")}</span>
              <span className="block truncate text-xs text-muted">
                {t("complaintOf", { number, day: formatDay(receivedOn, locale) })}
              </span>
            </span>
            {hoursLeft !== null && <PromiseClock hoursLeft={hoursLeft} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function PromiseClock({ hoursLeft }: { hoursLeft: number }) {
  const t = useTranslations("lookup");
  const late = -hoursLeft;
  const words =
    late <= 0
      ? t("hoursLeft", { count: hoursLeft })
      : late < MOST_HOURS
        ? t("hoursLate", { count: late })
        : t("daysLate", { count: Math.floor(late / HOURS_A_DAY) });
  const tone = late > 0 ? "text-bad" : hoursLeft < SOON_HOURS ? "text-warn" : "text-muted";
  return (
    <span className={cx("flex shrink-0 items-center gap-1.5 font-medium tabular-nums", tone)}>
      <Clock />
      {words}
    </span>
  );
}
