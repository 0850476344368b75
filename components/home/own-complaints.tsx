import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import type { OpenComplaints } from "#lib/complaints/types.ts";
import { formatDay } from "#lib/format/format-day.ts";
import { formatNumber } from "#lib/format/format-number.ts";

export type OwnComplaintsProps = {
  complaints: OpenComplaints;
  departments: string;
  slug: string;
  locale: string;
};

/** What customers of one's departments wait for, the oldest first. */
export function OwnComplaints({ complaints, departments, slug, locale }: OwnComplaintsProps) {
  const t = useTranslations("home");
  const { count, oldest } = complaints;
  const title = t("complaintsTitle", {
    count,
    complaints: formatNumber(count, locale),
    days: formatNumber(oldest[0]?.days ?? 0, locale),
  });
  return (
    <Panel
      title={title}
      caption={t("complaintsCaption", {
        departments,
        shown: oldest.length < count ? oldest.length : 0,
      })}
      hasPadding={false}
      actions={
        <ButtonLink href={`/w/${slug}/data/records/complaints`} variant="quiet" size="sm">
          {t("allComplaints")}
        </ButtonLink>
      }
    >
      {oldest.length > 0 && (
        <Table label={title}>
          <thead>
            <tr>
              <Th>{t("complaint")}</Th>
              <Th className="max-sm:hidden">{t("department")}</Th>
              <Th align="end">{t("waits")}</Th>
            </tr>
          </thead>
          <tbody>
            {oldest.map(({ id, subject, department, status, receivedOn, days }) => (
              <tr key={id}>
                <RowTh className="py-1.5 leading-4">
                  <Link
                    href={`/w/${slug}/data/complaints/${id}`}
                    isPlain
                    className="-my-1 inline-block py-1 wrap-anywhere max-sm:-my-3.5 max-sm:py-3.5"
                  >
                    <span className="line-clamp-2">{subject ?? t("noSubject")}</span>
                  </Link>
                  <span className="block text-2xs font-normal text-muted">
                    {formatDay(receivedOn, locale)}
                    {status !== null && ` · ${status}`}
                    <span className="sm:hidden"> · {department}</span>
                  </span>
                </RowTh>
                <Td className="max-sm:hidden">{department}</Td>
                <Td align="end" className="whitespace-nowrap">
                  {t("days", { count: days, days: formatNumber(days, locale) })}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  );
}
