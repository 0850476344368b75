import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MemberPanels } from "#components/members/member-panels.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { formatInstant } from "#lib/format/format-instant.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import { getMember, listDepartmentNames } from "#lib/members/index.ts";
import type { MemberDetail } from "#lib/members/types.ts";
import { Refusal } from "../../../refusal.tsx";
import { changeDepartmentsAction } from "../../departments/actions.ts";
import {
  changeRoleAction,
  deactivateMemberAction,
  reactivateMemberAction,
  transferOwnershipAction,
} from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("member") };
}

type Props = Readonly<{ params: Promise<{ tenant: string; memberId: string }> }>;

export default async function MemberPage({ params }: Props) {
  const { tenant, memberId } = await params;
  const session = await requireSession(tenant);
  if (!session.permissions.has("member:read")) return <Refusal session={session} />;
  const [t, { member, departments }] = await Promise.all([
    getTranslations("people"),
    readMember(session, memberId),
  ]);
  const base = `/w/${tenant}/settings`;
  const may = session.permissions;
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: t("settings"), href: base },
          { label: t("title"), href: `${base}/members` },
          { label: member.name },
        ]}
      />
      <PageHeader title={member.name} purpose={await purposeOf(session, member)} />
      <MemberPanels
        tenant={tenant}
        workspaceName={session.workspace.name}
        member={member}
        isSelf={member.id === session.actor.membershipId}
        departments={departments}
        changeDepartments={may.has("department:write") ? changeDepartmentsAction : null}
        actions={
          may.has("member:write")
            ? {
                changeRole: changeRoleAction,
                deactivate: deactivateMemberAction,
                reactivate: reactivateMemberAction,
                transfer: transferOwnershipAction,
              }
            : null
        }
      />
    </>
  );
}

function readMember(session: MemberSession, memberId: string) {
  return orNotFound(
    withTenant(session, "member:read", async (tx) => ({
      member: await getMember(tx, session, memberId),
      departments: await listDepartmentNames(tx),
    })),
  );
}

async function purposeOf({ formats }: MemberSession, member: MemberDetail): Promise<string> {
  const t = await getTranslations("people");
  const { email, role, deactivatedAt } = member;
  if (deactivatedAt === null) return t("memberPurpose", { role: t(`roles.${role}`), email });
  const day = formatInstant(deactivatedAt, formats.locale, formats.timeZone);
  return t("memberPurposeGone", { day, email });
}
