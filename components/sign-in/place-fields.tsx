"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ComboBox } from "#components/ui/combo-box.tsx";

export type Place = { timeZone: string; currency: string; locale: string };
type Option = { value: string; label: string };

export type PlaceFieldsProps = {
  /** What the server could tell from the request */
  guess: Place;
  /** What was sent before, after a refusal */
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string[] | undefined>>;
  options: { timeZones: Option[]; currencies: Option[]; locales: Option[] };
};

/** Time zone, currency and format, guessed and folded away: most people never open it. */
export function PlaceFields({ guess, typed, errors, options }: PlaceFieldsProps) {
  const t = useTranslations("signIn");
  const zone = useBrowserTimeZone(guess.timeZone, options.timeZones);
  const place = { ...guess, timeZone: zone, ...typed };
  const words = new Intl.DisplayNames("en", { type: "language" }).of(place.locale);
  const isBad = ["timeZone", "currency", "locale"].some((name) => errors[name]);
  return (
    <details open={isBad || undefined} className="group rounded-sm border border-hairline">
      <summary className="flex min-h-11 cursor-pointer items-center gap-2 px-3 py-2 text-xs marker:content-none">
        <span className="min-w-0 flex-1">
          {t("guessed", { ...place, locale: words ?? place.locale })}
          <span className="block text-2xs text-muted">{t("guessedHint")}</span>
        </span>
        <ChevronDown className="text-muted group-open:rotate-180" />
      </summary>
      {/* A new value, from the browser or sent before, makes a new field. */}
      <div className="flex flex-col gap-4 px-3 pt-1 pb-4">
        <ComboBox
          key={place.timeZone}
          label={t("timeZone")}
          name="timeZone"
          size="lg"
          options={options.timeZones}
          defaultValue={place.timeZone}
          errors={errors["timeZone"]}
        />
        <ComboBox
          key={place.currency}
          label={t("currency")}
          name="currency"
          size="lg"
          options={options.currencies}
          defaultValue={place.currency}
          errors={errors["currency"]}
        />
        <ComboBox
          key={place.locale}
          label={t("locale")}
          name="locale"
          size="lg"
          options={options.locales}
          defaultValue={place.locale}
          errors={errors["locale"]}
        />
      </div>
    </details>
  );
}

/** The browser's own zone, once it can be asked. */
function useBrowserTimeZone(fallback: string, known: readonly Option[]): string {
  const [zone, setZone] = useState(fallback);
  useEffect(() => {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    if (known.some(({ value }) => value === timeZone)) setZone(timeZone);
  }, [known]);
  return zone;
}
