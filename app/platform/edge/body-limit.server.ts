import { Transform } from "node:stream";
import type { Request, RequestHandler } from "express";
import { answerProblem, discardBody } from "./problem.server";

const mebibyte = 1024 * 1024;
const usualBytes = mebibyte;
const uploadBytes = 12 * mebibyte;

/** Routes that take files. Everything else takes forms. */
const uploads: ReadonlyArray<{ path: RegExp; bytes: number }> = [
  { path: /^\/accounts\/import(\.data)?$/, bytes: uploadBytes },
];

function bodyLimitOf(path: string): number {
  return uploads.find((upload) => upload.path.test(path))?.bytes ?? usualBytes;
}

/** Refuses what says itself that it is too large, before a byte of it is used. */
export const refuseLargeBodies: RequestHandler = (request, response, next) => {
  const announced = Number(request.headers["content-length"] ?? 0);
  if (announced > bodyLimitOf(request.path)) {
    answerProblem(request, response, 413, "too-large");
    return;
  }
  next();
};

/** A body that ends with an error once more bytes came than the route takes, announced or not. */
export type LimitedBody = { stream: Transform; exceeded: () => boolean };

export function limitedBody(request: Request): LimitedBody {
  const most = bodyLimitOf(request.path);
  let seen = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.byteLength;
      if (seen > most) done(new Error("The body is too large."));
      else done(null, chunk);
    },
  });
  request.on("error", (error) => stream.destroy(error));
  request.on("aborted", () => stream.destroy(new Error("The client went.")));
  stream.on("error", () => discardBody(request));
  request.pipe(stream);
  return { stream, exceeded: () => seen > most };
}
