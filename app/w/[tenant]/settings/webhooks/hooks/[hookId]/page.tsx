import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { DeleteForm } from "#components/webhooks/delete-form.tsx";
import { HookExample } from "#components/webhooks/hook-example.tsx";
import { ReceivedPanel } from "#components/webhooks/received-panel.tsx";
import { RotateForm } from "#components/webhooks/rotate-form.tsx";
import { SwitchForm } from "#components/webhooks/switch-form.tsx";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { env } from "#lib/env.ts";
import { formatInstant } from "#lib/format/format-instant.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import { getHook, listReceived } from "#lib/webhooks/index.ts";
import type { HookPage } from "#lib/webhooks/types.ts";
import { Refusal } from "../../../../refusal.tsx";
import { deleteHookAction, rotateHookSecretAction, switchHookAction } from "../../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("webhooks");
  return { title: t("hook") };
}

type Props = Readonly<{ params: Promise<{ tenant: string; hookId: string }> }>;

export default async function IncomingHookPage({ params }: Props) {
  const { tenant, hookId } = await params;
  const session = await requireSession(tenant);
  if (!session.permissions.has("webhook:write")) return <Refusal session={session} />;
  const t = await getTranslations("webhooks");
  const { hook, messages } = await orNotFound(
    withTenant(session, "webhook:write", async (tx) => ({
      hook: await getHook(tx, session, hookId),
      messages: await listReceived(tx, hookId),
    })),
  );
  const address = new URL(`/api/v1/hooks/${hookId}`, env().APP_URL).href;
  const list = { label: t("title"), href: `/w/${tenant}/settings/webhooks` };
  return (
    <>
      <Breadcrumbs crumbs={[list, { label: hook.name }]} />
      <PageHeader title={hook.name} purpose={t("hook")} />
      <HookExample hook={hook} address={address} />
      <ReceivedPanel messages={messages} {...session.formats} />
      <Settings session={session} hook={hook} />
    </>
  );
}

type SettingsProps = { session: MemberSession; hook: HookPage };

async function Settings({ session, hook }: SettingsProps) {
  const t = await getTranslations("webhooks");
  const { locale, timeZone } = session.formats;
  const tenant = session.workspace.slug;
  const of = { name: "hookId" as const, id: hook.id };
  const { formerUntil } = hook;
  return (
    <>
      <Panel title={t("rotate")} caption={t("hookRotateCaption")}>
        <RotateForm
          tenant={tenant}
          of={of}
          formerUntil={formerUntil && formatInstant(formerUntil, locale, timeZone)}
          action={rotateHookSecretAction}
        />
      </Panel>
      <Panel title={t("switch")} caption={t("hookSwitchCaption")}>
        <SwitchForm tenant={tenant} of={of} isOff={hook.isOff} action={switchHookAction} />
      </Panel>
      <Panel title={t("delete")} caption={t("hookDeleteCaption")}>
        <DeleteForm tenant={tenant} of={of} action={deleteHookAction} />
      </Panel>
    </>
  );
}
