import { getTranslations } from "next-intl/server";
import type { MemberSession } from "#lib/auth/types.ts";
import type { WriteLetter } from "#lib/members/index.ts";

/** The words of the mail that carries an invitation. */
export async function letterWriter(session: MemberSession): Promise<WriteLetter> {
  const t = await getTranslations("people");
  const inviter = session.actor.name;
  const workspace = session.workspace.name;
  return ({ name, role, url }) => ({
    subject: t("letter.subject", { inviter, workspace }),
    paragraphs: [
      name ? t("letter.hello", { name }) : t("letter.helloNobody"),
      t("letter.text", { inviter, workspace, role: t(`roles.${role}`) }),
      t("letter.until"),
    ],
    link: { label: t("letter.action"), href: url },
    reason: t("letter.reason", { inviter }),
  });
}
