import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import {
  ChangeClaimForm,
  RemoveClaimForm,
  ReviewClaimForm,
} from "#components/personae/claim-forms.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import { nextYear } from "#lib/personae/claim-state.ts";
import { getPersona } from "#lib/personae/index.ts";
import { dayInZone } from "#lib/time/index.ts";
import { Refusal } from "../../../../refusal.tsx";
import { changeClaimAction, removeClaimAction, reviewClaimAction } from "../../../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("personae");
  return { title: t("claimTitle") };
}

type Props = Readonly<{
  params: Promise<{ tenant: string; personaId: string; claimId: string }>;
}>;

export default async function ClaimPage({ params }: Props) {
  const { tenant, personaId, claimId } = await params;
  const session = await requireSession(tenant);
  if (!session.permissions.has("persona:write")) return <Refusal session={session} />;
  const [t, persona] = await Promise.all([
    getTranslations("personae"),
    orNotFound(withTenant(session, "persona:read", (tx) => getPersona(tx, session, personaId))),
  ]);
  const claim = persona.claims.find(({ id }) => id === claimId);
  if (!claim) notFound();
  const board = `/w/${tenant}/personae`;
  const today = dayInZone(session.workspace.timeZone, Date.now());
  const { supports, contradicts } = claim.evidence;
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: t("title"), href: board },
          { label: persona.name, href: `${board}/${persona.id}` },
          { label: t("claimTitle") },
        ]}
      />
      <PageHeader title={claim.statement} purpose={t("claimPurpose", { name: persona.name })} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Panel title={t("reviewTitle")} caption={t("reviewCaption")}>
          <ReviewClaimForm
            tenant={tenant}
            claim={claim}
            expiresOn={nextYear(today)}
            action={reviewClaimAction}
          />
        </Panel>
        <Panel title={t("claimTitle")}>
          <ChangeClaimForm tenant={tenant} claim={claim} action={changeClaimAction} />
        </Panel>
        <Panel
          title={t("removeTitle")}
          caption={t("removeCaption", { pieces: supports + contradicts })}
        >
          <RemoveClaimForm tenant={tenant} claim={claim} action={removeClaimAction} />
        </Panel>
      </div>
    </>
  );
}
