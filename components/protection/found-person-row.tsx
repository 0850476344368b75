import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useFirstBadField } from "#components/ui/use-first-bad-field.ts";
import type { ActionResult } from "#lib/actions/result.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { NO_VALUE } from "#lib/format/no-value.ts";
import type { FoundPerson } from "#lib/protection/types.ts";

export type FoundPersonRowProps = {
  tenant: string;
  href: string;
  person: FoundPerson;
  locale: string;
  answer: Extract<ActionResult<unknown>, { ok: false }> | null;
  submit: (form: FormData) => void;
  isPending: boolean;
};

/** Who was found, what is held of them to take away, and the erasure by their number. */
export function FoundPersonRow(props: FoundPersonRowProps) {
  const { tenant, href, person, locale, answer, submit, isPending } = props;
  const t = useTranslations("protection");
  const form = useFirstBadField(answer);
  const { id, externalId, name, email, orders } = person;
  return (
    <div className="mt-5 grid gap-x-8 gap-y-4 border-t border-hairline pt-5 lg:grid-cols-2">
      <div className="flex flex-col items-start gap-3">
        <DefinitionList
          entries={[
            { term: t("number"), value: externalId },
            { term: t("name"), value: name ?? NO_VALUE },
            { term: t("email"), value: email ?? NO_VALUE },
            { term: t("orders"), value: formatNumber(orders, locale) },
          ]}
        />
        <Link
          href={`${href}/people/${id}`}
          prefetch={false}
          className="inline-flex min-h-6 items-center max-sm:min-h-11"
        >
          {t("takeAway")}
        </Link>
      </div>
      <form ref={form} action={submit} className="flex max-w-md flex-col gap-3">
        <input type="hidden" name="tenant" value={tenant} />
        <input type="hidden" name="customerId" value={id} />
        <p className="text-muted">{t("eraseText")}</p>
        <TextField
          label={t("typeNumber", { number: externalId })}
          name="number"
          autoComplete="off"
          defaultValue={answer?.values?.["number"]}
          errors={answer?.fields?.["number"]}
          isRequired
        />
        {answer && !answer.fields && (
          <Notice tone="bad" isAlert>
            {answer.message}
          </Notice>
        )}
        <div>
          <Button type="submit" variant="danger" isPending={isPending}>
            {t("erase")}
          </Button>
        </div>
      </form>
    </div>
  );
}
