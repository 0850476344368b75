import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RunDefinition } from "#components/lifetime/run-definition.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { valueFormats } from "#components/value/value-formats.ts";
import { ValueFrame } from "#components/value/value-frame.tsx";
import { CalibrationView } from "#components/watchlist/calibration-view.tsx";
import { NoWatchList } from "#components/watchlist/no-watch-list.tsx";
import { OutcomesFigure } from "#components/watchlist/outcomes-figure.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { pastMonthOf, runMonthAddress } from "#lib/clv-runs/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { checkCalibration } from "#lib/defection/calibration.ts";
import { countOutcomes, findWatchRun } from "#lib/defection/index.ts";
import { Refusal } from "../../../refusal.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("watchlist");
  return { title: t("calibrationTitle") };
}

type Props = Readonly<{
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

export default async function CalibrationPage({ params, searchParams }: Props) {
  const [{ tenant }, t] = await Promise.all([params, getTranslations("watchlist")]);
  const asked = runMonthAddress.read(await searchParams);
  const session = await requireSession(tenant);
  const { permissions, formats, workspace } = session;
  if (!permissions.has("value:read")) return <Refusal session={session} />;
  const { run, outcomes, month } = await withTenant(session, "value:read", async (tx) => ({
    run: await findWatchRun(tx),
    outcomes: await countOutcomes(tx),
    month: await pastMonthOf(tx, session, asked.month),
  }));
  const href = `/w/${tenant}/value`;
  const exportHref = `${href}/watchlist/calibration/export`;
  const holdout = typeof run === "string" ? null : run.holdout;
  const currency = typeof run === "string" ? workspace.currency : run.currency;
  const write = valueFormats(currency, formats.locale);
  return (
    <ValueFrame
      slug={tenant}
      tab="watchlist"
      month={month}
      formats={formats}
      actions={
        <ButtonLink href={`${href}/watchlist${runMonthAddress.write({ month })}`}>
          {t("calibration.toList")}
        </ButtonLink>
      }
    >
      <div>
        <h2>{t("calibrationTitle")}</h2>
        <p className="mt-1 text-2xs text-muted">{t("calibration.purpose")}</p>
      </div>
      {typeof run === "string" ? (
        <NoWatchList
          reason={run}
          href={permissions.has("value:write") ? `${href}/runs/new` : null}
        />
      ) : (
        <>
          <CalibrationView
            checked={holdout?.calibration ? checkCalibration(holdout.calibration) : null}
            weeks={holdout?.holdoutWeeks ?? 0}
            basis={run.basis}
            {...{ formats: write, exportHref }}
          />
          <p className="text-2xs text-muted">
            <RunDefinition run={run} formats={write} />
          </p>
        </>
      )}
      <OutcomesFigure {...outcomes} {...{ formats: write, exportHref }} />
    </ValueFrame>
  );
}
