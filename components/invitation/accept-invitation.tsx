import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "#components/people/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Role } from "#lib/auth/permissions.ts";
import { JoinForm } from "./join-form.tsx";

export type AcceptInvitationProps = {
  invitation: {
    email: string;
    name: string;
    role: Role;
    workspace: string;
    departments: readonly string[];
    inviterName: string | null;
    hasAccount: boolean;
  };
  /** Until when the link is good, as text, and the time zone this is told in */
  until: { at: string; zone: string };
  link: { token: string; mail: string };
  /** The address of who is signed in */
  ownEmail: string | null;
  /** The workspace's path for somebody who is a member of it already */
  ownPlace: string | null;
  actions: {
    join: FormAction;
    accept: FormAction;
    leave: (form: FormData) => Promise<void>;
  };
};

/** Who invites to what, and the one way to accept that fits the person. */
export function AcceptInvitation(props: AcceptInvitationProps) {
  const { invitation, until } = props;
  const t = useTranslations("people");
  const { workspace, inviterName, departments } = invitation;
  const role = t(`roles.${invitation.role}`);
  return (
    <div className="flex flex-col gap-6">
      <header>
        <h1 className="text-2xl">{t("join.title", { workspace })}</h1>
        <p className="mt-2 text-md">
          {inviterName
            ? t("join.by", { inviter: inviterName, workspace, role })
            : t("join.byOperator", { workspace, role })}
        </p>
        {departments.length > 0 && (
          <p className="mt-1 text-muted">
            {t("join.departments", { departments: departments.join(", ") })}
          </p>
        )}
        <p className="mt-1 text-muted">{t("join.until", until)}</p>
      </header>
      <WayIn {...props} />
    </div>
  );
}

function WayIn({ invitation, link, ownEmail, ownPlace, actions }: AcceptInvitationProps) {
  const t = useTranslations("people.join");
  const { email, name, hasAccount } = invitation;
  if (ownEmail === email && ownPlace !== null) {
    return (
      <div className="flex flex-col items-start gap-4">
        <p>{t("isMember")}</p>
        <ButtonLink href={ownPlace} variant="primary">
          {t("toWorkspace")}
        </ButtonLink>
      </div>
    );
  }
  if (ownEmail === email) {
    return (
      <div className="flex flex-col gap-4">
        <p>{t("signedInAs", { email })}</p>
        <ActionForm
          action={actions.accept}
          hidden={link}
          submitLabel={t("accept")}
          variant="primary"
        />
      </div>
    );
  }
  if (ownEmail !== null) {
    return (
      <form action={actions.leave} className="flex flex-col items-start gap-4">
        <input type="hidden" name="token" value={link.token} />
        <input type="hidden" name="mail" value={link.mail} />
        <Notice tone="warn">{t("wrongAddress", { own: ownEmail, email })}</Notice>
        <Button type="submit">{t("signOut")}</Button>
      </form>
    );
  }
  if (!hasAccount) return <JoinForm email={email} name={name} link={link} action={actions.join} />;
  const back = `/invitation/${link.token}${link.mail ? `?mail=${link.mail}` : ""}`;
  return (
    <div className="flex flex-col items-start gap-4">
      <p>{t("hasAccount", { email })}</p>
      <ButtonLink href={`/sign-in?to=${encodeURIComponent(back)}`} variant="primary">
        {t("signIn")}
      </ButtonLink>
    </div>
  );
}
