import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "#components/people/action-form.tsx";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { Named } from "#lib/personae/types.ts";

export type ArchivedPersonaeProps = {
  personae: readonly (Named & { version: number; segment: Named })[];
  slug: string;
  /** null for who may only read */
  restore: FormAction | null;
};

/** Personae that were put away. */
export function ArchivedPersonae({ personae, slug, restore }: ArchivedPersonaeProps) {
  const t = useTranslations("personae");
  return (
    <Panel title={t("archived")} caption={t("archivedCaption")}>
      <ul className="divide-y divide-hairline">
        {personae.map(({ id, name, version, segment }) => (
          <li key={id} className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 py-1">
            <p className="min-w-0 flex-1 break-words">
              <Link href={`/w/${slug}/personae/${id}`} isPlain className="inline-block py-1">
                {name}
              </Link>{" "}
              <span className="text-muted">{segment.name}</span>
            </p>
            {restore && (
              <ActionForm
                action={restore}
                hidden={{ tenant: slug, personaId: id, version }}
                submitLabel={t("restore")}
                describedAs={t("restoreName", { name })}
                isInline
              />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
