import { DomainError } from "./index.ts";

/** A name that something of its kind has; `what` is the word for it, as in "source". */
export type TakenName = {
  readonly what: string;
  readonly name: string;
  readonly isArchived?: boolean;
};

/** The refusal of a name that something else has, under the field `name`. */
export function nameTaken({ what, name, isArchived = false }: TakenName): DomainError {
  const message = isArchived
    ? `An archived ${what} is called ${name}. Restore it, or choose another name.`
    : `There is a ${what} called ${name} already. Choose another name.`;
  return new DomainError("conflict", message, { fields: { name: [message] } });
}
