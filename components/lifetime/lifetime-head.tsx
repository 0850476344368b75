import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { valueFormats } from "#components/value/value-formats.ts";
import { ValueWaiting } from "#components/value/value-waiting.tsx";
import type { LifetimeOverview } from "#lib/clv-runs/index.ts";
import { runMonthAddress } from "#lib/clv-runs/run-month.ts";
import { DoubtWords } from "./doubts-list.tsx";
import { LifetimeKpis } from "./lifetime-kpis.tsx";
import { RunDoubts } from "./run-doubts.tsx";
import type { StartRunAction } from "./run-form.tsx";
import { StartRunPanel } from "./start-run-panel.tsx";

export type LifetimeHeadProps = {
  lifetime: LifetimeOverview;
  tenant: string;
  /** The workspace's, 0..1 */
  marginRate: number | null;
  locale: string;
  /** null for those who may not start a run */
  startRun: StartRunAction | null;
};

/** The four numbers of the run that is shown, the form where there is none yet, and what goes on now. */
export function LifetimeHead(props: LifetimeHeadProps) {
  const { lifetime, tenant, marginRate, locale, startRun } = props;
  const { run, former, course } = lifetime;
  const waiting = lifetime.isPast ? null : lifetime.waiting;
  const which = lifetime.isPast ? "past" : "last";
  const base = `/w/${tenant}/value`;
  const href = `${base}/runs`;
  return (
    <>
      {waiting && (
        <WaitingNote percent={waiting.percent} href={`${href}/${waiting.id}`} isFirst={!run} />
      )}
      {!(run || waiting) && <StartRunPanel {...{ tenant, marginRate, locale }} action={startRun} />}
      {run?.status === "refused" && (
        <RefusalNote {...{ run, locale, href, which }} help={`${base}/help`} />
      )}
      {run?.status === "succeeded" && run.model === "historic" && (
        <HistoricNote href={`${href}/${run.id}`} which={which} />
      )}
      {run && run.model !== "historic" && (
        <>
          <RunDoubts {...{ run, locale, base }} />
          <LifetimeKpis
            {...{ run, former, course }}
            formats={valueFormats(run.currency, locale)}
            base={base}
            query={runMonthAddress.write({ month: monthOf(lifetime) })}
          />
        </>
      )}
    </>
  );
}

/** As an address has it; "" for the latest. */
function monthOf({ run, isPast }: LifetimeOverview): string {
  return isPast ? (run?.cutoffOn?.slice(0, 7) ?? "") : "";
}

type WaitingNoteProps = { percent: number; href: string; isFirst: boolean };

function WaitingNote({ percent, href, isFirst }: WaitingNoteProps) {
  const t = useTranslations("lifetime");
  return (
    <Notice tone="info">
      {t(isFirst ? "waitingFirst" : "waitingNote", { percent: String(percent) })}{" "}
      <Link href={href}>{t("seeProgress")}</Link>
      <ValueWaiting />
    </Notice>
  );
}

/** Whether the run is the last one, or that of a month before. */
type Which = "last" | "past";

/** Why a run that somebody asked for shows no value to come. */
function HistoricNote({ href, which }: { href: string; which: Which }) {
  const t = useTranslations("lifetime");
  return (
    <Notice tone="info">
      {t("historicOverview", { which })} <Link href={href}>{t("notes.seeRun")}</Link>
    </Notice>
  );
}

type RefusalNoteProps = {
  run: NonNullable<LifetimeOverview["run"]>;
  locale: string;
  href: string;
  help: string;
  which: Which;
};

function RefusalNote({ run, locale, href, help, which }: RefusalNoteProps) {
  const t = useTranslations("lifetime");
  const [doubt] = run.warnings;
  return (
    <Notice tone="warn">
      {t("refusedOverview", { which })}{" "}
      {doubt && <DoubtWords doubt={doubt} formats={valueFormats(run.currency, locale)} />}{" "}
      <Link href={`${href}/${run.id}`}>{t("notes.seeRun")}</Link>
      {doubt && (
        <>
          {" · "}
          <Link href={`${help}#${doubt.code}`}>{t("help.about")}</Link>
        </>
      )}
    </Notice>
  );
}
