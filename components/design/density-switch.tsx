"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { SegmentedChoice } from "#components/ui/segmented-choice.tsx";

type Density = "comfortable" | "compact";

/** Rows of 44 or 36 px, on this page until it is loaded again. */
export function DensitySwitch() {
  const t = useTranslations("design");
  const [density, setDensity] = useState<Density>("comfortable");
  const choose = (next: Density) => {
    setDensity(next);
    document.documentElement.dataset["density"] = next;
  };
  return (
    <SegmentedChoice
      label={t("density")}
      value={density}
      onChange={choose}
      options={[
        { value: "comfortable", label: t("comfortable") },
        { value: "compact", label: t("compact") },
      ]}
    />
  );
}
