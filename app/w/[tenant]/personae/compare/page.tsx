import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CompareTable } from "#components/personae/compare-table.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { Refusal } from "../../refusal.tsx";
import { chosenPersonae } from "../chosen-personae.ts";

const FEWEST = 2;
const MOST = 4;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("personae");
  return { title: t("compareTitle") };
}

type Props = Readonly<{
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ id?: string | string[] }>;
}>;

export default async function ComparePage({ params, searchParams }: Props) {
  const session = await requireSession((await params).tenant);
  if (!session.permissions.has("persona:read")) return <Refusal session={session} />;
  const [t, personae] = await Promise.all([
    getTranslations("personae"),
    chosenPersonae(session, (await searchParams).id),
  ]);
  const { slug } = session.workspace;
  const board = `/w/${slug}/personae`;
  const back = new URLSearchParams(personae.map(({ id }) => ["tick", id])).toString();
  const backHref = back ? `${board}?${back}` : board;
  return (
    <>
      <Breadcrumbs crumbs={[{ label: t("title"), href: board }, { label: t("compareTitle") }]} />
      <PageHeader title={t("compareTitle")} purpose={t("comparePurpose")} />
      {personae.length < FEWEST || personae.length > MOST ? (
        <EmptyState
          kind="no-match"
          title={t("compareFew")}
          actions={<ButtonLink href={backHref}>{t("backToBoard")}</ButtonLink>}
        >
          {t("compareFewText")}
        </EmptyState>
      ) : (
        <CompareTable personae={personae} slug={slug} locale={session.formats.locale} />
      )}
    </>
  );
}
