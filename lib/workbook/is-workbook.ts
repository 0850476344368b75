const ZIP = [0x50, 0x4b, 0x03, 0x04] as const;

/** Whether the first bytes of a file are those of a zip file, as every .xlsx is. */
export function isWorkbook(head: Uint8Array): boolean {
  return ZIP.every((byte, at) => head[at] === byte);
}
