import { useTranslations } from "next-intl";
import type { FormAction } from "#components/people/action-form.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { MeasuredNeed, NamedSegment, NeedLinks } from "#lib/needs/types.ts";
import { ChangeNeedForm, DeleteNeedForm, StandingForm } from "./need-forms.tsx";

type Change = "change" | "archive" | "restore" | "delete";

export type NeedSettingsProps = {
  tenant: string;
  need: MeasuredNeed;
  segments: readonly NamedSegment[];
  links: NeedLinks;
  actions: Readonly<Record<Change, FormAction>>;
};

/** What can be changed about a need. */
export function NeedSettings(props: NeedSettingsProps) {
  const { tenant, need, segments, actions } = props;
  const t = useTranslations("needs");
  const { isArchived } = need;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      {!isArchived && (
        <Panel title={t("changeTitle")}>
          <ChangeNeedForm action={actions.change} {...{ tenant, need, segments }} />
        </Panel>
      )}
      <div className="grid gap-4">
        <Panel
          title={t(isArchived ? "restoreTitle" : "archiveTitle")}
          caption={t(isArchived ? "restoreCaption" : "archiveCaption")}
        >
          <StandingForm
            tenant={tenant}
            need={need}
            action={isArchived ? actions.restore : actions.archive}
            submitLabel={t(isArchived ? "restoreSubmit" : "archiveSubmit")}
          />
        </Panel>
        <DeletePanel {...props} />
      </div>
    </div>
  );
}

function DeletePanel({ tenant, need, links, actions }: NeedSettingsProps) {
  const t = useTranslations("needs");
  const { rules, ruleNames } = links;
  const parts = [
    ...(links.questions > 0 ? [t("linkedQuestions", { count: links.questions })] : []),
    ...(links.ratings > 0 ? [t("linkedRatings", { count: links.ratings })] : []),
    ...(links.evidence > 0 ? [t("linkedEvidence", { count: links.evidence })] : []),
    ...(rules > 0
      ? [t("linkedRules", { count: rules, names: ruleNames.join(", ") || "none" })]
      : []),
  ];
  const hasLinks = parts.length > 0;
  return (
    <Panel title={t("deleteTitle")} caption={t(hasLinks ? "deleteLinks" : "deleteNothing")}>
      {hasLinks && (
        <ul className="mb-3 list-disc ps-5 text-sm">
          {parts.map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ul>
      )}
      <DeleteNeedForm tenant={tenant} need={need} action={actions.delete} hasLinks={hasLinks} />
    </Panel>
  );
}
