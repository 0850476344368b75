"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "#components/people/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { FIELD_ERROR, fieldBox } from "#components/ui/field-style.ts";

type Named = { id: string; name: string };

export type PrimaryFormProps = {
  tenant: string;
  /** Those of the primary segmentation, in its order */
  ordered: readonly Named[];
  others: readonly Named[];
  action: FormAction;
};

/** The order by numbers and by buttons; a segment without a number is not part of it. */
export function PrimaryForm({ tenant, ordered, others, action }: PrimaryFormProps) {
  const t = useTranslations("segmentation.primary");
  return (
    <ActionForm action={action} hidden={{ tenant }} submitLabel={t("save")} doneText={t("saved")}>
      {(refusal) => (
        <>
          {/* Enter in a field presses the first button of its form. */}
          <button type="submit" tabIndex={-1} aria-hidden="true" className="hidden" />
          <ol className="grid gap-2">
            {ordered.map((segment, at) => (
              <OrderRow
                key={segment.id}
                segment={segment}
                rank={String(at + 1)}
                isFirst={at === 0}
                isLast={at === ordered.length - 1}
              />
            ))}
          </ol>
          {others.length > 0 && (
            <fieldset>
              <legend className="text-xs text-muted">{t("others")}</legend>
              <ul className="mt-2 grid grid-cols-[repeat(auto-fill,minmax(min(14rem,100%),1fr))] gap-2">
                {others.map((segment) => (
                  <OrderRow key={segment.id} segment={segment} rank="" isFirst isLast />
                ))}
              </ul>
            </fieldset>
          )}
          {refusal?.fields?.["ranks"] && (
            <p className={FIELD_ERROR}>{refusal.fields["ranks"].join(" ")}</p>
          )}
        </>
      )}
    </ActionForm>
  );
}

type OrderRowProps = { segment: Named; rank: string; isFirst: boolean; isLast: boolean };

function OrderRow({ segment, rank, isFirst, isLast }: OrderRowProps) {
  const t = useTranslations("segmentation.primary");
  const { id, name } = segment;
  return (
    <li className="flex items-center gap-2">
      <input type="hidden" name="segmentIds[]" value={id} />
      <input
        name="ranks[]"
        inputMode="numeric"
        autoComplete="off"
        aria-label={t("place", { name })}
        defaultValue={rank}
        className={fieldBox("md", "w-14! shrink-0 text-end")}
      />
      <span className="min-w-0 flex-1 wrap-anywhere">{name}</span>
      {!isFirst && (
        <Button
          type="submit"
          name="move"
          value={`up:${id}`}
          isIcon
          variant="quiet"
          aria-label={t("up", { name })}
        >
          <ArrowUp />
        </Button>
      )}
      {!isLast && (
        <Button
          type="submit"
          name="move"
          value={`down:${id}`}
          isIcon
          variant="quiet"
          aria-label={t("down", { name })}
        >
          <ArrowDown />
        </Button>
      )}
    </li>
  );
}
