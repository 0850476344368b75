import Form from "next/form";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";

/** Names and values of an address that stay as they are. */
export type KeptParams = readonly (readonly [name: string, value: string])[];

export type FilterFormProps = {
  /** The address of the list, without its query */
  action: string;
  /** What else the list is asked for */
  keep: KeptParams;
  children: ReactNode;
};

/** One filter as a form that goes to an address: it works without JavaScript. */
export function FilterForm({ action, keep, children }: FilterFormProps) {
  const t = useTranslations("lists");
  return (
    <Form action={action} className="grid gap-3 p-3">
      <HiddenParams params={keep} />
      {children}
      <Button type="submit" size="md">
        {t("apply")}
      </Button>
    </Form>
  );
}

/** Parameters that a form takes along unseen. */
export function HiddenParams({ params }: { params: KeptParams }) {
  return params.map(([name, value]) => (
    <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
  ));
}
