import { useTranslations } from "next-intl";
import { Chip } from "#components/ui/chip.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import type { Formats } from "#lib/auth/types.ts";
import { formatInstant } from "#lib/format/format-instant.ts";
import type { InvitationRow } from "#lib/members/types.ts";
import { InvitationButtons, type InvitationButtonsProps } from "./invitation-buttons.tsx";

export type InvitationsTableProps = {
  invitations: readonly InvitationRow[];
  tenant: string;
  formats: Formats;
  /** null for who may only read */
  actions: Pick<InvitationButtonsProps, "renew" | "revoke"> | null;
};

/** Who is invited and has not come yet. */
export function InvitationsTable(props: InvitationsTableProps) {
  const { invitations, tenant, formats, actions } = props;
  const t = useTranslations("people");
  return (
    <Table label={t("invited")}>
      <thead>
        <tr>
          <Th>{t("email")}</Th>
          <Th className="max-sm:hidden">{t("role")}</Th>
          <Th className="max-sm:hidden">{t("departments")}</Th>
          <Th className="max-sm:hidden">{t("invitedBy")}</Th>
          <Th className="max-sm:hidden">{t("expires")}</Th>
          <Th align="end">
            <span className="sr-only">{t("actions")}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {invitations.map((invitation) => (
          <tr key={invitation.id}>
            <RowTh>
              <span className="block font-medium break-all">{invitation.email}</span>
              <span className="block text-2xs font-normal text-muted">
                {invitation.name}
                <span className="sm:hidden"> · {t(`roles.${invitation.role}`)}</span>
              </span>
            </RowTh>
            <Td className="whitespace-nowrap max-sm:hidden">{t(`roles.${invitation.role}`)}</Td>
            <Td className="text-muted max-sm:hidden">
              {invitation.departments.map(({ name }) => name).join(", ") || "–"}
            </Td>
            <Td className="whitespace-nowrap text-muted max-sm:hidden">
              {invitation.invitedBy ?? t("operator")}
            </Td>
            <Td className="whitespace-nowrap text-muted max-sm:hidden">
              {invitation.state === "expired" ? (
                <Chip isMuted>{t("expired")}</Chip>
              ) : (
                formatInstant(invitation.expiresAt, formats.locale, formats.timeZone)
              )}
            </Td>
            <Td align="end">
              {actions && (
                <InvitationButtons tenant={tenant} invitation={invitation} {...actions} />
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
