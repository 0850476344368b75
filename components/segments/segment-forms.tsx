"use client";

import { ActionForm, type FormAction } from "#components/people/action-form.tsx";
import type { ButtonVariant } from "#components/ui/button-style.ts";

export type StandingFormProps = {
  tenant: string;
  segment: { id: string; version: number };
  action: FormAction;
  submitLabel: string;
  describedAs?: string;
  variant?: ButtonVariant;
};

/** One thing that is done to a segment as it is. */
export function StandingForm({ tenant, segment, action, ...words }: StandingFormProps) {
  const hidden = { tenant, segmentId: segment.id, version: segment.version };
  return <ActionForm action={action} hidden={hidden} {...words} />;
}
