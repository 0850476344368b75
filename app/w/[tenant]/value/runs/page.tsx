import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NoRun } from "#components/lifetime/no-run.tsx";
import { RunsTable } from "#components/lifetime/runs-table.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { ValueFrame } from "#components/value/value-frame.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { hasSources, listRunEntries, pastMonthOf, runMonthAddress } from "#lib/clv-runs/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { Refusal } from "../../refusal.tsx";
import { bridgeHrefs } from "../bridge-hrefs.ts";

const MOST_RUNS = 100;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("lifetime");
  return { title: t("runs.title") };
}

type Props = Readonly<{
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

export default async function RunsPage({ params, searchParams }: Props) {
  const [{ tenant }, t] = await Promise.all([params, getTranslations("lifetime")]);
  const session = await requireSession(tenant);
  if (!session.permissions.has("value:read")) return <Refusal session={session} />;
  const asked = runMonthAddress.read(await searchParams);
  const { runs, isBare, month } = await withTenant(session, "value:read", async (tx) => {
    const runs = await listRunEntries(tx, MOST_RUNS);
    return {
      ...{ runs, isBare: runs.length === 0 && !(await hasSources(tx, session)) },
      month: await pastMonthOf(tx, session, asked.month),
    };
  });
  const href = `/w/${tenant}/value/runs`;
  const start = session.permissions.has("value:write") && (
    <ButtonLink href={`${href}/new`} variant="primary">
      {t(runs.length === 0 ? "compute" : "newRun")}
    </ButtonLink>
  );
  return (
    <ValueFrame
      slug={tenant}
      tab="runs"
      month={month}
      formats={session.formats}
      actions={runs.length > 0 && start}
    >
      <p>
        <Link
          href={`/w/${tenant}/value/help`}
          className="inline-flex min-h-11 items-center sm:min-h-6"
        >
          {t("help.link")}
        </Link>
      </p>
      {isBare && <NoRun reason="nothing" href={bridgeHrefs(session).imports} />}
      {runs.length === 0 && !isBare && (
        <EmptyState kind="nothing-yet" title={t("noRunTitle")} actions={start}>
          {t("noRunText")}
        </EmptyState>
      )}
      {runs.length > 0 && (
        <Panel hasPadding={false}>
          <RunsTable runs={runs} href={href} formats={session.formats} />
        </Panel>
      )}
    </ValueFrame>
  );
}
