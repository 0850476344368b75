import type { ComplaintDetail } from "#lib/lookup/types.ts";

/** What every part of the page of a complaint is given. */
export type ComplaintPartProps = {
  complaint: ComplaintDetail;
  slug: string;
  formats: { locale: string; timeZone: string; currency: string };
  permissions: ReadonlySet<string>;
};
