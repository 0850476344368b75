import { z } from "zod";
import { tidyName } from "#lib/format/name-key.ts";

const DepartmentName = z
  .string()
  .overwrite(tidyName)
  .min(1, "Give the department a name.")
  .max(120, "Use at most 120 characters.");

/** A choice that may be left open: "" is none. */
const OptionalId = z
  .string()
  .default("")
  .transform((text) => (text === "" ? null : text))
  .pipe(z.uuid("This is not one of the choices.").nullable());

/** One department as the person who changes it saw it. */
const Seen = z.object({ departmentId: z.uuid(), version: z.coerce.number().int().positive() });

export const CreateDepartment = z.object({ name: DepartmentName, parentId: OptionalId });
export type CreateDepartment = z.output<typeof CreateDepartment>;

/** `was` is the name the person saw: another one there now is a conflict, whatever else has changed. */
export const RenameDepartment = z.object({
  departmentId: z.uuid(),
  was: z.string(),
  name: DepartmentName,
});
export type RenameDepartment = z.output<typeof RenameDepartment>;

export const MoveDepartment = Seen.extend({ parentId: OptionalId });
export type MoveDepartment = z.output<typeof MoveDepartment>;

export const SetHead = Seen.extend({ headId: OptionalId });
export type SetHead = z.output<typeof SetHead>;

export const SeenDepartment = Seen;
export type SeenDepartment = z.output<typeof SeenDepartment>;

/** Who goes in or out; both commands take it. */
export const DepartmentMember = z.object({
  departmentId: z.uuid(),
  memberId: z.uuid({ error: "Choose a member." }),
});
export type DepartmentMember = z.output<typeof DepartmentMember>;

/** A department as the API makes it, and as it changes the fields that are given. */
const ApiFields = {
  parentId: z.uuid().nullable().meta({ description: "null for the top" }),
  isArchived: z.boolean(),
};
export const NewDepartment = z.strictObject({
  name: DepartmentName,
  parentId: ApiFields.parentId.default(null),
});
export const DepartmentChange = z.strictObject({ name: DepartmentName, ...ApiFields }).partial();
export type ChangeDepartment = z.output<typeof DepartmentChange> & { departmentId: string };

/** A department by its name, as systems know it that keep no ids of ours. */
export const NamedDepartment = z.strictObject({
  parent: DepartmentName.nullish().meta({
    description: "Name of the department above; null for the top, left out to stay where it is",
  }),
  isArchived: z.boolean().default(false),
});
export const DepartmentByName = NamedDepartment.extend({ name: DepartmentName });
export type PutDepartment = z.output<typeof DepartmentByName>;

/** A department as the API hands it out. */
export const DepartmentRecord = z.object({
  id: z.uuid(),
  name: z.string(),
  parentId: z.uuid().nullable(),
  isArchived: z.boolean(),
});
export type DepartmentRecord = z.output<typeof DepartmentRecord>;
