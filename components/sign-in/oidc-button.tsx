import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { OidcProblem } from "#lib/auth/oidc/problems.ts";

export type OidcButtonProps = {
  /** As people know the provider */
  name: string;
  /** Where to go afterwards */
  to: string;
  /** Why the last try came to nothing */
  problem: OidcProblem | null;
};

/** The way in through the organisation's own sign-in; works without JavaScript. */
export function OidcButton({ name, to, problem }: OidcButtonProps) {
  const t = useTranslations("signIn");
  return (
    <form method="post" action="/api/auth/signin/oidc" className="mt-6 flex flex-col gap-4">
      <p className="flex items-center gap-3 text-xs text-muted before:h-px before:flex-1 before:bg-hairline after:h-px after:flex-1 after:bg-hairline">
        {t("oidcOr")}
      </p>
      {problem && (
        <Notice tone="bad" isAlert>
          {t(`oidcProblem.${problem}`, { name })}
        </Notice>
      )}
      <input type="hidden" name="to" value={to} />
      <Button type="submit" size="lg" className="w-full">
        {t("oidcContinue", { name })}
      </Button>
    </form>
  );
}
