import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RunForm } from "#components/lifetime/run-form.tsx";
import { marginWord } from "#components/lifetime/start-run-panel.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
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
  const { marginRate } = await withTenant(session, "value:write", (tx) => getSettings(tx, session));
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
      <PageHeader title={t("newRunTitle")} purpose={t("newRunText")} />
      <Panel>
        <RunForm
          tenant={tenant}
          margin={marginWord(marginRate, session.formats.locale)}
          action={startRunAction}
        />
      </Panel>
    </>
  );
}
