/**
 * The paragraph of longer notes that holds most of the words looked for, the first of several; all of a text in one paragraph.
 *
 * Worked: of "Seven flats.\n\nA second visit is fine." with "visit" it is "A second visit is fine."
 */
export function passageWith(text: string, find: string): string {
  const words = find.toLowerCase().split(/\s+/u).filter(Boolean);
  const passages = text
    .split(/\n\s*\n/u)
    .map((each) => each.trim())
    .filter(Boolean);
  const held = (passage: string) =>
    words.filter((word) => passage.toLowerCase().includes(word)).length;
  const [best] = passages.toSorted((one, other) => held(other) - held(one));
  return best ?? text;
}
