import type { XmlHandler } from "./xml-reader.ts";

const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/** A text as people see it: without the spaces around it, and with characters that XML cannot hold. */
export function plainText(text: string): string {
  const whole = text.includes("_x")
    ? text.replace(ESCAPED, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
  return whole.trim();
}

/** Collects the texts that cells of a workbook share; how a text is pronounced is none. */
export function textsOf(): { texts: string[]; handler: XmlHandler } {
  const texts: string[] = [];
  let text = "";
  let isText = false;
  let isSpoken = false;
  const handler: XmlHandler = {
    open: (name) => {
      if (name === "si") text = "";
      if (name === "t") isText = true;
      if (name === "rPh") isSpoken = true;
    },
    close: (name) => {
      if (name === "si") texts.push(plainText(text));
      if (name === "t") isText = false;
      if (name === "rPh") isSpoken = false;
    },
    text: (piece) => {
      if (isText && !isSpoken) text += piece;
    },
  };
  return { texts, handler };
}
