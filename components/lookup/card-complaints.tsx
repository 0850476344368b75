import { Package } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { formatDay } from "#lib/format/format-day.ts";
import type { CardComplaint } from "#lib/lookup/types.ts";
import { PromiseClock } from "./promise-clock.tsx";

export type CardComplaintsProps = {
  complaints: readonly CardComplaint[];
  /** Whether clocks stand still while the workspace is closed */
  hasCalendar: boolean;
  /** Where each has its page; null for those who may not read them all */
  href: string | null;
  locale: string;
};

/** What the customer still waits for, with the clock of the tier's promise. */
export function CardComplaints(props: CardComplaintsProps) {
  const { complaints, hasCalendar, href, locale } = props;
  const t = useTranslations("lookup");
  const hasClock = hasCalendar && complaints.some(({ hoursLeft }) => hoursLeft !== null);
  return (
    <section className="space-y-2">
      {complaints.length === 0 ? (
        <>
          <h2 className="sr-only">{t("complaints")}</h2>
          <p className="text-muted">{t("noComplaints")}</p>
        </>
      ) : (
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h2>{t("complaints")}</h2>
          {hasClock && <p className="text-xs text-muted">{t("openingHours")}</p>}
        </div>
      )}
      <ul className="space-y-2">
        {complaints.map(({ id, number, subject, receivedOn, hoursLeft }) => (
          <li
            key={id}
            className="flex items-center gap-3 rounded-md border border-hairline bg-surface p-3"
          >
            <Package className="shrink-0 text-muted" />
            <span className="min-w-0 flex-1">
              <span className="block font-medium break-words">
                {href === null ? (
                  (subject ?? t("noSubject"))
                ) : (
                  <Link
                    href={`${href}/${id}`}
                    className="-my-2.5 block py-2.5 sm:-my-0.5 sm:py-0.5"
                  >
                    {subject ?? t("noSubject")}
                  </Link>
                )}
              </span>
              <span className="block text-xs break-words text-muted">
                {number === null
                  ? t("complaintSince", { day: formatDay(receivedOn, locale) })
                  : t("complaintOf", { number, day: formatDay(receivedOn, locale) })}
              </span>
            </span>
            {hoursLeft !== null && <PromiseClock hoursLeft={hoursLeft} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
