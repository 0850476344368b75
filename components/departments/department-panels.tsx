import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "#components/people/action-form.tsx";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { DepartmentDetail, Person } from "#lib/departments/types.ts";
import {
  AddMemberForm,
  HeadForm,
  MoveForm,
  RenameForm,
  StandingForm,
} from "./department-forms.tsx";

type Change = "rename" | "move" | "setHead" | "add" | "remove" | "archive" | "restore";
type DepartmentActions = Readonly<Record<Change, FormAction>>;

export type DepartmentPanelsProps = {
  tenant: string;
  department: DepartmentDetail;
  /** Every active member, to choose from */
  everybody: readonly Person[];
  /** Where members are shown; null for who may not see them */
  membersHref: string | null;
  /** null for who may only read */
  actions: DepartmentActions | null;
};

/** What a department is, and what can be changed about it. */
export function DepartmentPanels(props: DepartmentPanelsProps) {
  const { department, actions } = props;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <MembersPanel {...props} />
      <HeadPanel {...props} />
      {actions && !department.isArchived && <NamePanel {...props} actions={actions} />}
      {actions && !department.isArchived && <PlacePanel {...props} actions={actions} />}
      {actions && <StandingPanel {...props} actions={actions} />}
    </div>
  );
}

type WithActions = DepartmentPanelsProps & { actions: DepartmentActions };

function MembersPanel(props: DepartmentPanelsProps) {
  const { department, everybody, membersHref, tenant, actions } = props;
  const t = useTranslations("people.tree");
  const mayChange = actions !== null && !department.isArchived;
  return (
    <div id="members" className="scroll-mt-20">
      <Panel title={t("membersTitle")}>
        {department.members.length === 0 ? (
          <p className="text-muted">{t("noMembers")}</p>
        ) : (
          <ul className="divide-y divide-hairline">
            {department.members.map((person) => (
              <li key={person.id} className="flex min-h-11 items-center gap-2">
                <span className="min-w-0 flex-1 truncate">
                  {membersHref ? (
                    <Link
                      href={`${membersHref}/${person.id}`}
                      isPlain
                      className="inline-block py-1"
                    >
                      {person.name}
                    </Link>
                  ) : (
                    person.name
                  )}
                </span>
                {mayChange && (
                  <ActionForm
                    action={actions.remove}
                    hidden={{ tenant, departmentId: department.id, memberId: person.id }}
                    submitLabel={t("remove")}
                    describedAs={t("removeName", {
                      name: person.name,
                      department: department.name,
                    })}
                    variant="quiet"
                    isInline
                  />
                )}
              </li>
            ))}
          </ul>
        )}
        {mayChange && (
          <div className="mt-4">
            <AddMemberForm
              tenant={tenant}
              department={department}
              everybody={everybody}
              action={actions.add}
            />
          </div>
        )}
      </Panel>
    </div>
  );
}

function HeadPanel({ tenant, department, everybody, actions }: DepartmentPanelsProps) {
  const t = useTranslations("people.tree");
  return (
    <div id="head" className="scroll-mt-20">
      <Panel title={t("headTitle")} caption={t("headCaption")}>
        {actions && !department.isArchived ? (
          <HeadForm
            tenant={tenant}
            department={department}
            everybody={everybody}
            action={actions.setHead}
          />
        ) : (
          (department.head?.name ?? t("noHead"))
        )}
      </Panel>
    </div>
  );
}

function NamePanel({ tenant, department, actions }: WithActions) {
  const t = useTranslations("people.tree");
  return (
    <div id="name" className="scroll-mt-20">
      <Panel title={t("renameTitle")}>
        <RenameForm tenant={tenant} department={department} action={actions.rename} />
      </Panel>
    </div>
  );
}

function PlacePanel({ tenant, department, actions }: WithActions) {
  const t = useTranslations("people.tree");
  return (
    <div id="place" className="scroll-mt-20">
      <Panel title={t("moveTitle")}>
        <MoveForm tenant={tenant} department={department} action={actions.move} />
      </Panel>
    </div>
  );
}

function StandingPanel({ tenant, department, actions }: WithActions) {
  const t = useTranslations("people.tree");
  const { name, isArchived, children, head, memberCount } = department;
  const isBlocked = !isArchived && children.length > 0;
  return (
    <div id="standing" className="scroll-mt-20">
      <Panel
        title={t(isArchived ? "restoreTitle" : "archiveTitle")}
        caption={t(isArchived ? "restoreCaption" : "archiveCaption")}
      >
        {isBlocked && <p>{t("archiveBlocked", { children: children.join(", ") })}</p>}
        {!isArchived && (
          <p className={isBlocked ? "mt-2" : "mb-4"}>
            {t("archiveMembers", { count: memberCount, head: head?.name ?? "none" })}
          </p>
        )}
        {!isBlocked && (
          <StandingForm
            tenant={tenant}
            department={department}
            action={isArchived ? actions.restore : actions.archive}
            submitLabel={t(isArchived ? "restoreName" : "archiveSubmit", { name })}
          />
        )}
      </Panel>
    </div>
  );
}
