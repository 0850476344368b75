import { useTranslations } from "next-intl";
import { type Step, Stepper } from "#components/ui/stepper.tsx";

const STEPS = ["stepFile", "stepMap", "stepCheck", "stepImport"] as const;
export type ImportStep = (typeof STEPS)[number];

/** Where an import stands: choose a file, map columns, check, import. null: all is done. */
export function ImportSteps({ current }: { current: ImportStep | null }) {
  const t = useTranslations("imports");
  const at = current ? STEPS.indexOf(current) : STEPS.length;
  return (
    <Stepper label={t("steps")} steps={STEPS.map((name, index) => stepOf(t(name), index - at))} />
  );
}

function stepOf(label: string, ahead: number): Step {
  if (ahead === 0) return { label, state: "current" };
  return { label, state: ahead < 0 ? "done" : "todo" };
}
