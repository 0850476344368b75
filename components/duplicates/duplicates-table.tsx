import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import type { DuplicatePerson, DuplicateRow } from "#lib/customers/duplicates.ts";
import { formatInstant } from "#lib/format/format-instant.ts";

export type DuplicatesTableProps = {
  pairs: readonly DuplicateRow[];
  /** The list of pairs */
  href: string;
  formats: { locale: string; timeZone: string };
};

/** Pairs of customers that may be one, and why. */
export function DuplicatesTable({ pairs, href, formats }: DuplicatesTableProps) {
  const t = useTranslations("duplicates");
  return (
    <Panel hasPadding={false}>
      <Table label={t("title")} isList>
        <thead>
          <tr>
            <Th>{t("pair")}</Th>
            <Th className="max-sm:hidden">{t("why")}</Th>
            <Th className="max-sm:hidden">{t("found")}</Th>
            <Th align="end">
              <span className="sr-only">{t("decide")}</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ first, second, evidence, foundAt }) => (
            <tr key={`${first.id}/${second.id}`}>
              <RowTh className="py-2">
                <span className="grid gap-2">
                  <Person person={first} />
                  <Person person={second} />
                </span>
                <span className="mt-1 block text-2xs font-normal text-muted sm:hidden">
                  {evidence.map((each) => t(`evidence.${each}`)).join(", ")}
                </span>
              </RowTh>
              <Td className="max-sm:hidden">
                <span className="flex flex-wrap gap-1">
                  {evidence.map((each) => (
                    <Chip key={each}>{t(`evidence.${each}`)}</Chip>
                  ))}
                </span>
              </Td>
              <Td className="whitespace-nowrap max-sm:hidden">
                {formatInstant(foundAt, formats.locale, formats.timeZone)}
              </Td>
              <Td align="end">
                <ButtonLink
                  className="wrap-normal!"
                  href={`${href}/${first.id}/${second.id}`}
                  aria-label={t("compare", {
                    first: first.externalId,
                    second: second.externalId,
                  })}
                >
                  {t("decide")}
                </ButtonLink>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}

function Person({ person }: { person: DuplicatePerson }) {
  const { name, externalId, email, phone } = person;
  return (
    <span className="block break-words">
      {name ?? externalId}
      <span className="block text-2xs font-normal text-muted">
        {[name === null ? null : externalId, email, phone].filter(Boolean).join(" · ")}
      </span>
    </span>
  );
}
