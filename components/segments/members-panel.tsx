import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "#components/people/action-form.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ExportMenu } from "#components/ui/export-menu.tsx";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { formatDay } from "#lib/format/format-day.ts";

type Member = { customerId: string; externalId: string; name: string | null; since: string };

export type MembersPanelProps = {
  /** null for who may not be told, for it would tell what the rule asks */
  members: readonly Member[] | null;
  /** YYYY-MM-DD: who was in it then; null: who is in it now */
  onDay: string | null;
  /** Whether the segment is still being computed */
  isComputing: boolean;
  /** "/w/alder/customers" */
  customersHref: string;
  exportHref: string | null;
  locale: string;
  /** Takes a customer off a list; null for another kind of segment, and for those who may only read */
  leave: { action: FormAction<void>; hidden: Readonly<Record<string, string>> } | null;
};

/** The customers in a segment now. */
export function MembersPanel(props: MembersPanelProps) {
  const { members, isComputing, customersHref, exportHref, locale, leave, onDay } = props;
  const t = useTranslations("segmentation.members");
  const title = onDay === null ? t("title") : t("titleOn", { day: formatDay(onDay, locale) });
  if (members === null)
    return (
      <EmptyState kind="no-permission" title={t("hiddenTitle")}>
        {t("hiddenText")}
      </EmptyState>
    );
  if (members.length === 0)
    return <NoMembers kind={onDay === null ? (isComputing ? "computing" : "none") : "noneThen"} />;
  return (
    <Panel
      title={title}
      actions={exportHref && <ExportMenu href={exportHref} isCompact />}
      hasPadding={false}
    >
      <Table label={title} isList>
        <thead>
          <tr>
            <Th>{t("customer")}</Th>
            <Th>{t("name")}</Th>
            <Th align="end">{t("since")}</Th>
            {leave && (
              <Th>
                <span className="sr-only">{t("leave")}</span>
              </Th>
            )}
          </tr>
        </thead>
        <tbody>
          {members.map(({ customerId, externalId, name, since }) => (
            <tr key={customerId}>
              <RowTh>
                <Link
                  isPlain
                  href={`${customersHref}/${customerId}`}
                  className="inline-flex min-h-6 items-center"
                >
                  {externalId}
                </Link>
              </RowTh>
              <Td className="break-words">{name ?? "–"}</Td>
              <Td align="end">{formatDay(since, locale)}</Td>
              {leave && (
                <Td className="w-0">
                  <ActionForm
                    action={leave.action}
                    hidden={{ ...leave.hidden, customerId }}
                    submitLabel={t("leave")}
                    describedAs={t("leaveOf", { customer: externalId })}
                    variant="quiet"
                    isInline
                  />
                </Td>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}

/** Why a segment has nobody to show. */
function NoMembers({ kind }: { kind: "computing" | "none" | "noneThen" }) {
  const t = useTranslations("segmentation.members");
  return (
    <EmptyState kind="no-match" title={t(`${kind}Title`)}>
      {t(`${kind}Text`)}
    </EmptyState>
  );
}
