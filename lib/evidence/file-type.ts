/** Kinds of files that are kept as evidence: what they begin with, and how they are named. Texts begin with anything that is text. */
const KINDS = [
  { type: "application/pdf", endings: ["pdf"], begins: [[0x25, 0x50, 0x44, 0x46, 0x2d]] },
  {
    type: "image/png",
    endings: ["png"],
    begins: [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  },
  { type: "image/jpeg", endings: ["jpg", "jpeg"], begins: [[0xff, 0xd8, 0xff]] },
  {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    endings: ["docx"],
    begins: [[0x50, 0x4b, 0x03, 0x04]],
  },
  {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    endings: ["xlsx"],
    begins: [[0x50, 0x4b, 0x03, 0x04]],
  },
  {
    type: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    endings: ["pptx"],
    begins: [[0x50, 0x4b, 0x03, 0x04]],
  },
  { type: "text/plain", endings: ["txt", "md"], begins: null },
  { type: "text/csv", endings: ["csv"], begins: null },
] as const;

/** The endings of the files that may be kept, for the picker. */
export const FILE_ENDINGS: readonly string[] = KINDS.flatMap(({ endings }) =>
  endings.map((ending) => `.${ending}`),
);

/** The media type of a file by its name, once its bytes agree with it; null for what is not kept. */
export function evidenceFileType(name: string, bytes: Uint8Array): string | null {
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  const kind = KINDS.find(({ endings }) => endings.some((each) => each === ending));
  if (!kind) return null;
  const fits =
    kind.begins === null
      ? isText(bytes)
      : kind.begins.some((begin) => begin.every((byte, at) => bytes[at] === byte));
  return fits ? kind.type : null;
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
