import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import {
  ChangeClaimForm,
  RemoveClaimForm,
  ReviewClaimForm,
} from "#components/personae/claim-forms.tsx";
import { ClaimSources } from "#components/personae/claim-sources.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listEvidence } from "#lib/evidence/index.ts";
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
  const [t, { persona, entries }] = await Promise.all([
    getTranslations("personae"),
    readClaim(session, personaId, claimId),
  ]);
  const claim = persona.claims.find(({ id }) => id === claimId);
  if (!claim) notFound();
  const board = `/w/${tenant}/personae`;
  const today = dayInZone(session.workspace.timeZone, Date.now());
  const { supports, contradicts } = claim.evidence;
  const { locale } = session.formats;
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
        <div className="grid min-w-0 gap-4">
          <ClaimSources
            {...{ claimId, entries, locale }}
            slug={tenant}
            href={`${board}/${persona.id}/evidence`}
          />
          <Panel title={t("reviewTitle")} caption={t("reviewCaption")}>
            <ReviewClaimForm
              tenant={tenant}
              claim={claim}
              expiresOn={nextYear(today)}
              action={reviewClaimAction}
            />
          </Panel>
        </div>
        <div className="grid min-w-0 gap-4">
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
      </div>
    </>
  );
}

/** A persona, and what speaks for and against one of its claims: whoever reviews it judges by that. */
function readClaim(session: MemberSession, personaId: string, claimId: string) {
  const reading = withTenant(session, "persona:read", async (tx) => {
    const persona = await getPersona(tx, session, personaId);
    const isOfIt = persona.claims.some(({ id }) => id === claimId);
    const subject = { subject: "claim" as const, subjectId: claimId };
    const mayRead = isOfIt && session.permissions.has("evidence:read");
    return { persona, entries: mayRead ? await listEvidence(tx, session, subject) : [] };
  });
  return orNotFound(reading);
}
