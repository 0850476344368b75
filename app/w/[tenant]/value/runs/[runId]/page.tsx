import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RunStatusChip } from "#components/lifetime/run-status-chip.tsx";
import { RunView } from "#components/lifetime/run-view.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { PrintNote } from "#components/ui/print-note.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { findLatestRun, getRunEntry } from "#lib/clv-runs/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { formatInstant } from "#lib/format/format-instant.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import { Refusal } from "../../../refusal.tsx";
import { stopRunAction } from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("lifetime");
  return { title: t("run.pageTitle") };
}

type Props = Readonly<{ params: Promise<{ tenant: string; runId: string }> }>;

export default async function RunPage({ params }: Props) {
  const [{ tenant, runId }, t, value] = await Promise.all([
    params,
    getTranslations("lifetime"),
    getTranslations("value"),
  ]);
  const session = await requireSession(tenant);
  if (!session.permissions.has("value:read")) return <Refusal session={session} />;
  const { run, latest } = await orNotFound(
    withTenant(session, "value:read", async (tx) => ({
      run: await getRunEntry(tx, runId),
      latest: await findLatestRun(tx),
    })),
  );
  const href = `/w/${tenant}/value`;
  const { locale, timeZone } = session.formats;
  const title = t("runTitle", { when: formatInstant(run.createdAt, locale, timeZone) });
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: value("title"), href },
          { label: t("runs.title"), href: `${href}/runs` },
          { label: title },
        ]}
      />
      <PageHeader
        title={title}
        purpose={t("run.purpose")}
        actions={<RunStatusChip status={run.status} />}
      />
      <PrintNote formats={session.formats} />
      <RunView
        {...{ run, href, tenant, formats: session.formats }}
        stop={session.permissions.has("value:write") ? stopRunAction : null}
        latestCutoffOn={latest?.cutoffOn ?? null}
      />
    </>
  );
}
