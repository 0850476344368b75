import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AttributeValue } from "#components/customers/attribute-value.tsx";
import { EmailAddress } from "#components/customers/email-address.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import type { DuplicateDetail } from "#lib/customers/duplicates.ts";
import type { CustomerDetail } from "#lib/customers/types.ts";
import { formatDay } from "#lib/format/format-day.ts";
import { formatMoney } from "#lib/format/format-money.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { NO_VALUE } from "#lib/format/no-value.ts";

export type ComparePanelProps = {
  pair: DuplicateDetail;
  /** The list of customers */
  href: string;
  formats: { locale: string; currency: string };
};

type Line = { key: string; term: string; of: (customer: CustomerDetail) => ReactNode };

/** Two customers side by side, what is the same marked in words. */
export function ComparePanel({ pair: { first, second }, href, formats }: ComparePanelProps) {
  const t = useTranslations("duplicates");
  const lines = [...useFacts(formats), ...attributeLines([first, second], formats.locale)];
  return (
    <Panel hasPadding={false}>
      <Table label={t("compareTitle")}>
        <thead>
          <tr>
            <Th>{t("field")}</Th>
            {[first, second].map(({ id, name, externalId }) => (
              <Th key={id}>
                <Link href={`${href}/${id}`}>{name ?? externalId}</Link>
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, term, of }) => (
            <tr key={key}>
              <RowTh className="font-normal text-muted">{term}</RowTh>
              <Td className="wrap-anywhere">{of(first)}</Td>
              <Td className="wrap-anywhere">
                <span className="flex flex-wrap items-center gap-2">
                  {of(second)}
                  {isSame(key, first, second) && <Chip isMuted>{t("same")}</Chip>}
                </span>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}

function useFacts({ locale, currency }: ComparePanelProps["formats"]): Line[] {
  const t = useTranslations("duplicates");
  return [
    { key: "externalId", term: t("number"), of: ({ externalId }) => externalId },
    { key: "name", term: t("name"), of: ({ name }) => name ?? NO_VALUE },
    {
      key: "email",
      term: t("email"),
      of: ({ email }) => (email === null ? NO_VALUE : <EmailAddress email={email} />),
    },
    { key: "phone", term: t("phone"), of: ({ phone }) => phone ?? NO_VALUE },
    {
      key: "registeredOn",
      term: t("registeredOn"),
      of: ({ registeredOn }) => formatDay(registeredOn, locale),
    },
    { key: "orders", term: t("orders"), of: ({ orderCount }) => formatNumber(orderCount, locale) },
    {
      key: "revenue",
      term: t("revenue"),
      of: ({ revenueMinor }) => formatMoney(revenueMinor, currency, locale),
    },
    {
      key: "lastOrder",
      term: t("lastOrder"),
      of: ({ lastOrderedOn }) => formatDay(lastOrderedOn, locale),
    },
  ];
}

function attributeLines(customers: readonly CustomerDetail[], locale: string): Line[] {
  const names = customers.flatMap(({ attributes }) => attributes.map(({ name }) => name));
  return [...new Set(names)].toSorted().map((name) => ({
    key: `attribute.${name}`,
    term: name,
    of: ({ attributes }) => {
      const attribute = attributes.find((each) => each.name === name);
      return attribute ? <AttributeValue attribute={attribute} locale={locale} /> : NO_VALUE;
    },
  }));
}

/** Of what tells one person from another; two customers with as many orders are not alike for that. */
function isSame(key: string, first: CustomerDetail, second: CustomerDetail): boolean {
  const traitOf = (customer: CustomerDetail): string | null => {
    switch (key) {
      case "name":
      case "email":
      case "phone":
      case "registeredOn":
        return customer[key];
      default:
        return customer.attributes.find(({ name }) => `attribute.${name}` === key)?.value ?? null;
    }
  };
  const value = traitOf(first);
  return value !== null && value === traitOf(second);
}
