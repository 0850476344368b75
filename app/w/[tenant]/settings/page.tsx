import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ApiKeysTable } from "#components/settings/api-keys-table.tsx";
import { RatesPanel } from "#components/settings/rates-panel.tsx";
import { WorkspacePanel } from "#components/settings/workspace-panel.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { getRates, listApiKeys } from "#lib/workspaces/index.ts";
import { setRatesAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("title") };
}

type Props = Readonly<{ params: Promise<{ tenant: string }> }>;

export default async function SettingsPage({ params }: Props) {
  const session = await requireSession((await params).tenant);
  const [t, { rates, keys }] = await Promise.all([
    getTranslations("settings"),
    readSettings(session),
  ]);
  const { workspace, formats, permissions } = session;
  return (
    <>
      <Breadcrumbs crumbs={[{ label: t("title") }]} />
      <PageHeader title={t("title")} purpose={t("purpose")} />
      <div className="grid gap-4 lg:grid-cols-2">
        <WorkspacePanel workspace={workspace} />
        <RatesPanel
          slug={workspace.slug}
          formats={formats}
          rates={rates}
          action={permissions.has("workspace:write") ? setRatesAction : null}
        />
      </div>
      {keys && (
        <Panel title={t("keys")} caption={t("keysCaption")} hasPadding={keys.length === 0}>
          {keys.length === 0 ? t("noKeys") : <ApiKeysTable keys={keys} {...formats} />}
        </Panel>
      )}
    </>
  );
}

async function readSettings(session: MemberSession) {
  const may = session.permissions;
  return withTenant(session, "workspace:read", async (tx) => ({
    rates: await getRates(tx, session),
    keys: may.has("api_key:write") ? await listApiKeys(tx) : null,
  }));
}
