import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PersonaForm } from "#components/personae/persona-form.tsx";
import { StagesForm } from "#components/personae/stages-form.tsx";
import { StandingPanels } from "#components/personae/standing-panels.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listActivePeople } from "#lib/departments/index.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import { getPersona, listPersonaSegments } from "#lib/personae/index.ts";
import { Refusal } from "../../../refusal.tsx";
import {
  archivePersonaAction,
  changePersonaAction,
  deletePersonaAction,
  restorePersonaAction,
  setStagesAction,
} from "../../actions.ts";

const STANDING = {
  archive: archivePersonaAction,
  restore: restorePersonaAction,
  remove: deletePersonaAction,
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("personae");
  return { title: t("edit") };
}

type Props = Readonly<{ params: Promise<{ tenant: string; personaId: string }> }>;

export default async function EditPersonaPage({ params }: Props) {
  const { tenant, personaId } = await params;
  const session = await requireSession(tenant);
  if (!session.permissions.has("persona:write")) return <Refusal session={session} />;
  const [t, { persona, segments, people }] = await Promise.all([
    getTranslations("personae"),
    readPersona(session, personaId),
  ]);
  const board = `/w/${tenant}/personae`;
  const { name } = persona;
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: t("title"), href: board },
          { label: name, href: `${board}/${persona.id}` },
          { label: t("edit") },
        ]}
      />
      <PageHeader title={t("editTitle", { name })} purpose={t("editPurpose")} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          {!persona.isArchived && (
            <Panel title={t("tabProfile")}>
              <PersonaForm
                tenant={tenant}
                persona={persona}
                segments={segments}
                people={people}
                backHref={`${board}/${persona.id}`}
                backLabel={t("cancel")}
                action={changePersonaAction}
              />
            </Panel>
          )}
          <StandingPanels tenant={tenant} persona={persona} actions={STANDING} />
        </div>
        {!persona.isArchived && (
          <Panel title={t("stagesTitle")} caption={t("stagesCaption")}>
            <StagesForm tenant={tenant} persona={persona} action={setStagesAction} />
          </Panel>
        )}
      </div>
    </>
  );
}

function readPersona(session: MemberSession, personaId: string) {
  return orNotFound(
    withTenant(session, "persona:write", async (tx) => ({
      persona: await getPersona(tx, session, personaId),
      segments: await listPersonaSegments(tx),
      people: await listActivePeople(tx),
    })),
  );
}
