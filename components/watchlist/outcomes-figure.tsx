import { useTranslations } from "next-intl";
import { DataRows } from "#components/charts/data-rows.tsx";
import { Figure } from "#components/charts/figure.tsx";
import { Table } from "#components/ui/table.tsx";
import type { ValueFormats } from "#components/value/value-formats.ts";
import type { OutcomeShare } from "#lib/defection/types.ts";

export type OutcomesFigureProps = {
  closed: number;
  open: number;
  shares: readonly OutcomeShare[];
  formats: ValueFormats;
  exportHref: string;
};

/** What became of closed cases. */
export function OutcomesFigure({ closed, open, shares, formats, exportHref }: OutcomesFigureProps) {
  const t = useTranslations("watchlist.calibration");
  const states = useTranslations("watchlist.states");
  const { number, wholeShare, shareInterval } = formats;
  const saved = shares.find(({ outcome }) => outcome === "saved");
  return (
    <Figure
      title={
        saved?.share == null
          ? t("outcomeFew", { closed })
          : t("outcomeFinding", {
              share: wholeShare(saved.share),
              interval: shareInterval(saved.interval),
              closed: number(closed),
            })
      }
      caption={t("outcomeCaption", { closed: number(closed), open })}
      exportHref={`${exportHref}?part=outcomes`}
      hasPadding={false}
    >
      <Table label={t("outcomeTable")}>
        <DataRows
          head={[t("outcome"), t("cases"), t("share"), t("interval")]}
          rows={shares.map(({ outcome, count, share, interval }) => ({
            key: outcome,
            cells: [states(outcome), number(count), wholeShare(share), shareInterval(interval)],
          }))}
        />
      </Table>
      <p className="px-4 pt-3 pb-4 text-2xs text-muted sm:px-5">{t("noCause")}</p>
    </Figure>
  );
}
