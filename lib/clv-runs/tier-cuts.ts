/** Where tiers end until a workspace says otherwise: the first 5 %, 20 % and 50 % of customers by value. */
export const USUAL_TIER_CUTS: readonly number[] = [0.05, 0.2, 0.5];
