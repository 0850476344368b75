import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ApiKeysPanel } from "#components/api-keys/api-keys-panel.tsx";
import { CreateKeyPanel } from "#components/api-keys/create-key-panel.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { ExportMenu } from "#components/ui/export-menu.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { listApiKeys } from "#lib/api-keys/index.ts";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { Refusal } from "../../refusal.tsx";
import { createApiKeyAction, revokeApiKeyAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.keys");
  return { title: t("title") };
}

type Props = Readonly<{ params: Promise<{ tenant: string }> }>;

export default async function ApiKeysPage({ params }: Props) {
  const session = await requireSession((await params).tenant);
  if (!session.permissions.has("api_key:write")) return <Refusal session={session} />;
  const [t, settings] = await Promise.all([
    getTranslations("settings.keys"),
    getTranslations("settings"),
  ]);
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: settings("title"), href: `/w/${session.workspace.slug}/settings` },
          { label: t("title") },
        ]}
      />
      <PageHeader
        title={t("title")}
        purpose={t("purpose")}
        actions={
          <>
            {session.permissions.has("customer:export") && (
              <ExportMenu href={`/w/${session.workspace.slug}/settings/api-keys/export`} />
            )}
            <ButtonLink href="/docs/api" prefetch={false}>
              {t("reference")}
            </ButtonLink>
          </>
        }
      />
      <Keys session={session} />
    </>
  );
}

async function Keys({ session }: { session: MemberSession }) {
  const { workspace, formats, permissions } = session;
  const keys = await withTenant(session, "api_key:write", async (tx) =>
    listApiKeys(tx, await databaseNow(tx)),
  );
  return (
    <>
      <ApiKeysPanel
        keys={keys}
        tenant={workspace.slug}
        locale={formats.locale}
        timeZone={formats.timeZone}
        hasHistory={permissions.has("audit:read")}
        revoke={revokeApiKeyAction}
      />
      <CreateKeyPanel tenant={workspace.slug} action={createApiKeyAction} />
    </>
  );
}
