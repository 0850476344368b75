/** The entry of a list that went last, and where it stood. */
export type GoneEntry = { readonly key: string; readonly at: number };

/** The one that is missing, of those that can have gone by hand; of several none did. */
export function goneEntry(
  before: readonly string[],
  now: readonly string[],
  wasTaken: (key: string) => boolean,
): GoneEntry | null {
  const [key, ...more] = before.filter((each) => !now.includes(each) && wasTaken(each));
  return key === undefined || more.length > 0 ? null : { key, at: before.indexOf(key) };
}
