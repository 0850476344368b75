import { useTranslations } from "next-intl";
import { Avatar } from "#components/ui/avatar.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import type { MemberRow } from "#lib/workspaces/types.ts";

export type MembersTableProps = { members: readonly MemberRow[]; ownId: string };

/** Who is in the workspace, and as what. */
export function MembersTable({ members, ownId }: MembersTableProps) {
  const t = useTranslations("settings");
  return (
    <Table label={t("members", { count: members.length })}>
      <thead>
        <tr>
          <Th>{t("memberName")}</Th>
          <Th>{t("memberEmail")}</Th>
          <Th>{t("memberRole")}</Th>
          <Th>{t("memberDepartments")}</Th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.id}>
            <RowTh className="whitespace-nowrap">
              <span className="flex items-center gap-2">
                <Avatar name={member.name} size="sm" />
                <span className="font-medium">{member.name}</span>
                {member.id === ownId && <Chip isMuted>{t("you")}</Chip>}
              </span>
            </RowTh>
            <Td className="text-muted">{member.email}</Td>
            <Td className="whitespace-nowrap">{t(`role_${member.role}`)}</Td>
            <Td className="text-muted">{member.departments.join(", ") || "–"}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
