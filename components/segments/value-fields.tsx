"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { FIELD_ERROR, fieldBox, isBad } from "#components/ui/field-style.ts";
import { PlainSelect } from "#components/ui/plain-select.tsx";
import { isAboutKnowing } from "#lib/segments/condition-faults.ts";
import type { FieldChoice } from "#lib/segments/field-choice.ts";
import type { BuilderContext } from "./builder-context.ts";
import type { DraftCondition } from "./draft-rule.ts";
import { NamedValues } from "./named-values.tsx";

export type ValueFieldsProps = {
  condition: DraftCondition;
  place: string;
  context: BuilderContext;
  errors: readonly string[];
};

/** What a condition compares with: a number, a text, a day or days back, yes or no, one of some words, or a list. */
export function ValueFields({ condition, place, context, errors }: ValueFieldsProps) {
  const t = useTranslations("segmentation.builder");
  const field = context.fields.get(condition.field);
  if (isAboutKnowing(condition.op) || condition.field === "")
    return <span className="@max-[35rem]:hidden" />;
  const { key, op } = condition;
  const change = (to: Partial<Pick<DraftCondition, "first" | "second" | "isAgo">>) =>
    context.edit({ kind: "change", key, to });
  if (op === "in" && field && isOffered(field))
    return (
      <NamedValues
        label={t("value", { place })}
        {...{ field, errors }}
        text={condition.first}
        onChange={(first) => change({ first })}
      />
    );
  const choices = choicesOf(condition, field, t);
  if (choices)
    return (
      <PlainSelect
        label={t("value", { place })}
        name=""
        isLabelHidden
        hasNone={condition.first === ""}
        value={condition.first}
        options={choices}
        errors={errors}
        onChange={(first) => change({ first })}
        className="@max-[35rem]:col-start-1"
      />
    );
  const unit = unitText(field, context.currency);
  const box = { condition, field, unit, errors };
  return (
    <div className="min-w-0 @max-[35rem]:col-start-1">
      <div className="flex min-w-0 flex-wrap items-center gap-2">
        <ValueBox
          {...box}
          label={t("value", { place })}
          text={condition.first}
          onChange={(first) => change({ first })}
        />
        {op === "between" && (
          <>
            <span className="text-xs text-muted">{t("and")}</span>
            <ValueBox
              {...box}
              label={t("secondValue", { place })}
              text={condition.second}
              onChange={(second) => change({ second })}
            />
          </>
        )}
        {field?.type === "day" && <DayKind {...{ condition, place }} onChange={change} />}
      </div>
      {isBad(errors) && <span className={FIELD_ERROR}>{errors.join(" ")}</span>}
    </div>
  );
}

/** Of more values, those that say themselves what they are are typed. */
const MOST_OFFERED = 12;

type Translate = ReturnType<typeof useTranslations<"segmentation.builder">>;

function choicesOf(
  { op }: DraftCondition,
  field: FieldChoice | undefined,
  t: Translate,
): { value: string; label: string }[] | null {
  if (field?.type === "yes_no")
    return (["yes", "no"] as const).map((value) => ({ value, label: t(value) }));
  const isOne = op !== "in" && op !== "between" && op !== "contains";
  if (!(field && isOne && isOffered(field))) return null;
  return field.choices.map((value) => ({ value, label: field.labels[value] ?? value }));
}

/** Whether its values are chosen, not typed: there are few of them, or they do not say themselves what they are. */
function isOffered({ choices, labels }: FieldChoice): boolean {
  if (Object.keys(labels).length > 0) return true;
  return choices.length > 0 && choices.length <= MOST_OFFERED;
}

function unitText(field: FieldChoice | undefined, currency: string): ReactNode {
  if (field?.unit === "money") return currency;
  return field?.unit === "share" ? "%" : null;
}

function isNumber({ isAgo }: DraftCondition, field: FieldChoice | undefined): boolean {
  return field?.type === "number" || isAgo;
}

type DayKindProps = {
  condition: DraftCondition;
  place: string;
  onChange: (to: { isAgo: boolean; first: string; second: string }) => void;
};

/** Whether a day is one of the calendar, or counted back from the day of asking. */
function DayKind({ condition, place, onChange }: DayKindProps) {
  const t = useTranslations("segmentation.builder");
  return (
    <PlainSelect
      label={t("dayKind", { place })}
      name=""
      isLabelHidden
      hasNone={false}
      value={condition.isAgo ? "ago" : "day"}
      options={[
        { value: "ago", label: t("dayKinds.ago") },
        { value: "day", label: t("dayKinds.day") },
      ]}
      onChange={(kind) => onChange({ isAgo: kind === "ago", first: "", second: "" })}
      className="shrink-0"
    />
  );
}

type ValueBoxProps = {
  condition: DraftCondition;
  field: FieldChoice | undefined;
  label: string;
  text: string;
  unit: ReactNode;
  errors: readonly string[];
  onChange: (text: string) => void;
};

function ValueBox(props: ValueBoxProps) {
  const { condition, field, label, text, unit, errors, onChange } = props;
  const id = useId();
  const isDay = field?.type === "day" && !condition.isAgo;
  const samples = field?.samples ?? [];
  const listId = samples.length > 0 ? id : undefined;
  return (
    <span className="relative block min-w-16 flex-1">
      <input
        aria-label={label}
        aria-invalid={isBad(errors) || undefined}
        data-invalid={isBad(errors) || undefined}
        type={isDay ? "date" : "text"}
        inputMode={isNumber(condition, field) ? "decimal" : "text"}
        list={listId}
        value={text}
        autoComplete="off"
        onChange={(event) => onChange(event.currentTarget.value)}
        className={fieldBox("md", unit ? "pe-12" : undefined)}
      />
      {unit && (
        <span className="pointer-events-none absolute inset-y-0 end-0 flex items-center pe-2.5 text-xs text-muted">
          {unit}
        </span>
      )}
      {listId && <Samples id={listId} samples={samples} />}
    </span>
  );
}

function Samples({ id, samples }: { id: string; samples: readonly string[] }) {
  return (
    <datalist id={id}>
      {samples.map((sample) => (
        <option key={sample} value={sample} />
      ))}
    </datalist>
  );
}
