import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { ExportMenu } from "#components/ui/export-menu.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { ChangeEndpointForm } from "#components/webhooks/change-endpoint-form.tsx";
import { DeleteForm } from "#components/webhooks/delete-form.tsx";
import { DeliveriesPanel } from "#components/webhooks/deliveries-panel.tsx";
import { RotateForm } from "#components/webhooks/rotate-form.tsx";
import { SwitchForm } from "#components/webhooks/switch-form.tsx";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { formatInstant } from "#lib/format/format-instant.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import { getEndpoint, listDeliveries } from "#lib/webhooks/index.ts";
import type { EndpointPage } from "#lib/webhooks/types.ts";
import { Refusal } from "../../../refusal.tsx";
import {
  changeEndpointAction,
  deleteEndpointAction,
  replayDeliveryAction,
  rotateEndpointSecretAction,
  switchEndpointAction,
} from "../actions.ts";

const MESSAGES_A_PAGE = 25;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("webhooks");
  return { title: t("endpoint") };
}

type Props = Readonly<{
  params: Promise<{ tenant: string; endpointId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

export default async function WebhookPage({ params, searchParams }: Props) {
  const [{ tenant, endpointId }, asked, t] = await Promise.all([
    params,
    searchParams,
    getTranslations("webhooks"),
  ]);
  const session = await requireSession(tenant);
  if (!session.permissions.has("webhook:write")) return <Refusal session={session} />;
  const after = typeof asked["after"] === "string" ? asked["after"] : null;
  const { endpoint, page } = await orNotFound(
    withTenant(session, "webhook:write", async (tx) => ({
      endpoint: await getEndpoint(tx, session, endpointId),
      page: await listDeliveries(tx, endpointId, { after, limit: MESSAGES_A_PAGE }),
    })),
  );
  const list = `/w/${tenant}/settings/webhooks`;
  const href = `${list}/${endpointId}`;
  const title = t("endpointOf", { host: new URL(endpoint.url).host });
  const replay = endpoint.offReason === null ? replayDeliveryAction : null;
  return (
    <>
      <Breadcrumbs crumbs={[{ label: t("title"), href: list }, { label: title }]} />
      <PageHeader
        title={title}
        purpose={<span className="break-all">{endpoint.url}</span>}
        actions={
          session.permissions.has("customer:export") &&
          page.items.length > 0 && <ExportMenu href={`${href}/export`} />
        }
      />
      <GivenUp reason={endpoint.offReason} />
      <DeliveriesPanel
        deliveries={page.items}
        tenant={tenant}
        replay={replay}
        {...session.formats}
      />
      <Pager
        label={t("log")}
        first={after && href}
        next={page.next && `${href}?after=${page.next}`}
      />
      <Settings session={session} endpoint={endpoint} />
    </>
  );
}

async function GivenUp({ reason }: { reason: EndpointPage["offReason"] }) {
  const t = await getTranslations("webhooks");
  if (reason !== "dead_end" && reason !== "gone") return null;
  return <Notice tone="warn">{t(`givenUp_${reason}`)}</Notice>;
}

type SettingsProps = { session: MemberSession; endpoint: EndpointPage };

async function Settings({ session, endpoint }: SettingsProps) {
  const t = await getTranslations("webhooks");
  const { locale, timeZone } = session.formats;
  const tenant = session.workspace.slug;
  const { id, url, events, offReason, formerUntil } = endpoint;
  const of = { name: "endpointId" as const, id };
  return (
    <>
      <Panel title={t("settings")}>
        <ChangeEndpointForm
          tenant={tenant}
          endpoint={{ id, url, events }}
          action={changeEndpointAction}
        />
      </Panel>
      <Panel title={t("rotate")} caption={t("rotateCaption")}>
        <RotateForm
          tenant={tenant}
          of={of}
          formerUntil={formerUntil && formatInstant(formerUntil, locale, timeZone)}
          action={rotateEndpointSecretAction}
        />
      </Panel>
      <Panel title={t("switch")} caption={t("switchCaption")}>
        <SwitchForm
          tenant={tenant}
          of={of}
          isOff={offReason !== null}
          action={switchEndpointAction}
        />
      </Panel>
      <Panel title={t("delete")} caption={t("deleteCaption")}>
        <DeleteForm tenant={tenant} of={of} action={deleteEndpointAction} />
      </Panel>
    </>
  );
}
