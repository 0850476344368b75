import type { ChecklistStep } from "./checklist.tsx";

export type OnboardingState = {
  slug: string;
  hasCustomers: boolean;
  hasOrders: boolean;
  hasValue: boolean;
  hasMargin: boolean;
};

type Words = (key: StepWord) => string;
type StepKey = "import" | "value" | "margin";
type StepWord =
  | `${StepKey}Title`
  | `${StepKey}Text`
  | `${StepKey}Done`
  | `${StepKey}Action`
  | "importHalfText";

const PERMISSION: Record<StepKey, string> = {
  import: "import:write",
  value: "value:read",
  margin: "workspace:write",
};

/** The steps a member with these permissions can do, in their order. */
export function onboardingSteps(
  state: OnboardingState,
  permissions: ReadonlySet<string>,
  t: Words,
): ChecklistStep[] {
  const steps: [key: StepKey, path: string, isDone: boolean][] = [
    ["import", "/data/imports/new", state.hasCustomers && state.hasOrders],
    ["value", "/value", state.hasValue],
    ["margin", "/settings", state.hasMargin],
  ];
  return steps
    .filter(([key]) => permissions.has(PERMISSION[key]))
    .map(([key, path, isDone]) => ({
      key,
      title: t(`${key}Title`),
      text: t(textOf(key, isDone, state)),
      isDone,
      action: { label: t(`${key}Action`), href: `/w/${state.slug}${path}` },
    }));
}

function textOf(key: StepKey, isDone: boolean, state: OnboardingState): StepWord {
  if (isDone) return `${key}Done`;
  return key === "import" && state.hasCustomers ? "importHalfText" : `${key}Text`;
}
