import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "#components/ui/link.tsx";
import type { ValueFormats } from "#components/value/value-formats.ts";
import { backtestErrorOf } from "#lib/clv/index.ts";
import type { RunDetail } from "#lib/clv-runs/index.ts";
import { RunDefinition } from "./run-definition.tsx";

export type LifetimeNotesProps = {
  run: RunDetail;
  formats: ValueFormats;
  runHref: string;
  helpHref: string;
};

/** How CLV is defined here, how far to trust it, and what stands behind it. */
export function LifetimeNotes({ run, formats, runHref, helpHref }: LifetimeNotesProps) {
  const t = useTranslations("lifetime");
  return (
    <footer className="grid gap-x-8 gap-y-4 pt-2 text-2xs text-muted lg:grid-cols-3">
      <Note title={t("notes.definedTitle")}>
        <RunDefinition run={run} formats={formats} />
      </Note>
      <Note title={t("notes.trustTitle")}>
        <TrustWords run={run} formats={formats} /> {t("notes.intervals")}{" "}
        <Link href={helpHref}>{t("help.link")}</Link>
      </Note>
      <Note title={t("notes.qualityTitle")}>
        {t("notes.quality", {
          basis: run.basis,
          repeaters: formats.number(run.repeaters),
          customers: formats.number(run.customers),
        })}{" "}
        {run.warnings.length === 0
          ? t("notes.noDoubts")
          : t("notes.doubts", { count: run.warnings.length })}{" "}
        <Link href={runHref}>{t("notes.seeRun")}</Link>
      </Note>
    </footer>
  );
}

function TrustWords({ run: { holdout }, formats }: Pick<LifetimeNotesProps, "run" | "formats">) {
  const t = useTranslations("lifetime");
  const error = backtestErrorOf(holdout);
  if (!holdout || error === null) return t("notes.trustNone");
  const share = formats.share(Math.abs(error));
  return t("notes.trust", {
    weeks: formats.number(Math.round(holdout.holdoutWeeks)),
    error: t(error < 0 ? "notes.errorLow" : "notes.errorHigh", { share }),
    decile: formats.wholeShare(holdout.deciles[0]?.actualShare ?? null),
  });
}

function Note({ title, children }: { title: string; children: ReactNode }) {
  return (
    <p>
      <b className="font-semibold text-text">{title}</b> {children}
    </p>
  );
}
