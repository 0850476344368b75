import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { EndpointsPanel } from "#components/webhooks/endpoints-panel.tsx";
import { HooksPanel } from "#components/webhooks/hooks-panel.tsx";
import { MakeEndpointForm } from "#components/webhooks/make-endpoint-form.tsx";
import { MakeHookForm } from "#components/webhooks/make-hook-form.tsx";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listEndpoints, listHooks } from "#lib/webhooks/index.ts";
import { Refusal } from "../../refusal.tsx";
import { createEndpointAction, createHookAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("webhooks");
  return { title: t("title") };
}

type Props = Readonly<{ params: Promise<{ tenant: string }> }>;

export default async function WebhooksPage({ params }: Props) {
  const session = await requireSession((await params).tenant);
  if (!session.permissions.has("webhook:write")) return <Refusal session={session} />;
  const [t, settings] = await Promise.all([
    getTranslations("webhooks"),
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
      <PageHeader title={t("title")} purpose={t("purpose")} />
      <Webhooks session={session} />
    </>
  );
}

async function Webhooks({ session }: { session: MemberSession }) {
  const t = await getTranslations("webhooks");
  const tenant = session.workspace.slug;
  const { endpoints, hooks } = await withTenant(session, "webhook:write", async (tx) => ({
    endpoints: await listEndpoints(tx, session),
    hooks: await listHooks(tx, session),
  }));
  return (
    <>
      <EndpointsPanel endpoints={endpoints} tenant={tenant} {...session.formats} />
      <Panel title={t("make")} caption={t("makeCaption")}>
        <MakeEndpointForm tenant={tenant} action={createEndpointAction} />
      </Panel>
      <HooksPanel hooks={hooks} tenant={tenant} {...session.formats} />
      <Panel title={t("makeHook")} caption={t("makeHookCaption")}>
        <MakeHookForm tenant={tenant} action={createHookAction} />
      </Panel>
    </>
  );
}
