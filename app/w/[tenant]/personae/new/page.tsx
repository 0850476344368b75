import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NoPersonae } from "#components/personae/no-personae.tsx";
import { PersonaForm } from "#components/personae/persona-form.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listActivePeople } from "#lib/departments/index.ts";
import { listPersonaSegments } from "#lib/personae/index.ts";
import { Refusal } from "../../refusal.tsx";
import { createPersonaAction } from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("personae");
  return { title: t("createTitle") };
}

type Props = Readonly<{
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ segment?: string | string[] }>;
}>;

export default async function NewPersonaPage({ params, searchParams }: Props) {
  const session = await requireSession((await params).tenant);
  if (!session.permissions.has("persona:write")) return <Refusal session={session} />;
  const [t, { segment }, { segments, people }] = await Promise.all([
    getTranslations("personae"),
    searchParams,
    withTenant(session, "persona:write", async (tx) => ({
      segments: await listPersonaSegments(tx),
      people: await listActivePeople(tx),
    })),
  ]);
  const { slug } = session.workspace;
  const board = `/w/${slug}/personae`;
  return (
    <>
      <Breadcrumbs crumbs={[{ label: t("title"), href: board }, { label: t("createTitle") }]} />
      <PageHeader title={t("createTitle")} purpose={t("createPurpose")} />
      {segments.length === 0 ? (
        <NoPersonae slug={slug} mayWrite hasSegments={false} filters={0} create={null} />
      ) : (
        <PersonaForm
          tenant={slug}
          persona={null}
          segments={segments}
          people={people}
          segmentId={segments.find(({ id }) => id === segment)?.id ?? null}
          backHref={board}
          backLabel={t("backToBoard")}
          action={createPersonaAction}
        />
      )}
    </>
  );
}
