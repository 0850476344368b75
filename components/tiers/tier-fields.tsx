import { useTranslations } from "next-intl";
import { useId } from "react";
import { NumberField } from "#components/ui/number-field.tsx";
import { PlainSelect } from "#components/ui/plain-select.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { TickBox } from "#components/ui/tick-box.tsx";
import { CONTACT_CHANNELS } from "#lib/workspaces/types.ts";
import type { TierField } from "./policy-fields.ts";

export type TierFieldsProps = {
  place: number;
  currency: string;
  /** The last of the tiers there are */
  isLast: boolean;
  textOf: (field: TierField) => string;
  errorsOf: (field: TierField) => string[] | undefined;
};

/** One tier: its name, where it ends, and how its customers are treated. */
export function TierFields({ place, currency, isLast, textOf, errorsOf }: TierFieldsProps) {
  const t = useTranslations("tiers");
  const id = useId();
  const field = (name: TierField) => ({
    name: `${name}_${place}`,
    defaultValue: textOf(name),
    errors: errorsOf(name),
  });
  return (
    <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
      <TextField {...field("name")} label={t("name")} />
      <NumberField {...field("share")} label={t("share")} unit="%" hint={isLast && t("restHint")} />
      <NumberField {...field("response")} label={t("response")} unit={t("hours")} />
      <NumberField {...field("goodwill")} label={t("goodwill")} unit={currency} />
      <PlainSelect
        {...field("channel")}
        label={t("channel")}
        hasNone={false}
        options={CONTACT_CHANNELS.map((value) => ({ value, label: t(`channels.${value}`) }))}
      />
      <NumberField {...field("asks")} label={t("asks")} hint={t("asksHint")} />
      <TextArea
        {...field("lines")}
        label={t("lines")}
        hint={t("linesHint")}
        className="sm:col-span-2"
      />
      <div className="flex min-h-11 w-fit items-center gap-2 sm:min-h-6">
        <TickBox
          id={`${id}-callback`}
          name={`callback_${place}`}
          defaultChecked={textOf("callback") !== ""}
        />
        <label htmlFor={`${id}-callback`}>{t("callback")}</label>
      </div>
    </div>
  );
}
