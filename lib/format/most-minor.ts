/** The largest amount that is taken anywhere, in minor units of its currency: sums of very many still fit. */
export const MOST_MINOR = 1e13;
