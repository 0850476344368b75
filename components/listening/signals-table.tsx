import { useTranslations } from "next-intl";
import { Chip } from "#components/ui/chip.tsx";
import { Link } from "#components/ui/link.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { formatDay } from "#lib/format/format-day.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { SignalListRow } from "#lib/signals/types.ts";

export type SignalsTableProps = {
  signals: readonly SignalListRow[];
  slug: string;
  locale: string;
  /** On a customer's own page: who said it is told elsewhere */
  isOfOne?: boolean;
};

/** What was said: when, to which question, the answer, by whom and where. */
export function SignalsTable({ signals, isOfOne = false, ...row }: SignalsTableProps) {
  const t = useTranslations("listening");
  return (
    <Table label={t("tableLabel")} isList={!isOfOne}>
      <thead>
        <tr>
          <Th>{t("columnWhat")}</Th>
          <Th align="end">{t("columnScore")}</Th>
          <Th className="max-sm:hidden">{t("columnWhen")}</Th>
          {!isOfOne && <Th className="max-sm:hidden">{t("columnWho")}</Th>}
          <Th className="max-sm:hidden">{t("columnWhere")}</Th>
          <Th className="max-sm:hidden">{t("columnSource")}</Th>
        </tr>
      </thead>
      <tbody>
        {signals.map((signal) => (
          <SignalRow key={signal.id} signal={signal} isOfOne={isOfOne} {...row} />
        ))}
      </tbody>
    </Table>
  );
}

type SignalRowProps = Pick<SignalsTableProps, "slug" | "locale" | "isOfOne"> & {
  signal: SignalListRow;
};

function SignalRow({ signal, slug, locale, isOfOne }: SignalRowProps) {
  const t = useTranslations("listening");
  const { question, body, metric, occurredOn, audience, touchpoint, department, channel } = signal;
  const places = [touchpoint, channel, department].filter((place) => place !== null);
  return (
    <tr>
      <RowTh>
        <span className="block min-w-44 max-w-120 py-1 font-normal">
          {body !== null && <span className="line-clamp-3 whitespace-pre-line">{body}</span>}
          {question !== null && (
            <span className={body === null ? "line-clamp-2" : "line-clamp-2 text-xs text-muted"}>
              {question}
            </span>
          )}
          {body === null && question === null && t("scoreOnly")}
        </span>
      </RowTh>
      <Td align="end" className="whitespace-nowrap">
        <Score signal={signal} locale={locale} />
        {metric && <span className="block text-2xs text-muted">{t(`metric_${metric}`)}</span>}
        <span className="block text-2xs text-muted sm:hidden">{formatDay(occurredOn, locale)}</span>
      </Td>
      <Td className="whitespace-nowrap text-muted max-sm:hidden">
        {formatDay(occurredOn, locale)}
      </Td>
      {!isOfOne && (
        <Td className="whitespace-nowrap max-sm:hidden">
          {audience === "employee" ? (
            <Chip isMuted>{t("audience_employee")}</Chip>
          ) : (
            <Who signal={signal} slug={slug} />
          )}
        </Td>
      )}
      <Td className="text-muted max-sm:hidden">{places.length > 0 ? places.join(" · ") : "–"}</Td>
      <Td className="text-muted max-sm:hidden">{signal.source}</Td>
    </tr>
  );
}

function Score({ signal: { score, scale }, locale }: Pick<SignalRowProps, "signal" | "locale">) {
  const t = useTranslations("listening");
  if (score === null || scale === null) return "–";
  return t("scoreOf", {
    score: formatNumber(score, locale),
    min: formatNumber(scale.min, locale),
    max: formatNumber(scale.max, locale),
  });
}

function Who({ signal: { customer }, slug }: Pick<SignalRowProps, "signal" | "slug">) {
  if (!customer) return "–";
  return <Link href={`/w/${slug}/customers/${customer.id}`}>{customer.number}</Link>;
}
