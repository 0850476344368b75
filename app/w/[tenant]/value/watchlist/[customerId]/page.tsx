import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { CaseView } from "#components/watchlist/case-view.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { getWatched } from "#lib/defection/index.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import { Refusal } from "../../../refusal.tsx";
import { changeCaseAction, closeCaseAction, openCaseAction, reopenCaseAction } from "../actions.ts";

const ACTIONS = {
  open: openCaseAction,
  change: changeCaseAction,
  close: closeCaseAction,
  reopen: reopenCaseAction,
};

/** A name does not belong into a browser's history. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("watchlist");
  return { title: t("caseTitle") };
}

type Props = Readonly<{ params: Promise<{ tenant: string; customerId: string }> }>;

export default async function CasePage({ params }: Props) {
  const [{ tenant, customerId }, t, value] = await Promise.all([
    params,
    getTranslations("watchlist"),
    getTranslations("value"),
  ]);
  const session = await requireSession(tenant);
  if (!session.permissions.has("value:read")) return <Refusal session={session} />;
  const watched = await orNotFound(
    withTenant(session, "value:read", (tx) => getWatched(tx, session, customerId)),
  );
  const href = `/w/${tenant}/value`;
  const name = watched.name ?? watched.externalId;
  const missing = t(watched.isMasked ? "hiddenName" : "noName");
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: value("title"), href },
          { label: t("title"), href: `${href}/watchlist` },
          { label: name },
        ]}
      />
      <PageHeader
        title={name}
        purpose={watched.name === null ? missing : watched.externalId}
        actions={
          <ButtonLink href={`/w/${tenant}/customers/${watched.customerId}`}>
            {t("panel.customer")}
          </ButtonLink>
        }
      />
      <CaseView
        watched={watched}
        tenant={tenant}
        formats={session.formats}
        ownId={session.actor.membershipId}
        actions={session.permissions.has("defection:write") ? ACTIONS : null}
      />
    </>
  );
}
