"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { PlainSelect } from "#components/ui/plain-select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { IMPORT_KINDS, type ImportKind } from "#lib/imports/types.ts";
import { FETCH_RHYTHMS, SIGN_INS } from "#lib/source-fetch/types.ts";

const NAMES = [
  ...(["url", "signIn", "userName", "kind", "mappingId"] as const),
  ...(["rhythm", "atHour", "weekDay"] as const),
] as const;
export type GivenFetch = Record<(typeof NAMES)[number], string>;

export type FetchFieldsProps = {
  given: GivenFetch;
  errors: Readonly<Record<string, string[] | undefined>>;
  /** Whether a secret is stored */
  hasSecret: boolean;
  /** How files of other sources were mapped; none for who may not see them */
  mappings: readonly MappingChoice[];
  timeZone: string;
};

export type MappingChoice = {
  id: string;
  kind: ImportKind;
  fileName: string;
  source: string | null;
};

/** Address, sign-in, what the file holds, and when it is fetched. */
export function FetchFields({ given, errors, hasSecret, mappings, timeZone }: FetchFieldsProps) {
  const t = useTranslations("sources");
  // A secret never travels back: here it outlives a try of the address.
  const [secret, setSecret] = useState("");
  const field = (name: (typeof NAMES)[number]) => ({
    name,
    defaultValue: given[name],
    errors: errors[name],
  });
  return (
    <>
      <TextField
        {...field("url")}
        label={t("fetchUrl")}
        hint={t("fetchUrlHint")}
        placeholder="https://"
        autoComplete="off"
      />
      <PlainSelect
        {...field("signIn")}
        label={t("signIn")}
        options={SIGN_INS.map((value) => ({ value, label: t(`signIn_${value}`) }))}
        hasNone={false}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          {...field("userName")}
          label={t("userName")}
          hint={t("userNameHint")}
          autoComplete="off"
        />
        <TextField
          type="password"
          name="secret"
          label={t("secret")}
          hint={t(hasSecret ? "secretStoredHint" : "secretHint")}
          autoComplete="new-password"
          defaultValue={secret}
          errors={errors["secret"]}
          onChange={setSecret}
        />
      </div>
      <PlainSelect
        {...field("kind")}
        label={t("fetchKind")}
        hint={t("fetchKindHint")}
        options={IMPORT_KINDS.map((value) => ({ value, label: t(`rows_${value}`) }))}
        hasNone={false}
      />
      {mappings.length > 0 && <MappingField mappings={mappings} field={field("mappingId")} />}
      <TimeFields field={field} timeZone={timeZone} />
    </>
  );
}

type GivenField = {
  name: string;
  defaultValue: string;
  errors: readonly string[] | undefined;
};

type MappingFieldProps = { mappings: readonly MappingChoice[]; field: GivenField };

/** Mappings of other sources: the same file under another name is mapped once. */
function MappingField({ mappings, field }: MappingFieldProps) {
  const t = useTranslations("sources");
  const choices = mappings.map(({ id, kind, fileName, source }) => ({
    value: id,
    label: t("fetchMappingOf", {
      ...{ kind: t(`rows_${kind}`), file: fileName },
      ...{ source: source ?? "", hasSource: String(source !== null) },
    }),
  }));
  return (
    <PlainSelect
      {...field}
      label={t("fetchMapping")}
      hint={t("fetchMappingHint")}
      options={[{ value: "", label: t("fetchMappingUsual") }, ...choices]}
      hasNone={false}
    />
  );
}

type TimeFieldsProps = {
  field: (name: "rhythm" | "atHour" | "weekDay") => GivenField;
  timeZone: string;
};

function TimeFields({ field, timeZone }: TimeFieldsProps) {
  const t = useTranslations("sources");
  return (
    <div className="grid gap-5 sm:grid-cols-3">
      <PlainSelect
        {...field("rhythm")}
        label={t("fetchRhythm")}
        options={FETCH_RHYTHMS.map((value) => ({ value, label: t(`fetchRhythm_${value}`) }))}
        hasNone={false}
      />
      <PlainSelect
        {...field("atHour")}
        label={t("fetchHour")}
        hint={t("fetchHourHint", { timeZone })}
        options={HOURS.map((hour) => ({
          value: hour,
          label: t("hourOfDay", { hour: twoDigits(hour) }),
        }))}
        hasNone={false}
      />
      <PlainSelect
        {...field("weekDay")}
        label={t("fetchDay")}
        hint={t("fetchDayHint")}
        options={WEEK_DAYS.map((day) => ({ value: String(day), label: t(`weekDay_${day}`) }))}
        hasNone={false}
      />
    </div>
  );
}

const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour));
const WEEK_DAYS = [1, 2, 3, 4, 5, 6, 7] as const;

function twoDigits(hour: string): string {
  return hour.padStart(2, "0");
}
