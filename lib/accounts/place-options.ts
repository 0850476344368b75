import { describeLocale, LOCALES } from "./locale-choices.ts";

type Option = { value: string; label: string };
export type PlaceOptions = { timeZones: Option[]; currencies: Option[]; locales: Option[] };

/** Every time zone, currency and way to write numbers that can be chosen, in words; samples are in `currency`. */
export function placeOptions(currency: string): PlaceOptions {
  const words = new Intl.DisplayNames("en", { type: "currency" });
  return {
    timeZones: timeZoneOptions(),
    currencies: Intl.supportedValuesOf("currency").map((code) => ({
      value: code,
      label: `${code}: ${words.of(code) ?? code}`,
    })),
    locales: localeOptions(currency),
  };
}

/** Every way to write numbers and days, with samples. */
export function localeOptions(currency: string): Option[] {
  return LOCALES.map((tag) => ({ value: tag, label: describeLocale(tag, currency) })).sort((a, b) =>
    a.label.localeCompare(b.label, "en"),
  );
}

/** Every time zone; UTC, which is no place, first. */
export function timeZoneOptions(): Option[] {
  const zones = Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC");
  return ["UTC", ...zones].map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}
