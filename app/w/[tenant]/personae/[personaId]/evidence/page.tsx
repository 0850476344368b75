import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EvidencePanel } from "#components/personae/evidence-panel.tsx";
import { countEvidence } from "#lib/evidence/index.ts";
import { PersonaPage, type PersonaPageProps } from "../persona-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("personae");
  return { title: t("evidencePageTitle") };
}

type Props = Readonly<Pick<PersonaPageProps<null>, "params" | "searchParams">>;

export default async function PersonaEvidencePage(props: Props) {
  return (
    <PersonaPage
      {...props}
      path="/evidence"
      permission="persona:read"
      find={(tx, session, { id }) => countEvidence(tx, session, { subject: "persona", ids: [id] })}
    >
      {({ persona, session, href }, counts) => (
        <EvidencePanel
          persona={persona}
          ownSources={counts.get(persona.id)?.supports ?? 0}
          href={href}
          mayWrite={session.permissions.has("evidence:write")}
          exportHref={
            session.permissions.has("customer:export")
              ? `/w/${session.workspace.slug}/evidence/export?persona=${persona.id}`
              : null
          }
        />
      )}
    </PersonaPage>
  );
}
