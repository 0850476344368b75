import { useTranslations } from "next-intl";
import type { FetchTimes } from "#lib/source-fetch/types.ts";

const WEEK_DAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Says when a source is fetched. */
export function useFetchTimes(): (times: FetchTimes) => string {
  const t = useTranslations("sources");
  return ({ rhythm, atHour, weekDay }) => {
    const hour = t("hourOfDay", { hour: String(atHour).padStart(2, "0") });
    const day = WEEK_DAYS.find((each) => each === weekDay) ?? 1;
    return t(`times_${rhythm}`, { hour, day: t(`weekDay_${day}`) });
  };
}
