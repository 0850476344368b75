import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DepartmentPanels } from "#components/departments/department-panels.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { getDepartment, listActivePeople } from "#lib/departments/index.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import { Refusal } from "../../../refusal.tsx";
import {
  addToDepartmentAction,
  archiveDepartmentAction,
  moveDepartmentAction,
  removeFromDepartmentAction,
  renameDepartmentAction,
  restoreDepartmentAction,
  setHeadAction,
} from "../actions.ts";

const ACTIONS = {
  rename: renameDepartmentAction,
  move: moveDepartmentAction,
  setHead: setHeadAction,
  add: addToDepartmentAction,
  remove: removeFromDepartmentAction,
  archive: archiveDepartmentAction,
  restore: restoreDepartmentAction,
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.tree");
  return { title: t("department") };
}

type Props = Readonly<{ params: Promise<{ tenant: string; departmentId: string }> }>;

export default async function DepartmentPage({ params }: Props) {
  const { tenant, departmentId } = await params;
  const session = await requireSession(tenant);
  if (!session.permissions.has("department:read")) return <Refusal session={session} />;
  const [t, people, { department, everybody }] = await Promise.all([
    getTranslations("people.tree"),
    getTranslations("people"),
    readDepartment(session, departmentId),
  ]);
  const base = `/w/${tenant}/settings`;
  const { name, parentName, memberCount, isArchived } = department;
  const place = parentName === null ? t("atTop") : t("place", { parent: parentName });
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: people("settings"), href: base },
          { label: t("title"), href: `${base}/departments` },
          { label: name },
        ]}
      />
      <PageHeader
        title={name}
        purpose={t("facts", { place, count: memberCount })}
        actions={isArchived && <Chip isMuted>{t("isArchived")}</Chip>}
      />
      <DepartmentPanels
        tenant={tenant}
        department={department}
        everybody={everybody}
        membersHref={session.permissions.has("member:read") ? `${base}/members` : null}
        actions={session.permissions.has("department:write") ? ACTIONS : null}
      />
    </>
  );
}

function readDepartment(session: MemberSession, departmentId: string) {
  return orNotFound(
    withTenant(session, "department:read", async (tx) => ({
      department: await getDepartment(tx, departmentId),
      everybody: await listActivePeople(tx),
    })),
  );
}
