"use client";

import { useTranslations } from "next-intl";
import { useSafeAction } from "#components/forms/use-safe-action.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { FormAction } from "#lib/actions/result.ts";
import type { ErasureCounts, FoundPerson } from "#lib/protection/types.ts";
import { FoundPersonRow } from "./found-person-row.tsx";

export type PeoplePanelProps = {
  tenant: string;
  /** The page itself */
  href: string;
  contact: string | null;
  people: readonly FoundPerson[];
  /** People erased so far */
  erased: number;
  locale: string;
  erase: FormAction<ErasureCounts>;
};

/** Find a person by what they give; hand out what is held, or erase it. It holds the answer, which outlives the row. */
export function PeoplePanel(props: PeoplePanelProps) {
  const { tenant, href, contact, people, erased, locale, erase } = props;
  const t = useTranslations("protection");
  const [answer, submit, isPending] = useSafeAction<ErasureCounts>(erase);
  return (
    <Panel
      title={t("peopleTitle")}
      caption={t("peopleCaption")}
      footer={<p className="text-xs text-muted">{t("erasedSoFar", { count: erased })}</p>}
    >
      <form method="get" action={href} className="flex max-w-xl flex-wrap items-end gap-2">
        <TextField
          key={contact}
          label={t("contact")}
          name="person"
          autoComplete="off"
          defaultValue={contact ?? undefined}
          className="min-w-0 flex-1 basis-48"
        />
        <Button type="submit">{t("find")}</Button>
      </form>
      <p role="status" className="mt-4 text-muted empty:hidden">
        {isPending && t("erasing")}
      </p>
      {answer?.ok && !isPending && (
        <div className="mt-4">
          <Notice tone="info" isAlert>
            {t("erasedNow", answer.data)}
          </Notice>
        </div>
      )}
      {contact !== null && people.length === 0 && !answer?.ok && (
        <p role="status" className="mt-4">
          {t("nobody", { contact })}
        </p>
      )}
      {people.map((person) => (
        <FoundPersonRow
          key={person.id}
          tenant={tenant}
          href={href}
          person={person}
          locale={locale}
          answer={
            answer?.ok === false && answer.values?.["customerId"] === person.id ? answer : null
          }
          submit={submit}
          isPending={isPending}
        />
      ))}
    </Panel>
  );
}
