import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "#components/ui/link.tsx";

export type CountLinkProps = {
  /** The customers that the number counts; null where nobody is counted or the list cannot tell them */
  href: string | null;
  /** Whom it counts, read out after the number: "At risk" */
  of: string;
  children: ReactNode;
};

/** A number of customers that leads to them. */
export function CountLink({ href, of, children }: CountLinkProps) {
  const t = useTranslations("value");
  if (href === null) return children;
  return (
    <Link href={href} prefetch={false} className="-my-1 inline-block py-1">
      {children}
      <span className="sr-only"> {t("countOf", { of })}</span>
    </Link>
  );
}
