import { useTranslations } from "next-intl";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { ReferenceField } from "#lib/api/index.ts";

export type FieldTableProps = { title: string; fields: readonly ReferenceField[] };

/** Fields of a request or an answer, one a row. */
export function FieldTable({ title, fields }: FieldTableProps) {
  const t = useTranslations("reference");
  if (fields.length === 0) return null;
  return (
    <div className="mt-4 min-w-0">
      <h4 className="text-sm font-semibold">{title}</h4>
      <Table label={title} className="mt-1">
        <thead>
          <tr>
            <Th>{t("field")}</Th>
            <Th>{t("type")}</Th>
            <Th>{t("words")}</Th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ name, type, isRequired, words }) => (
            <tr key={name}>
              <Td>
                <code className="font-mono text-2xs">{name}</code>
                {isRequired && <span className="ms-2 text-2xs text-muted">{t("required")}</span>}
              </Td>
              <Td className="max-w-80 min-w-40 text-2xs break-words whitespace-normal text-muted">
                {type}
              </Td>
              <Td className="min-w-40 text-2xs whitespace-normal text-muted">{words}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
