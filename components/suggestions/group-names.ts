import type { useTranslations } from "next-intl";
import {
  type Level,
  type Levels,
  levelsOf,
  type Medians,
} from "#lib/segments/suggestions/levels.ts";
import { BASES } from "#lib/segments/suggestions/types.ts";

type Translator = ReturnType<typeof useTranslations<"suggestions">>;

/** A name for each group by what its customers do more or less than all; a name met before gets a number. */
export function groupNames(
  groups: readonly { key: string; medians: Medians }[],
  all: Medians,
  t: Translator,
): Map<string, string> {
  const met = new Map<string, number>();
  return new Map(
    groups.map(({ key, medians }) => {
      const name = nameOf(levelsOf(medians, all), t);
      const number = (met.get(name) ?? 0) + 1;
      met.set(name, number);
      return [key, number === 1 ? name : t("numbered", { name, number })];
    }),
  );
}

function nameOf(levels: Levels, t: Translator): string {
  const parts = BASES.flatMap((basis) => {
    const level: Level = levels[basis];
    return level === "middle" ? [] : [t(`parts.${basis}_${level}`)];
  });
  const name = parts.join(", ");
  return name === "" ? t("typical") : name.charAt(0).toLocaleUpperCase() + name.slice(1);
}
