"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction, type Refusal } from "#components/people/action-form.tsx";
import { PlainSelect } from "#components/ui/plain-select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { NEED_ASPECTS, RATED_ASPECTS } from "#lib/needs/types.ts";

const NAMES = ["aspect", "n", "top2", "mean", "reportedIn", "askedOn"] as const;

export type RateNeedFormProps = { tenant: string; needId: string; action: FormAction };

/** What a report says of a need. */
export function RateNeedForm({ tenant, needId, action }: RateNeedFormProps) {
  const t = useTranslations("needs");
  return (
    <ActionForm
      action={action}
      hidden={{ tenant, needId }}
      submitLabel={t("rateSubmit")}
      doneText={t("rateDone")}
    >
      {(refusal) => <RatingFields refusal={refusal} />}
    </ActionForm>
  );
}

function RatingFields({ refusal }: { refusal: Refusal | null }) {
  const t = useTranslations("needs");
  const field = (name: (typeof NAMES)[number]) => ({
    name,
    defaultValue: refusal?.values?.[name] ?? "",
    errors: refusal?.fields?.[name],
  });
  return (
    <>
      <PlainSelect
        {...field("aspect")}
        defaultValue={refusal?.values?.["aspect"] ?? RATED_ASPECTS[0]}
        label={t("rateAspect")}
        options={RATED_ASPECTS.map((value) => ({ value, label: t(`aspect_${value}`) }))}
        hasNone={false}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField {...field("n")} label={t("rateN")} inputMode="numeric" autoComplete="off" />
        <TextField
          {...field("top2")}
          label={t("rateTop2")}
          inputMode="numeric"
          autoComplete="off"
        />
        <TextField
          {...field("mean")}
          label={t("rateMean")}
          hint={t("rateMeanHint")}
          inputMode="decimal"
          autoComplete="off"
        />
      </div>
      <TextField
        {...field("reportedIn")}
        label={t("rateSource")}
        hint={t("rateSourceHint")}
        autoComplete="off"
      />
      <TextField {...field("askedOn")} type="date" label={t("rateDay")} />
    </>
  );
}

export type RemoveFormProps = {
  tenant: string;
  action: FormAction;
  /** What is taken away, by its id */
  hidden: Readonly<Record<string, string>>;
  submitLabel: string;
  describedAs: string;
};

/** Takes away a mapped question or a report. */
export function RemoveForm({ tenant, hidden, ...form }: RemoveFormProps) {
  return <ActionForm {...form} hidden={{ tenant, ...hidden }} variant="quiet" />;
}

type Option = { value: string; label: string };

export type MapQuestionFormProps = {
  tenant: string;
  action: FormAction;
  questions: readonly Option[];
  needs: readonly Option[];
  /** What the address has chosen already */
  given: { picked: string; needId: string };
};

/** Which question asks what of which need. */
export function MapQuestionForm(props: MapQuestionFormProps) {
  const { tenant, action, questions, needs, given } = props;
  const t = useTranslations("needs");
  return (
    <ActionForm
      action={action}
      hidden={{ tenant }}
      submitLabel={t("mapSubmit")}
      doneText={t("mapDone")}
      variant="primary"
    >
      {(refusal) => (
        <>
          <PlainSelect
            name="picked"
            label={t("mapQuestion")}
            options={questions}
            defaultValue={refusal?.values?.["picked"] ?? given.picked}
            errors={refusal?.fields?.["picked"]}
          />
          <PlainSelect
            name="aspect"
            label={t("mapAspect")}
            options={NEED_ASPECTS.map((value) => ({ value, label: t(`aspect_${value}`) }))}
            defaultValue={refusal?.values?.["aspect"] ?? NEED_ASPECTS[0]}
            errors={refusal?.fields?.["aspect"]}
            hasNone={false}
          />
          <PlainSelect
            name="needId"
            label={t("mapNeed")}
            options={needs}
            hint={t("mapNeedHint")}
            defaultValue={refusal?.values?.["needId"] ?? given.needId}
            errors={refusal?.fields?.["needId"]}
          />
        </>
      )}
    </ActionForm>
  );
}
