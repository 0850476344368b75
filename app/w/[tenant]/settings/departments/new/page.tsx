import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CreateDepartmentForm } from "#components/departments/department-forms.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listDepartmentNames } from "#lib/members/index.ts";
import { Refusal } from "../../../refusal.tsx";
import { createDepartmentAction } from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.tree");
  return { title: t("createTitle") };
}

type Props = Readonly<{
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ under?: string | string[] }>;
}>;

export default async function NewDepartmentPage({ params, searchParams }: Props) {
  const session = await requireSession((await params).tenant);
  if (!session.permissions.has("department:write")) return <Refusal session={session} />;
  const { under } = await searchParams;
  const [t, people, departments] = await Promise.all([
    getTranslations("people.tree"),
    getTranslations("people"),
    withTenant(session, "department:write", listDepartmentNames),
  ]);
  const { slug } = session.workspace;
  const base = `/w/${slug}/settings`;
  const parentId = departments.find(({ id }) => id === under)?.id ?? null;
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: people("settings"), href: base },
          { label: t("title"), href: `${base}/departments` },
          { label: t("createTitle") },
        ]}
      />
      <PageHeader title={t("createTitle")} purpose={t("createPurpose")} />
      <Panel>
        <CreateDepartmentForm
          tenant={slug}
          parents={departments}
          parentId={parentId}
          action={createDepartmentAction}
        />
      </Panel>
    </>
  );
}
