import { useTranslations } from "next-intl";
import { Avatar } from "#components/ui/avatar.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { Link } from "#components/ui/link.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import type { Formats } from "#lib/auth/types.ts";
import { formatInstant } from "#lib/format/format-instant.ts";
import type { MemberRow } from "#lib/members/types.ts";
import { MemberMenu } from "./member-menu.tsx";
import { RoleSelect, type RoleSelectProps } from "./role-select.tsx";

export type MembersTableProps = {
  members: readonly MemberRow[];
  tenant: string;
  ownId: string;
  formats: Formats;
  /** null for who may only read */
  changeRole: RoleSelectProps["action"] | null;
  mayChangeDepartments: boolean;
};

/** Who works in the workspace, as what, and where. */
export function MembersTable({ members, ...props }: MembersTableProps) {
  const t = useTranslations("people");
  return (
    <Table label={t("title")}>
      <thead>
        <tr>
          <Th>{t("name")}</Th>
          <Th className="max-sm:hidden">{t("role")}</Th>
          <Th className="max-sm:hidden">{t("departments")}</Th>
          <Th className="max-sm:hidden">{t("twoSteps")}</Th>
          <Th className="max-sm:hidden">{t("lastSeen")}</Th>
          <Th align="end">
            <span className="sr-only">{t("actions")}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <MemberLine key={member.id} member={member} {...props} />
        ))}
      </tbody>
    </Table>
  );
}

type MemberLineProps = Omit<MembersTableProps, "members"> & { member: MemberRow };

function MemberLine(props: MemberLineProps) {
  const { member, tenant, ownId, formats, changeRole, mayChangeDepartments } = props;
  const t = useTranslations("people");
  const href = `/w/${tenant}/settings/members/${member.id}`;
  return (
    <tr>
      <RowTh className="sm:whitespace-nowrap">
        <MemberName member={member} href={href} isSelf={member.id === ownId} />
      </RowTh>
      <Td className="whitespace-nowrap max-sm:hidden">
        {changeRole ? (
          <RoleSelect tenant={tenant} member={member} action={changeRole} />
        ) : (
          t(`roles.${member.role}`)
        )}
      </Td>
      <Td className="text-muted max-sm:hidden">
        {member.departments.map(({ name }) => name).join(", ") || "–"}
      </Td>
      <Td className={member.hasTwoSteps ? "max-sm:hidden" : "text-muted max-sm:hidden"}>
        {t(member.hasTwoSteps ? "on" : "off")}
      </Td>
      <Td className="whitespace-nowrap text-muted max-sm:hidden">
        {member.seenAt
          ? formatInstant(member.seenAt, formats.locale, formats.timeZone)
          : t("never")}
      </Td>
      <Td align="end">
        <MemberMenu
          name={member.name}
          href={href}
          isActive
          isSelf={member.id === ownId}
          mayChangeMember={changeRole !== null}
          mayChangeDepartments={mayChangeDepartments}
        />
      </Td>
    </tr>
  );
}

function MemberName({
  member,
  href,
  isSelf,
}: {
  member: MemberRow;
  href: string;
  isSelf: boolean;
}) {
  const t = useTranslations("people");
  return (
    <span className="flex items-center gap-2 py-1">
      <span className="max-sm:hidden">
        <Avatar name={member.name} size="md" />
      </span>
      <span className="min-w-0">
        <span className="flex items-center gap-2">
          <Link href={href} isPlain className="inline-flex min-h-6 items-center">
            {member.name}
          </Link>
          {isSelf && <Chip isMuted>{t("you")}</Chip>}
        </span>
        <span className="block break-all text-2xs text-muted">{member.email}</span>
        {/* A phone has no room for the column; the role is changed on the member's page. */}
        <span className="block text-2xs sm:hidden">{t(`roles.${member.role}`)}</span>
      </span>
    </span>
  );
}
