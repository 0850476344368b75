import { useTranslations } from "next-intl";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { CustomerDetail } from "#lib/customers/types.ts";
import { formatDay } from "#lib/format/format-day.ts";
import { formatInstant } from "#lib/format/format-instant.ts";
import { NO_VALUE } from "#lib/format/no-value.ts";
import { AttributeValue } from "./attribute-value.tsx";
import { EmailAddress } from "./email-address.tsx";

export type CustomerFactsProps = { customer: CustomerDetail; locale: string };

/** What the files say about a customer. */
export function CustomerFacts({ customer, locale }: CustomerFactsProps) {
  const t = useTranslations("customers");
  const { externalId, email, phone, registeredOn, attributes, isMasked } = customer;
  return (
    <Panel title={t("facts")}>
      <DefinitionList
        entries={[
          { term: t("number"), value: <span className="font-mono text-xs">{externalId}</span> },
          { term: t("email"), value: isMasked ? t("hidden") : <Email email={email} /> },
          { term: t("phone"), value: isMasked ? t("hidden") : (phone ?? NO_VALUE) },
          { term: t("registeredOn"), value: formatDay(registeredOn, locale) },
          ...attributes.map((attribute) => ({
            term: attribute.name,
            value: <AttributeValue attribute={attribute} locale={locale} />,
          })),
        ]}
      />
      {isMasked && (
        <div className="mt-3 text-xs">
          <Notice tone="info">{t("masked")}</Notice>
        </div>
      )}
    </Panel>
  );
}

function Email({ email }: Pick<CustomerDetail, "email">) {
  const t = useTranslations("customers");
  if (email === null) return NO_VALUE;
  return (
    <>
      <EmailAddress email={email} /> <CopyButton label={t("email")} value={email} />
    </>
  );
}

export type CustomerImportsProps = {
  imports: CustomerDetail["imports"];
  /** The list of imports */
  href: string;
  locale: string;
  timeZone: string;
};

const IMPORT_WORD = {
  created: "importCreated",
  updated: "importUpdated",
  orders: "importOrders",
} as const;

/** Which imports made or changed a customer and their orders. */
export function CustomerImports({ imports, href, locale, timeZone }: CustomerImportsProps) {
  const t = useTranslations("customers");
  return (
    <Panel title={t("imports")}>
      {imports.length === 0 && <p className="text-muted">{t("noImports")}</p>}
      <ul className="space-y-2">
        {imports.map(({ id, fileName, action, at }) => (
          <li key={id} className="text-xs break-words">
            {t(IMPORT_WORD[action])} <Link href={`${href}/${id}`}>{fileName}</Link>
            <span className="block text-2xs text-muted">{formatInstant(at, locale, timeZone)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
