import { create } from "qrcode";

/** A text as a QR code: a square of `size` modules a side, the dark ones as the path of an SVG. */
export function qrPicture(text: string): { size: number; path: string } {
  const { size, data } = create(text, { errorCorrectionLevel: "M" }).modules;
  const dark = [...data].flatMap((bit, index) =>
    bit ? [`M${index % size} ${Math.floor(index / size)}h1v1h-1z`] : [],
  );
  return { size, path: dark.join("") };
}
