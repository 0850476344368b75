import Form from "next/form";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { PlainSelect } from "#components/ui/plain-select.tsx";
import type { NamedSegment } from "#lib/needs/types.ts";

export type SegmentChoiceProps = {
  /** The page without its query */
  href: string;
  segments: readonly NamedSegment[];
  chosen: NamedSegment | null;
  /** What it shows without a segment */
  noneLabel: string;
};

/** Whose answers a page shows, in its address. */
export function SegmentChoice({ href, segments, chosen, noneLabel }: SegmentChoiceProps) {
  const t = useTranslations("needs");
  if (segments.length === 0) return null;
  return (
    <Form action={href} className="no-print flex flex-wrap items-end gap-2">
      <PlainSelect
        label={t("show")}
        name="segment"
        options={[
          { value: "", label: noneLabel },
          ...segments.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        defaultValue={chosen?.id ?? ""}
        hasNone={false}
        className="w-full sm:w-64"
      />
      <Button type="submit">{t("showSubmit")}</Button>
    </Form>
  );
}
