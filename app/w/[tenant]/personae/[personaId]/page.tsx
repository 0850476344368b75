import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AddClaimForm } from "#components/personae/claim-forms.tsx";
import { ClaimsPanel } from "#components/personae/claims-panel.tsx";
import { LiveNumbers } from "#components/personae/live-numbers.tsx";
import { PersonaBanners } from "#components/personae/persona-banners.tsx";
import { StageFigure } from "#components/personae/stage-figure.tsx";
import { nextYear } from "#lib/personae/claim-state.ts";
import { addClaimAction } from "../actions.ts";
import { PersonaPage, type PersonaPageProps, type PersonaView } from "./persona-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("personae");
  return { title: t("personaTitle") };
}

type Props = Readonly<Pick<PersonaPageProps<null>, "params" | "searchParams">>;

export default async function PersonaProfilePage(props: Props) {
  return (
    <PersonaPage {...props} path="" permission="persona:read" find={async () => null}>
      {(view) => <Profile {...view} />}
    </PersonaPage>
  );
}

function Profile({ persona, session, href, today }: PersonaView) {
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
    </>
  );
}
