/** Whether words stand in notes, however lines are broken. */
export function holdsWords(notes: string, words: string): boolean {
  return folded(notes).includes(folded(words));
}

function folded(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}
