/** One line of the file without its line end, which a quoted cell may need back. */
export interface PhysicalLine {
  line: number;
  text: string;
  lineEnd: string;
  isSound: boolean;
}

const LINE = /([^\r\n]*)(\r\n|\r|\n|$)/y;

/** Cuts text into lines at \n, \r\n and lone \r; the numbers go on after `before`. */
export function physicalLines(text: string, before: number, isSound: boolean): PhysicalLine[] {
  const lines: PhysicalLine[] = [];
  LINE.lastIndex = 0;
  while (LINE.lastIndex < text.length) {
    const [, content = "", lineEnd = ""] = LINE.exec(text) ?? [];
    lines.push({ line: before + lines.length + 1, text: content, lineEnd, isSound });
  }
  return lines;
}

/** The same cut where line ends and soundness do not matter: several times faster. */
export function plainLines(text: string): string[] {
  const lines = (text.includes("\r") ? text.replaceAll(/\r\n?/g, "\n") : text).split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}
