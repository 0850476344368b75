"use client";

import { Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSafeAction } from "#components/forms/use-safe-action.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PlainSelect } from "#components/ui/plain-select.tsx";
import type { FormAction } from "#lib/actions/result.ts";
import { PHONE_REASONS } from "#lib/lookup/phone-reasons.ts";

export type PhoneLineProps = {
  tenant: string;
  customerId: string;
  /** null where none is stored */
  masked: string | null;
  action: FormAction<{ phone: string }>;
};

/** A phone number with its middle hidden; whoever says why sees it whole. */
export function PhoneLine({ tenant, customerId, masked, action }: PhoneLineProps) {
  const t = useTranslations("lookup");
  const [state, submit, isPending] = useSafeAction(action);
  if (masked === null) return <p className="text-muted">{t("noPhone")}</p>;
  const phone = state?.ok ? state.data.phone : null;
  const refused = state?.ok === false ? state : null;
  return (
    <div className="w-full space-y-2">
      <p className="flex items-center gap-2" role="status">
        <Phone className="text-muted" />
        <span className="sr-only">{t("phone")}</span>
        {phone === null ? (
          <span className="tabular-nums">{masked}</span>
        ) : (
          <a href={`tel:${phone.replaceAll(/[^\d+]/g, "")}`} className="font-medium text-primary">
            {phone}
          </a>
        )}
      </p>
      {phone === null && (
        <form action={submit} className="no-print flex items-end gap-3">
          <input type="hidden" name="tenant" value={tenant} />
          <input type="hidden" name="customerId" value={customerId} />
          <PlainSelect
            name="reason"
            label={t("reason")}
            options={PHONE_REASONS.map((value) => ({ value, label: t(`reasons.${value}`) }))}
            errors={refused?.fields?.["reason"]}
            className="flex-1"
          />
          <Button type="submit" isPending={isPending}>
            {t("showNumber")}
          </Button>
        </form>
      )}
      {refused && !refused.fields && (
        <Notice tone="bad" isAlert>
          {refused.message}
        </Notice>
      )}
    </div>
  );
}
