import { useTranslations } from "next-intl";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import type { ValueFormats } from "#components/value/value-formats.ts";
import { expectedSpend } from "#lib/clv/index.ts";
import type { RunDetail } from "#lib/clv-runs/index.ts";
import { minorDigits } from "#lib/format/format-money.ts";
import { formatNumber } from "#lib/format/format-number.ts";

export type SpendBandsPanelProps = { run: RunDetail; formats: ValueFormats };

type Band = NonNullable<NonNullable<RunDetail["spend"]>["bands"]>[number];

const NAMES = ["p", "q", "v"] as const;

/** The fits of amounts by band of frequency; nothing where one fit serves all. */
export function SpendBandsPanel({ run, formats }: SpendBandsPanelProps) {
  const t = useTranslations("lifetime.spendBands");
  const { spend, currency } = run;
  const bands = spend?.bands;
  if (!(spend && bands)) return null;
  const mean = (band: Band | undefined) => formats.exactMoney(meanMinor(band, currency));
  const likelihood = bands.reduce((sum, band) => sum + (band.logLikelihood ?? 0), 0);
  return (
    <Panel
      title={t("title", { first: mean(bands[0]), last: mean(bands.at(-1)) })}
      caption={t("caption", { currency, customers: formats.number(spend.customers) })}
      hasPadding={false}
      footer={
        <p className="text-2xs text-muted tabular-nums">
          {t("note", {
            pooled: formats.decimal(spend.logLikelihood),
            bands: formats.decimal(likelihood),
          })}
        </p>
      }
    >
      <Table label={t("table")}>
        <thead>
          <tr>
            <Th>{t("repeats")}</Th>
            <Th align="end">{t("customers")}</Th>
            <Th align="end">{t("mean")}</Th>
            {NAMES.map((name) => (
              <Th key={name} align="end" className="max-sm:hidden">
                <code>{name}</code>
              </Th>
            ))}
            <Th className="max-sm:hidden">{t("fit")}</Th>
          </tr>
        </thead>
        <tbody>
          {bands.map((band) => (
            <BandRow key={band.leastRepeats} band={band} mean={mean(band)} formats={formats} />
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}

type BandRowProps = { band: Band; mean: string; formats: ValueFormats };

function BandRow({ band, mean, formats }: BandRowProps) {
  const t = useTranslations("lifetime");
  const { leastRepeats: least, mostRepeats: most } = band;
  const words = most === null ? "open" : most === least ? "one" : "range";
  const digits = (value: number | null | undefined) =>
    formatNumber(value ?? null, formats.locale, { digits: 3 });
  const isFitted = band.model === "gamma_gamma";
  return (
    <tr>
      <RowTh>
        {t(`spendBands.${words}`, {
          least: formats.number(least),
          most: formats.number(most),
        })}
        <span className="block text-2xs font-normal text-muted sm:hidden">
          {t(`spendModels.${band.model}`)}
        </span>
      </RowTh>
      <Td align="end">{formats.number(band.customers)}</Td>
      <Td align="end">{mean}</Td>
      {NAMES.map((name) => (
        <Td key={name} align="end" className="max-sm:hidden">
          {digits(isFitted ? band.parameters[name] : null)}
          {isFitted && (
            <span className="block text-2xs text-muted">± {digits(band.standardErrors[name])}</span>
          )}
        </Td>
      ))}
      <Td className="max-sm:hidden">{t(`spendModels.${band.model}`)}</Td>
    </tr>
  );
}

/** What an order of somebody of whom nothing is known is expected to bring; null where a parameter is missing. */
function meanMinor(band: Band | undefined, currency: string): number | null {
  const { p, q, v } = band?.parameters ?? {};
  if (!(p && q && v)) return null;
  return expectedSpend({ p, q, v }, { repeats: 0, meanSpend: 0 }) * 10 ** minorDigits(currency);
}
