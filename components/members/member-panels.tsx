import { useTranslations } from "next-intl";
import type { FormAction } from "#components/people/action-form.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { DepartmentRef, MemberDetail } from "#lib/members/types.ts";
import { DependentsList } from "./dependents-list.tsx";
import {
  DeactivateForm,
  DepartmentsForm,
  ReactivateForm,
  RoleForm,
  TransferForm,
} from "./member-forms.tsx";

type MemberActions = Readonly<
  Record<"changeRole" | "deactivate" | "reactivate" | "transfer", FormAction>
>;

export type MemberPanelsProps = {
  tenant: string;
  workspaceName: string;
  member: MemberDetail;
  isSelf: boolean;
  departments: readonly DepartmentRef[];
  /** null for who may only read */
  changeDepartments: FormAction | null;
  actions: MemberActions | null;
};

/** Everything that can be changed about a member, each in a panel of its own. */
export function MemberPanels(props: MemberPanelsProps) {
  const { member, actions } = props;
  if (member.deactivatedAt !== null) return actions && <WayBack {...props} actions={actions} />;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      {actions && <RolePanel {...props} actions={actions} />}
      <DepartmentsPanel {...props} />
      {actions && !props.isSelf && <TransferPanel {...props} actions={actions} />}
      {actions && !member.isLastOwner && <WayOut {...props} actions={actions} />}
    </div>
  );
}

type WithActions = MemberPanelsProps & { actions: MemberActions };

function RolePanel({ tenant, member, actions }: WithActions) {
  const t = useTranslations("people");
  const { name, isLastOwner } = member;
  return (
    <div id="role" className="scroll-mt-20">
      <Panel
        title={t("roleTitle")}
        caption={isLastOwner ? t("lastOwner", { name }) : t("roleCaption", { name })}
      >
        {!isLastOwner && <RoleForm tenant={tenant} member={member} action={actions.changeRole} />}
      </Panel>
    </div>
  );
}

function DepartmentsPanel(props: MemberPanelsProps) {
  const { tenant, member, departments, changeDepartments } = props;
  const t = useTranslations("people");
  const names = member.departments.map(({ name }) => name).join(", ");
  return (
    <div id="departments" className="scroll-mt-20">
      <Panel
        title={t("departmentsTitle")}
        caption={changeDepartments ? t("departmentsCaption") : undefined}
      >
        {changeDepartments && departments.length > 0 ? (
          <DepartmentsForm
            tenant={tenant}
            member={member}
            departments={departments}
            action={changeDepartments}
          />
        ) : (
          names || (departments.length === 0 ? t("noDepartments") : "–")
        )}
      </Panel>
    </div>
  );
}

function TransferPanel({ tenant, member, workspaceName, actions }: WithActions) {
  const t = useTranslations("people");
  return (
    <div id="transfer" className="scroll-mt-20">
      <Panel title={t("transferTitle")} caption={t("transferCaption", { name: member.name })}>
        <TransferForm
          tenant={tenant}
          member={member}
          workspaceName={workspaceName}
          action={actions.transfer}
        />
      </Panel>
    </div>
  );
}

function WayOut({ tenant, member, actions }: WithActions) {
  const t = useTranslations("people");
  return (
    <div id="standing" className="scroll-mt-20">
      <Panel title={t("deactivateTitle")} caption={t("deactivateCaption", { name: member.name })}>
        <DependentsList name={member.name} dependents={member.dependents} />
        <DeactivateForm tenant={tenant} member={member} action={actions.deactivate} />
      </Panel>
    </div>
  );
}

function WayBack({ tenant, member, actions }: WithActions) {
  const t = useTranslations("people");
  const caption = t("reactivateCaption", { name: member.name, role: t(`roles.${member.role}`) });
  return (
    <div id="standing" className="scroll-mt-20">
      <Panel title={t("reactivateTitle")} caption={caption}>
        <ReactivateForm tenant={tenant} member={member} action={actions.reactivate} />
      </Panel>
    </div>
  );
}
