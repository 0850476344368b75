import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InviteForm } from "#components/members/invite-form.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { isMailOn } from "#lib/mail/index.ts";
import { listDepartmentNames } from "#lib/members/index.ts";
import { Refusal } from "../../../refusal.tsx";
import { inviteMembersAction } from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("inviteTitle") };
}

type Props = Readonly<{ params: Promise<{ tenant: string }> }>;

export default async function InvitePage({ params }: Props) {
  const session = await requireSession((await params).tenant);
  if (!session.permissions.has("member:write")) return <Refusal session={session} />;
  const [t, departments] = await Promise.all([
    getTranslations("people"),
    withTenant(session, "member:write", listDepartmentNames),
  ]);
  const { slug } = session.workspace;
  const base = `/w/${slug}/settings`;
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: t("settings"), href: base },
          { label: t("title"), href: `${base}/members` },
          { label: t("inviteTitle") },
        ]}
      />
      <PageHeader title={t("inviteTitle")} purpose={t("invitePurpose")} />
      <Panel>
        <InviteForm
          tenant={slug}
          departments={departments}
          isMailOn={isMailOn()}
          action={inviteMembersAction}
        />
      </Panel>
    </>
  );
}
