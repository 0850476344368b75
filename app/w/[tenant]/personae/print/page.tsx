import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PrintCards } from "#components/personae/print-cards.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { dayInZone } from "#lib/time/index.ts";
import { Refusal } from "../../refusal.tsx";
import { chosenPersonae } from "../chosen-personae.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("personae");
  return { title: t("printTitle") };
}

type Props = Readonly<{
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ id?: string | string[] }>;
}>;

export default async function PrintPage({ params, searchParams }: Props) {
  const session = await requireSession((await params).tenant);
  if (!session.permissions.has("persona:read")) return <Refusal session={session} />;
  const [t, personae] = await Promise.all([
    getTranslations("personae"),
    chosenPersonae(session, (await searchParams).id),
  ]);
  const { slug, name, timeZone } = session.workspace;
  const board = `/w/${slug}/personae`;
  return (
    <>
      <Breadcrumbs crumbs={[{ label: t("title"), href: board }, { label: t("printTitle") }]} />
      <div className="no-print">
        <PageHeader
          title={t("printTitle")}
          purpose={t("printPurpose", { count: personae.length })}
        />
      </div>
      {personae.length === 0 ? (
        <EmptyState
          kind="no-match"
          title={t("printNone")}
          actions={<ButtonLink href={board}>{t("backToBoard")}</ButtonLink>}
        />
      ) : (
        <section
          aria-label={t("printTitle")}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          tabIndex={0}
          className="relative grid gap-4 overflow-x-auto -outline-offset-2 print:block print:overflow-visible"
        >
          <PrintCards
            personae={personae}
            workspace={name}
            today={dayInZone(timeZone, Date.now())}
            locale={session.formats.locale}
          />
        </section>
      )}
    </>
  );
}
