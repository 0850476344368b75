import { useTranslations } from "next-intl";
import type { FormAction } from "#components/people/action-form.tsx";
import { Link } from "#components/ui/link.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import type { DepartmentRow } from "#lib/departments/types.ts";
import { StandingForm } from "./department-forms.tsx";

export type ArchivedDepartmentsProps = {
  departments: readonly DepartmentRow[];
  tenant: string;
  /** null for who may only read */
  restore: FormAction | null;
};

/** Departments that were put away, and the way back. */
export function ArchivedDepartments({ departments, tenant, restore }: ArchivedDepartmentsProps) {
  const t = useTranslations("people.tree");
  return (
    <Table label={t("archived")}>
      <thead>
        <tr>
          <Th>{t("name")}</Th>
          <Th align="end">{t("members")}</Th>
          <Th align="end">
            <span className="sr-only">{t("actions")}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {departments.map((department) => (
          <tr key={department.id}>
            <RowTh>
              <Link href={`/w/${tenant}/settings/departments/${department.id}`} isPlain>
                {department.name}
              </Link>
            </RowTh>
            <Td align="end">{department.memberCount}</Td>
            <Td align="end">
              {restore && (
                <div className="flex justify-end">
                  <StandingForm
                    tenant={tenant}
                    department={department}
                    action={restore}
                    submitLabel={t("restoreName", { name: department.name })}
                  />
                </div>
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
