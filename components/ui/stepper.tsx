import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "#lib/class-names.ts";

export type Step = { label: string; state: "done" | "current" | "todo" };
export type StepperProps = { label: string; steps: readonly Step[] };

/** The steps of a task and which one is under way; a narrow screen names that one only. */
export function Stepper({ label, steps }: StepperProps) {
  const t = useTranslations("common");
  return (
    <ol aria-label={label} className="flex flex-wrap items-center gap-x-3 gap-y-2">
      {steps.map((step, index) => (
        <li
          key={step.label}
          aria-current={step.state === "current" ? "step" : undefined}
          className={cx(
            "flex items-center gap-2 font-medium whitespace-nowrap",
            "not-last:after:ms-1 not-last:after:hidden not-last:after:w-12 not-last:after:border-t not-last:after:border-hairline sm:not-last:after:block",
            step.state === "current" ? "text-text" : "text-muted",
          )}
        >
          <span
            className={cx(
              "grid size-6 place-items-center rounded-full text-2xs forced-color-adjust-none",
              DISC[step.state],
            )}
          >
            {step.state === "done" ? <Check aria-label={t("done")} /> : index + 1}
          </span>
          <span className={step.state === "current" ? undefined : "max-sm:sr-only"}>
            {step.label}
          </span>
        </li>
      ))}
    </ol>
  );
}

const DISC: Record<Step["state"], string> = {
  done: "text-good inset-ring inset-ring-edge",
  current: "bg-primary text-on-primary",
  todo: "inset-ring inset-ring-edge",
};
