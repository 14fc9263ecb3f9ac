import { z } from "zod";
import { done, type Outcome, refused } from "~/domain/outcome";
import {
  type FileRefusal,
  type ImportRefused,
  largestFileBytes,
} from "./import-findings";

export type Upload = {
  /** Made by the page, so that it can ask how far the reading is; null when it sent none. */
  draftId: string | null;
  fileName: string;
  bytes: Uint8Array;
};

const fields = new Set(["draftId", "file"]);

/** Takes the file out of the form; a form that broke off on its way is an answer, not a bug. */
export async function readUpload(
  request: Request,
): Promise<Outcome<Upload, FileRefusal>> {
  let form: FormData;
  try {
    form = await request.formData();
  } catch {
    // Half a form, a missing boundary, another content type.
    return refused("upload-unfinished");
  }
  if ([...form.keys()].some((field) => !fields.has(field)))
    return refused("form-unknown");
  const file = form.get("file");
  if (!(file instanceof File) || (file.name === "" && file.size === 0))
    return refused("file-missing");
  if (file.size > largestFileBytes) return refused("file-too-large");
  const draftId = z.uuid().safeParse(form.get("draftId"));
  return done({
    draftId: draftId.success ? draftId.data : null,
    fileName: printable(file.name).slice(0, 200),
    bytes: new Uint8Array(await file.arrayBuffer()),
  });
}

/** Without what PostgreSQL or a terminal couldn't take, and without what reorders the text around it. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu, "\uFFFD");
}

/** The answer to a file that was refused as a whole, before a row was read. */
export function refusedUpload(
  refusal: FileRefusal,
  fileName = "",
  refusedRow: number | null = null,
): ImportRefused {
  return {
    fileName,
    refusal,
    refusedRow,
    messages: [],
    errorCount: 0,
    warningCount: 0,
    rowCount: 0,
  };
}
