import { create } from "qrcode";

export type QrPicture = { size: number; path: string };

/** The picture of an address, as a path: one run of dark modules after the other. */
export function qrPicture(text: string): QrPicture {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const { size, data } = modules;
  let path = "";
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!data[row * size + column]) continue;
      const from = column;
      while (column + 1 < size && data[row * size + column + 1]) column += 1;
      const length = column - from + 1;
      path += `M${from} ${row}h${length}v1h-${length}z`;
    }
  }
  return { size, path };
}
