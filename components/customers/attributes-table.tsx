import { useTranslations } from "next-intl";
import type { FormAction } from "#components/people/action-form.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import type { AttributeView } from "#lib/customers/attributes.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { soundsSensitive } from "#lib/segments/sensitive-names.ts";
import { AttributeSensitiveForm } from "./attribute-sensitive-form.tsx";
import { AttributeTypeForm } from "./attribute-type-form.tsx";

export type AttributesTableProps = {
  attributes: readonly AttributeView[];
  tenant: string;
  locale: string;
  action: FormAction;
  mark: FormAction;
};

const SAMPLES = 3;

/** What attributes customers have, and what kind of value each holds. */
export function AttributesTable({
  attributes,
  tenant,
  locale,
  action,
  mark,
}: AttributesTableProps) {
  const t = useTranslations("customers.attributes");
  return (
    <Panel hasPadding={false}>
      <Table label={t("title")} isList>
        <thead>
          <tr>
            <Th>{t("name")}</Th>
            <Th>{t("type")}</Th>
            <Th>{t("sensitive")}</Th>
            <Th align="end" className="max-sm:hidden">
              {t("filled")}
            </Th>
            <Th align="end" className="max-sm:hidden">
              {t("distinct")}
            </Th>
            <Th className="max-lg:hidden">{t("samples")}</Th>
          </tr>
        </thead>
        <tbody>
          {attributes.map((attribute) => (
            <tr key={attribute.name}>
              <RowTh className="break-words">{attribute.name}</RowTh>
              <Td className="py-2">
                <AttributeTypeForm
                  key={attribute.type}
                  attribute={attribute}
                  tenant={tenant}
                  action={action}
                />
              </Td>
              <Td className="py-2">
                <AttributeSensitiveForm
                  key={String(attribute.isSensitive)}
                  name={attribute.name}
                  isSensitive={attribute.isSensitive}
                  isByName={soundsSensitive(attribute.name)}
                  tenant={tenant}
                  action={mark}
                />
              </Td>
              <Td align="end" className="max-sm:hidden">
                {formatNumber(attribute.fillCount, locale)}
              </Td>
              <Td align="end" className="max-sm:hidden">
                {formatNumber(attribute.distinctCount, locale)}
              </Td>
              <Td className="break-words text-muted max-lg:hidden">
                {attribute.samples.slice(0, SAMPLES).join(", ")}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
