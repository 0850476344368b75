import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export type CountLinkProps = {
  /** The customers that the number counts; null where nobody is counted or the list cannot tell them */
  href: string | null;
  /** Whom it counts, read out after the number: "At risk" */
  of: string;
  children: ReactNode;
};

/** A number of customers that leads to them. Its line is faint: a column of numbers stays one. */
export function CountLink({ href, of, children }: CountLinkProps) {
  const t = useTranslations("value");
  if (href === null) return children;
  return (
    <Link
      href={href}
      prefetch={false}
      className="-my-1 inline-block min-w-6 py-1 max-sm:-my-3 max-sm:py-3 underline decoration-edge decoration-1 underline-offset-4 hover:decoration-current"
    >
      {children}
      <span className="sr-only"> {t("countOf", { of })}</span>
    </Link>
  );
}
