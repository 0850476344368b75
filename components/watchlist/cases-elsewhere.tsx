import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { NamedCustomer } from "#lib/defection/types.ts";

export type CasesElsewhereProps = {
  customers: readonly NamedCustomer[];
  /** The watch list */
  href: string;
};

/** Open cases of customers who are not on the list, so that nobody forgets them. */
export function CasesElsewhere({ customers, href }: CasesElsewhereProps) {
  const t = useTranslations("watchlist");
  if (customers.length === 0) return null;
  return (
    <Notice tone="info">
      {t("elsewhere", { count: customers.length })}
      <ul className="mt-1 flex flex-wrap gap-x-4">
        {customers.map(({ customerId, externalId, name }) => (
          <li key={customerId}>
            <Link
              href={`${href}/${customerId}`}
              className="inline-flex min-h-11 items-center sm:min-h-6"
            >
              {name ?? externalId}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
