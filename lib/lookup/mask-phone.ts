const SHOWN_FIRST = 3;
const SHOWN_LAST = 2;
const LEAST_HIDDEN = 4;

/** A number with its middle hidden: "+43 664 1234541" is "+43 ••• ••41"; a short one is hidden whole. */
export function maskPhone(phone: string | null): string | null {
  const digits = phone?.replaceAll(/[^\d+]/g, "") ?? "";
  if (digits === "") return null;
  if (digits.length < SHOWN_FIRST + LEAST_HIDDEN + SHOWN_LAST) return "••••";
  return `${digits.slice(0, SHOWN_FIRST)} ••• ••${digits.slice(-SHOWN_LAST)}`;
}
