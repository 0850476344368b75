import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";

export type ProtectionLinkProps = { tenant: string; externalId: string };

/** From a customer to what they may ask for: a copy of what is held, or its erasure. */
export function ProtectionLink({ tenant, externalId }: ProtectionLinkProps) {
  const t = useTranslations("protection");
  const query = new URLSearchParams({ person: externalId });
  return (
    <Link
      href={`/w/${tenant}/settings/data-protection?${query}`}
      className="inline-flex min-h-6 items-center max-sm:min-h-11"
    >
      {t("ofCustomer")}
    </Link>
  );
}
