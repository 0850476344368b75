/** What a person is known by, as the ledger of a merge keeps it. */
export type MergeValues = {
  email: string | null;
  name: string | null;
  phone: string | null;
  registered_on: string | null;
  attributes: Record<string, string>;
};

/**
 * The survivor's values with what only the merged customer had; the earlier day of registration, since it is one person.
 */
export function mergedValues(survivor: MergeValues, merged: MergeValues): MergeValues {
  return {
    email: survivor.email ?? merged.email,
    name: survivor.name ?? merged.name,
    phone: survivor.phone ?? merged.phone,
    registered_on: earlier(survivor.registered_on, merged.registered_on),
    attributes: { ...merged.attributes, ...survivor.attributes },
  };
}

/**
 * The survivor's values once a merge is taken back: what the merge gave goes, unless somebody has changed it since.
 *
 * @param now as they are
 * @param before as they were before the merge
 * @param after as the merge left them
 */
export function unmergedValues(
  now: MergeValues,
  before: MergeValues,
  after: MergeValues,
): MergeValues {
  const back = (key: "email" | "name" | "phone" | "registered_on") =>
    now[key] === after[key] ? before[key] : now[key];
  return {
    email: back("email"),
    name: back("name"),
    phone: back("phone"),
    registered_on: back("registered_on"),
    attributes: Object.fromEntries(
      Object.entries(now.attributes).filter(
        ([key, value]) => Object.hasOwn(before.attributes, key) || value !== after.attributes[key],
      ),
    ),
  };
}

function earlier(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
