import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import type { Formats } from "#lib/auth/types.ts";
import { formatInstant } from "#lib/format/format-instant.ts";
import type { MemberRow } from "#lib/members/types.ts";
import { MemberMenu } from "./member-menu.tsx";

export type PastMembersTableProps = {
  members: readonly MemberRow[];
  tenant: string;
  formats: Formats;
  mayChangeMember: boolean;
};

/** Who worked in the workspace and may come back. */
export function PastMembersTable(props: PastMembersTableProps) {
  const { members, tenant, formats, mayChangeMember } = props;
  const t = useTranslations("people");
  return (
    <Table label={t("deactivated")}>
      <thead>
        <tr>
          <Th>{t("name")}</Th>
          <Th>{t("email")}</Th>
          <Th>{t("role")}</Th>
          <Th>{t("since")}</Th>
          <Th align="end">
            <span className="sr-only">{t("actions")}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.id}>
            <RowTh className="whitespace-nowrap">
              <Link href={`/w/${tenant}/settings/members/${member.id}`} isPlain>
                {member.name}
              </Link>
            </RowTh>
            <Td className="text-muted">{member.email}</Td>
            <Td className="whitespace-nowrap">{t(`roles.${member.role}`)}</Td>
            <Td className="whitespace-nowrap text-muted">
              {formatInstant(member.deactivatedAt, formats.locale, formats.timeZone)}
            </Td>
            <Td align="end">
              <MemberMenu
                name={member.name}
                href={`/w/${tenant}/settings/members/${member.id}`}
                isActive={false}
                isSelf={false}
                mayChangeMember={mayChangeMember}
                mayChangeDepartments={false}
              />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
