import { useTranslations } from "next-intl";
import type { FormAction } from "#components/people/action-form.tsx";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { SegmentRow } from "#lib/segments/segment-types.ts";
import { StandingForm } from "./segment-forms.tsx";

export type ArchivedSegmentsProps = {
  segments: readonly SegmentRow[];
  tenant: string;
  /** null for who may only read */
  restore: FormAction | null;
};

/** Segments that were put away, and the way back. */
export function ArchivedSegments({ segments, tenant, restore }: ArchivedSegmentsProps) {
  const t = useTranslations("segmentation");
  return (
    <Panel title={t("archived", { count: segments.length })}>
      <ul className="divide-y divide-hairline">
        {segments.map((segment) => (
          <li key={segment.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <Link
              isPlain
              href={`/w/${tenant}/segments/${segment.id}`}
              className="min-w-0 flex-1 break-words"
            >
              {segment.name}
            </Link>
            {restore && (
              <StandingForm
                tenant={tenant}
                segment={segment}
                action={restore}
                submitLabel={t("manage.restore")}
                describedAs={t("manage.restoreName", { name: segment.name })}
              />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
