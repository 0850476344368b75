import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "#components/people/action-form.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { Spectrum, Stage } from "#lib/experience/types.ts";
import { StageForm } from "./stage-form.tsx";

type Change = "adopt" | "add" | "change" | "move" | "archive" | "restore";

export type StagesPanelProps = {
  tenant: string;
  spectrum: Spectrum;
  /** null for who may only read */
  actions: Readonly<Record<Change, FormAction>> | null;
};

/** The stages in their order, each with what can be changed about it. */
export function StagesPanel({ tenant, spectrum, actions }: StagesPanelProps) {
  const t = useTranslations("personae");
  const { isUsual, stages, archived } = spectrum;
  return (
    <div className="grid gap-4">
      <Panel title={t("stagesList")} {...(isUsual ? { caption: t("stagesUsual") } : {})}>
        <ol className="divide-y divide-hairline">
          {stages.map((stage, at) => (
            <li key={stage.name} className="flex flex-wrap items-start gap-x-3 gap-y-1 py-2">
              <p className="flex min-w-0 flex-1 basis-64 gap-3">
                <span className="w-5 text-end text-muted tabular-nums">{at + 1}</span>
                <span className="min-w-0 flex-1 break-words">
                  <span className="font-medium">{stage.name}</span>
                  {stage.description && (
                    <span className="block text-xs text-muted">{stage.description}</span>
                  )}
                </span>
              </p>
              {actions && stage.id !== null && (
                <StageTools
                  tenant={tenant}
                  stage={stage}
                  stageId={stage.id}
                  actions={actions}
                  isFirst={at === 0}
                  isLast={at === stages.length - 1}
                />
              )}
            </li>
          ))}
        </ol>
        {actions && (
          <div className="mt-4 border-t border-hairline pt-4">
            {isUsual ? (
              <ActionForm action={actions.adopt} hidden={{ tenant }} submitLabel={t("adopt")} />
            ) : (
              <StageForm key={stages.length} tenant={tenant} stage={null} action={actions.add} />
            )}
          </div>
        )}
      </Panel>
      {archived.length > 0 && (
        <Panel title={t("stagesArchived")}>
          <ul className="divide-y divide-hairline">
            {archived.map(({ id, name }) => (
              <li key={id} className="flex min-h-11 items-center gap-3 py-1">
                <span className="min-w-0 flex-1 break-words">{name}</span>
                {actions && (
                  <ActionForm
                    action={actions.restore}
                    hidden={{ tenant, stageId: id }}
                    submitLabel={t("restore")}
                    describedAs={t("restoreName", { name })}
                    isInline
                  />
                )}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}

type StageToolsProps = {
  tenant: string;
  stage: Stage;
  stageId: string;
  actions: NonNullable<StagesPanelProps["actions"]>;
  isFirst: boolean;
  isLast: boolean;
};

function StageTools({ tenant, stage, stageId, actions, isFirst, isLast }: StageToolsProps) {
  const t = useTranslations("personae");
  const { name } = stage;
  const hidden = { tenant, stageId };
  const button = { variant: "quiet", isInline: true } as const;
  return (
    <div className="flex flex-wrap items-start gap-1 max-sm:ms-6 has-[[open]]:ms-6 has-[[open]]:basis-full">
      {!isFirst && (
        <ActionForm
          {...button}
          action={actions.move}
          hidden={{ ...hidden, to: "earlier" }}
          submitLabel="↑"
          describedAs={t("stageEarlier", { name })}
        />
      )}
      {!isLast && (
        <ActionForm
          {...button}
          action={actions.move}
          hidden={{ ...hidden, to: "later" }}
          submitLabel="↓"
          describedAs={t("stageLater", { name })}
        />
      )}
      <ActionForm
        {...button}
        action={actions.archive}
        hidden={hidden}
        submitLabel={t("archiveShort")}
        describedAs={t("stageArchive", { name })}
      />
      <details className="min-w-0 open:basis-full">
        <summary
          aria-label={t("stageEdit", { name })}
          className="flex min-h-11 cursor-pointer items-center px-3 font-medium text-muted sm:min-h-8"
        >
          {t("editShort")}
        </summary>
        <div className="pt-2 pb-3">
          <StageForm tenant={tenant} stage={{ ...stage, id: stageId }} action={actions.change} />
        </div>
      </details>
    </div>
  );
}
