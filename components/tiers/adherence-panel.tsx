import { useTranslations } from "next-intl";
import { Figure } from "#components/charts/figure.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { formatInterval } from "#lib/format/format-interval.ts";
import { formatMoney } from "#lib/format/format-money.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import { wilsonInterval } from "#lib/stats/wilson-interval.ts";
import type { KeptPromise, PolicyAdherence, TierFloor } from "#lib/tiers/types.ts";

export type AdherencePanelProps = {
  adherence: PolicyAdherence;
  floor: TierFloor;
  exportHref: string;
  formats: { locale: string; currency: string };
};

/** What each tier was promised and what was kept, then the floor; what nothing is recorded of says so. */
export function AdherencePanel({ adherence, floor, exportHref, formats }: AdherencePanelProps) {
  const t = useTranslations("tiers");
  const { tiers, hasCalendar } = adherence;
  const { locale } = formats;
  return (
    <Figure
      title={<AdherenceFinding tiers={tiers} locale={locale} />}
      caption={`${t("adherenceCaption")} ${t(hasCalendar ? "openingHours" : "allHours")}`}
      exportHref={exportHref}
      hasPadding={false}
    >
      <Table label={t("adherenceTable")}>
        <thead>
          <tr>
            <Th>{t("adherenceTier")}</Th>
            <Th align="end" className="max-sm:hidden">
              {t("promise")}
            </Th>
            <Th align="end">{t("closed")}</Th>
            <Th align="end">{t("within")}</Th>
            <Th align="end" className="max-sm:hidden">
              {t("interval95")}
            </Th>
            <Th align="end">{t("late")}</Th>
          </tr>
        </thead>
        <tbody>
          {tiers.map((row) => (
            <KeptRow key={row.name} name={row.name} row={row} locale={locale} />
          ))}
          <KeptRow name={t("everybody")} row={adherence.floor} locale={locale} />
        </tbody>
      </Table>
      <Unrecorded floor={floor} formats={formats} />
    </Figure>
  );
}

function AdherenceFinding({ tiers, locale }: { tiers: readonly KeptPromise[]; locale: string }) {
  const t = useTranslations("tiers");
  const sumOf = (key: "closed" | "within") => tiers.reduce((sum, row) => sum + row[key], 0);
  if (tiers.length === 0) return t("noTiersYet");
  const [within, closed] = [sumOf("within"), sumOf("closed")];
  if (closed === 0) return t("noAdherence");
  const percent = (value: number) => formatPercent(value, locale, 0);
  return t("adherenceFinding", {
    within: formatNumber(within, locale),
    closed: formatNumber(closed, locale),
    share: percent(within / closed),
    interval: formatInterval(wilsonInterval(within, closed), percent),
  });
}

type KeptRowProps = { name: string; row: KeptPromise; locale: string };

function KeptRow({ name, row, locale }: KeptRowProps) {
  const t = useTranslations("tiers");
  const { promisedHours, closed, within, late, interval } = row;
  const percent = (value: number) => formatPercent(value, locale, 0);
  const promise = t("promiseHours", { count: promisedHours });
  return (
    <tr>
      <RowTh>
        {name}
        <span className="block text-2xs font-normal text-muted sm:hidden">{promise}</span>
      </RowTh>
      <Td align="end" className="max-sm:hidden">
        {promise}
      </Td>
      <Td align="end">{formatNumber(closed, locale)}</Td>
      <Td align="end">
        {formatPercent(closed === 0 ? null : within / closed, locale, 0)}
        <span className="block text-2xs text-muted sm:hidden">
          {formatInterval(interval, percent)}
        </span>
      </Td>
      <Td align="end" className="max-sm:hidden">
        {formatInterval(interval, percent)}
      </Td>
      <Td align="end">{formatNumber(late, locale)}</Td>
    </tr>
  );
}

/** Promises of the floor that nothing is stored of, by name. */
function Unrecorded({ floor, formats }: Pick<AdherencePanelProps, "floor" | "formats">) {
  const t = useTranslations("tiers");
  const least = formatMoney(floor.leastGoodwillMinor, formats.currency, formats.locale);
  return (
    <ul className="list-disc space-y-1 py-3 ps-8 pe-4 text-2xs text-muted">
      <li>{t("goodwillUnrecorded", { least })}</li>
      <li>{t("asksUnrecorded", { count: floor.mostAsksPerQuarter })}</li>
    </ul>
  );
}
