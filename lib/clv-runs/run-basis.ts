import type { AskedModel, RunBasis, RunCohort } from "./types.ts";

type Sources = { hasOrders: boolean; hasContracts: boolean };

/** What a run of a model reads: contracts where they are asked for, or where there is nothing else; else orders. */
export function basisOf(model: AskedModel, { hasOrders, hasContracts }: Sources): RunBasis {
  if (model === "sbg") return "contracts";
  const takesEither = model === "auto" || model === "historic";
  return takesEither && hasContracts && !hasOrders ? "contracts" : "orders";
}

/** Whether a run speaks of only some customers: those of a cohort, or those under contract while others order. */
export function isOfSome(
  cohort: RunCohort | null,
  basis: RunBasis,
  { hasOrders }: Pick<Sources, "hasOrders">,
): boolean {
  return cohort !== null || (basis === "contracts" && hasOrders);
}

/** A cohort that narrows nothing down is none. */
export function cohortOf(asked: RunCohort | null): RunCohort | null {
  const isOpen = asked === null || Object.values(asked).every((part) => part === null);
  return isOpen ? null : asked;
}
