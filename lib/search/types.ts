import type { Segment } from "#lib/value/types.ts";

/** A customer as a search shows it. `name` is null where it is not known or not for this role. */
export type FoundCustomer = {
  id: string;
  externalId: string;
  name: string | null;
  /** null until value has been computed */
  segment: Segment | null;
  /** Not what was asked for, but one mistake away from it */
  isNear: boolean;
};
