import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { cx } from "#lib/class-names.ts";

export type ChecklistStep = {
  key: string;
  title: string;
  text: string;
  isDone: boolean;
  /** Where the step is done; the first open one carries the primary button */
  action: { label: string; href: string };
};

export type ChecklistProps = { steps: readonly ChecklistStep[] };

/** The way from an empty workspace to a first answer; counts real progress only. */
export function Checklist({ steps }: ChecklistProps) {
  const t = useTranslations("home");
  const done = steps.filter((step) => step.isDone).length;
  const next = steps.find((step) => !step.isDone);
  return (
    <Panel
      title={t("stepsDone", { done, total: steps.length })}
      caption={t("stepsCaption")}
      hasPadding={false}
    >
      <ol>
        {steps.map((step, index) => (
          <StepRow key={step.key} step={step} number={index + 1} isNext={step === next} />
        ))}
      </ol>
    </Panel>
  );
}

type StepRowProps = { step: ChecklistStep; number: number; isNext: boolean };

function StepRow({ step, number, isNext }: StepRowProps) {
  const t = useTranslations("home");
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3 gap-y-2 border-b border-hairline px-4 py-3 last:border-b-0 sm:grid-cols-[auto_minmax(0,1fr)_auto] sm:px-5">
      <span
        className={cx(
          "grid size-6 shrink-0 place-items-center rounded-full text-2xs",
          disc(step, isNext),
        )}
      >
        {step.isDone ? <Check role="img" aria-label={t("stepDone")} /> : number}
      </span>
      <div className="min-w-0">
        <h3 className="font-medium">{step.title}</h3>
        <p className="text-xs text-muted">{step.text}</p>
      </div>
      {!step.isDone && (
        <ButtonLink
          href={step.action.href}
          variant={isNext ? "primary" : "default"}
          className="max-sm:col-start-2 max-sm:justify-self-start"
        >
          {step.action.label}
        </ButtonLink>
      )}
    </li>
  );
}

function disc(step: ChecklistStep, isNext: boolean): string {
  if (step.isDone) return "text-good inset-ring inset-ring-edge";
  return isNext ? "bg-primary text-on-primary" : "text-muted inset-ring inset-ring-edge";
}
