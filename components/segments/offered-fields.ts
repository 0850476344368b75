import type { SelectGroup } from "#components/ui/plain-select.tsx";
import { FIELD_GROUPS, type FieldGroup, fieldGroup } from "#lib/segments/field-groups.ts";
import type { BuilderContext } from "./builder-context.ts";

/** The fields that a condition may ask, by what they are about; a heading without fields is left out. */
export function offeredFields(
  shown: BuilderContext["shown"],
  nameOf: (group: FieldGroup) => string,
): SelectGroup[] {
  const fields = shown.map(({ id, label }) => ({ group: fieldGroup(id), value: id, label }));
  return FIELD_GROUPS.flatMap((each) => {
    const options = fields.filter(({ group }) => group === each);
    return options.length === 0 ? [] : [{ label: nameOf(each), options }];
  });
}
