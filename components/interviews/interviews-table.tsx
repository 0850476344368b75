import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { formatDay } from "#lib/format/format-day.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { InterviewRow } from "#lib/interviews/types.ts";

export type InterviewsTableProps = {
  interviews: readonly InterviewRow[];
  slug: string;
  locale: string;
};

/** Talks with customers: when, with whom, and how much came out of them. */
export function InterviewsTable({ interviews, slug, locale }: InterviewsTableProps) {
  const t = useTranslations("personae");
  return (
    <Table label={t("interviewsLabel")} isList>
      <thead>
        <tr>
          <Th>{t("interviewTitle")}</Th>
          <Th>{t("heldOn")}</Th>
          <Th className="max-sm:hidden">{t("segment")}</Th>
          <Th className="max-sm:hidden">{t("customer")}</Th>
          <Th align="end">{t("columnPieces")}</Th>
        </tr>
      </thead>
      <tbody>
        {interviews.map(({ id, title, heldOn, segment, customer, pieces }) => (
          <tr key={id}>
            <RowTh>
              <Link
                href={`/w/${slug}/personae/interviews/${id}`}
                isPlain
                className="inline-block min-w-32 py-1 wrap-anywhere whitespace-normal"
              >
                {title ?? t("titleGone")}
              </Link>
            </RowTh>
            <Td className="whitespace-nowrap text-muted">{formatDay(heldOn, locale)}</Td>
            <Td className="text-muted max-sm:hidden">{segment?.name ?? "–"}</Td>
            <Td className="max-sm:hidden">
              {customer ? (
                <Link href={`/w/${slug}/customers/${customer.id}`}>{customer.number}</Link>
              ) : (
                "–"
              )}
            </Td>
            <Td align="end">{formatNumber(pieces, locale)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
