import type { PurchaseModel, PurchaseParameters } from "../types.ts";

/** Given alive, MBG/NBD is BG/NBD with one more chance to leave survived. */
export function leavingB({ b }: PurchaseParameters, model: PurchaseModel): number {
  return model === "mbg_nbd" ? b + 1 : b;
}
