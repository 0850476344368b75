import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RunForm } from "#components/lifetime/run-form.tsx";
import { marginWord } from "#components/lifetime/start-run-panel.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { Link } from "#components/ui/link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { mayReadPersonalData } from "#lib/auth/types.ts";
import { findLatestRun } from "#lib/clv-runs/index.ts";
import { listAttributes } from "#lib/customers/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { formatDay } from "#lib/format/format-day.ts";
import { getSettings } from "#lib/workspaces/index.ts";
import { Refusal } from "../../../refusal.tsx";
import { startRunAction } from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("lifetime");
  return { title: t("newRunTitle") };
}

type Props = Readonly<{ params: Promise<{ tenant: string }> }>;

export default async function NewRunPage({ params }: Props) {
  const [{ tenant }, t, value] = await Promise.all([
    params,
    getTranslations("lifetime"),
    getTranslations("value"),
  ]);
  const session = await requireSession(tenant);
  if (!session.permissions.has("value:write")) return <Refusal session={session} />;
  const { marginRate, attributes, latest } = await withTenant(
    session,
    "value:write",
    async (tx) => ({
      latest: (await findLatestRun(tx))?.cutoffOn ?? null,
      marginRate: (await getSettings(tx, session)).marginRate,
      attributes: mayReadPersonalData(session) ? await listAttributes(tx) : [],
    }),
  );
  const href = `/w/${tenant}/value`;
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: value("title"), href },
          { label: t("runs.title"), href: `${href}/runs` },
          { label: t("newRunTitle") },
        ]}
      />
      <PageHeader
        title={t("newRunTitle")}
        purpose={t("newRunText")}
        actions={
          <Link href={`${href}/help`} className="inline-flex min-h-11 items-center sm:min-h-6">
            {t("help.link")}
          </Link>
        }
      />
      <Panel>
        <RunForm
          tenant={tenant}
          margin={marginWord(marginRate, session.formats.locale)}
          action={startRunAction}
          attributes={attributes.map(({ name }) => name)}
          {...(latest && {
            latest: { cutoffOn: latest, words: formatDay(latest, session.formats.locale) },
          })}
        />
      </Panel>
    </>
  );
}
