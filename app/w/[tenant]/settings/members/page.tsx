import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvitationsTable } from "#components/members/invitations-table.tsx";
import { MembersFilterBar } from "#components/members/members-filter-bar.tsx";
import { MembersTable } from "#components/members/members-table.tsx";
import { PastMembersTable } from "#components/members/past-members-table.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import {
  isFiltered,
  matchesFilter,
  parseMemberFilter,
  unknownInMemberFilter,
} from "#lib/members/filter.ts";
import { getPeople } from "#lib/members/index.ts";
import type { MemberFilter, People } from "#lib/members/types.ts";
import { Refusal } from "../../refusal.tsx";
import { changeRoleAction, renewInvitationAction, revokeInvitationAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("title") };
}

type Props = Readonly<{
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

export default async function MembersPage({ params, searchParams }: Props) {
  const session = await requireSession((await params).tenant);
  if (!session.permissions.has("member:read")) return <Refusal session={session} />;
  const asked = await searchParams;
  const filter = parseMemberFilter(asked);
  const [t, people] = await Promise.all([
    getTranslations("people"),
    withTenant(session, "member:read", async (tx) => getPeople(tx, await databaseNow(tx))),
  ]);
  const base = `/w/${session.workspace.slug}/settings`;
  const mayWrite = session.permissions.has("member:write");
  const active = people.members.filter(({ deactivatedAt }) => deactivatedAt === null);
  const purpose = t("purpose", { members: active.length, invited: people.invitations.length });
  return (
    <>
      <Breadcrumbs crumbs={[{ label: t("settings"), href: base }, { label: t("title") }]} />
      <PageHeader
        title={t("title")}
        purpose={purpose}
        actions={
          mayWrite && (
            <ButtonLink href={`${base}/members/invite`} variant="primary">
              {t("invite")}
            </ButtonLink>
          )
        }
      />
      <MembersFilterBar
        filter={filter}
        unknown={unknownInMemberFilter(asked)}
        href={`${base}/members`}
        departments={people.departments}
        exportHref={session.permissions.has("customer:export") ? `${base}/members/export` : null}
      />
      <Everybody people={people} filter={filter} session={session} />
    </>
  );
}

type EverybodyProps = { people: People; filter: MemberFilter; session: MemberSession };

async function Everybody({ people, filter, session }: EverybodyProps) {
  const t = await getTranslations("people");
  const { formats, actor, permissions } = session;
  const tenant = session.workspace.slug;
  const mayWrite = permissions.has("member:write");
  const found = people.members.filter((member) => matchesFilter(member, filter));
  const active = found.filter(({ deactivatedAt }) => deactivatedAt === null);
  const past = found.filter(({ deactivatedAt }) => deactivatedAt !== null);
  const invitations = people.invitations.filter((row) => matchesFilter(row, filter));
  if (isFiltered(filter) && found.length === 0 && invitations.length === 0)
    return <Nobody href={`/w/${tenant}/settings/members`} />;
  return (
    <>
      {active.length > 0 && (
        <Panel title={t("active")} hasPadding={false}>
          <MembersTable
            members={active}
            tenant={tenant}
            ownId={actor.membershipId}
            formats={formats}
            changeRole={mayWrite ? changeRoleAction : null}
            mayChangeDepartments={permissions.has("department:write")}
          />
        </Panel>
      )}
      {invitations.length > 0 && (
        <Panel title={t("invited")} caption={t("invitedCaption")} hasPadding={false}>
          <InvitationsTable
            invitations={invitations}
            tenant={tenant}
            formats={formats}
            actions={
              mayWrite ? { renew: renewInvitationAction, revoke: revokeInvitationAction } : null
            }
          />
        </Panel>
      )}
      {past.length > 0 && (
        <Panel title={t("deactivated")} caption={t("deactivatedCaption")} hasPadding={false}>
          <PastMembersTable
            members={past}
            tenant={tenant}
            formats={formats}
            mayChangeMember={mayWrite}
          />
        </Panel>
      )}
    </>
  );
}

async function Nobody({ href }: { href: string }) {
  const t = await getTranslations("people");
  return (
    <EmptyState
      kind="no-match"
      title={t("noMatchTitle")}
      actions={<ButtonLink href={href}>{t("showAll")}</ButtonLink>}
    >
      {t("noMatchText")}
    </EmptyState>
  );
}
