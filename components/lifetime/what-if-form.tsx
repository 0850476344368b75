"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { HiddenParams, type KeptParams } from "#components/ui/filter-form.tsx";
import { Slider } from "#components/ui/slider.tsx";
import { SCENARIO_BOUNDS, type ScenarioField } from "#lib/clv-runs/scenario-query.ts";

/** A number that still moves is not asked for. */
const SETTLED_MS = 350;

export type WhatIfFormProps = {
  /** The page without a query */
  href: string;
  /** What else the page is asked for */
  keep: KeptParams;
  /** What can be asked of the run */
  fields: readonly ScenarioField[];
  /** In percent, retention in percent points */
  values: Readonly<Record<ScenarioField, number>>;
  hints: Readonly<Record<ScenarioField, string>>;
  bad: readonly ScenarioField[];
};

/** Numbers to slide or type; the server answers a moment after they stand still, or when the form is sent. */
export function WhatIfForm({ href, keep, fields, values, hints, bad }: WhatIfFormProps) {
  const t = useTranslations("lifetime");
  const { change, isPending } = useSettled({ href, keep, fields, values });
  return (
    <form method="get" action={href} className="no-print flex flex-col gap-5">
      <HiddenParams params={keep} />
      {fields.map((name) => (
        <Slider
          key={name}
          name={name}
          label={t(`whatIf.${name}`)}
          defaultValue={values[name]}
          min={SCENARIO_BOUNDS[name][0]}
          max={SCENARIO_BOUNDS[name][1]}
          step={0.5}
          unit={t(`whatIf.units.${name}`)}
          hint={hints[name]}
          errors={bad.includes(name) ? [t(`whatIf.errors.${name}`)] : undefined}
          onChange={(value) => change(name, value)}
        />
      ))}
      <div>
        <Button type="submit" isPending={isPending}>
          {t("whatIf.recompute")}
        </Button>
      </div>
    </form>
  );
}

/** Goes to the address of the numbers once they have stood still. */
function useSettled({
  href,
  keep,
  fields,
  values: start,
}: Pick<WhatIfFormProps, "href" | "keep" | "fields" | "values">) {
  const router = useRouter();
  const asked = useRef({ ...start });
  const [timer, setTimer] = useState<ReturnType<typeof setTimeout>>();
  const [isPending, startTransition] = useTransition();
  useEffect(() => () => clearTimeout(timer), [timer]);
  const change = (name: ScenarioField, value: number) => {
    if (asked.current[name] === value) return;
    asked.current = { ...asked.current, [name]: value };
    const query = new URLSearchParams([
      ...keep.map(([each, value]) => [each, value]),
      ...fields.map((each) => [each, String(asked.current[each])]),
    ]);
    setTimer(
      setTimeout(
        () => startTransition(() => router.replace(`${href}?${query}`, { scroll: false })),
        SETTLED_MS,
      ),
    );
  };
  return { change, isPending };
}
