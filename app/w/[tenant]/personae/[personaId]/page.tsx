import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AddClaimForm } from "#components/personae/claim-forms.tsx";
import { ClaimsPanel } from "#components/personae/claims-panel.tsx";
import { DeletedClaims } from "#components/personae/deleted-claims.tsx";
import { LiveNumbers } from "#components/personae/live-numbers.tsx";
import { PersonaBanners } from "#components/personae/persona-banners.tsx";
import { StageFigure } from "#components/personae/stage-figure.tsx";
import type { MemberSession } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { listDeleted } from "#lib/deleted/index.ts";
import type { DeletedRecord } from "#lib/deleted/types.ts";
import { nextYear } from "#lib/personae/claim-state.ts";
import type { PersonaDetail } from "#lib/personae/types.ts";
import { addClaimAction, bringBackClaimAction } from "../actions.ts";
import { PersonaPage, type PersonaPageProps, type PersonaView } from "./persona-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("personae");
  return { title: t("personaTitle") };
}

type Props = Readonly<Pick<PersonaPageProps<readonly DeletedRecord[]>, "params" | "searchParams">>;

export default async function PersonaProfilePage(props: Props) {
  return (
    <PersonaPage {...props} path="" permission="persona:read" find={listRemoved}>
      {(view, removed) => <Profile {...view} removed={removed} />}
    </PersonaPage>
  );
}

/** Claims that can be brought back, for who may. */
async function listRemoved(tx: TenantTx, session: MemberSession, persona: PersonaDetail) {
  const mayWrite = session.permissions.has("persona:write") && !persona.isArchived;
  return mayWrite ? listDeleted(tx, session, { kind: "claim", partOf: persona.id }) : [];
}

type ProfileProps = PersonaView & { removed: readonly DeletedRecord[] };

function Profile({ persona, session, href, today, removed }: ProfileProps) {
  const { locale } = session.formats;
  const { slug } = session.workspace;
  const mayWrite = session.permissions.has("persona:write") && !persona.isArchived;
  const claimsHref = mayWrite ? `/w/${slug}/personae/${persona.id}/claims` : null;
  return (
    <>
      <LiveNumbers numbers={persona.numbers} segment={persona.segment.name} locale={locale} />
      <PersonaBanners persona={persona} today={today} locale={locale} claimsHref={claimsHref} />
      <StageFigure
        stages={persona.stages}
        locale={locale}
        exportHref={
          session.permissions.has("customer:export")
            ? `/w/${slug}/personae/${persona.id}/stages/export`
            : null
        }
      />
      <ClaimsPanel
        persona={persona}
        href={href}
        claimsHref={claimsHref}
        today={today}
        locale={locale}
        addForm={
          mayWrite && (
            <AddClaimForm
              // A new claim is a new, empty form.
              key={persona.claims.length}
              tenant={slug}
              personaId={persona.id}
              expiresOn={nextYear(today)}
              action={addClaimAction}
            />
          )
        }
      />
      <DeletedClaims
        rows={removed}
        personaId={persona.id}
        tenant={slug}
        formats={session.formats}
        bringBack={bringBackClaimAction}
      />
    </>
  );
}
