import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import type { RequestHandler } from "express";
import express from "express";

type Packing = "br" | "gzip";

type StaticFile = {
  type: string;
  etag: string;
  plain: Buffer;
  /** Packed when the application was built (`app/build.mjs`). */
  packed: Partial<Record<Packing, Buffer>>;
  cacheControl: string;
};

const immutable = "public, max-age=31536000, immutable";
const forAnHour = "public, max-age=3600";

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

function readFiles(folder: string, prefix: string): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  const paths = existsSync(folder) ? filesBelow(folder) : [];
  const known = new Set(paths);
  for (const path of paths) {
    const extension = extname(path);
    if (
      extension === ".map" ||
      ((extension === ".br" || extension === ".gz") &&
        known.has(path.slice(0, -extension.length)))
    ) {
      continue;
    }
    const url = `${prefix}/${relative(folder, path).split(sep).join("/")}`;
    const plain = readFileSync(path);
    const hash = createHash("sha256").update(plain).digest("base64url");
    files.set(url, {
      plain,
      etag: `"${hash.slice(0, 22)}"`,
      type: contentType(extension),
      packed: {
        ...(known.has(`${path}.br`) ? { br: readFileSync(`${path}.br`) } : {}),
        ...(known.has(`${path}.gz`)
          ? { gzip: readFileSync(`${path}.gz`) }
          : {}),
      },
      // Vite and the content compiler put a hash of the content into these names.
      cacheControl: /^\/(content-)?assets\//.test(url) ? immutable : forAnHour,
    });
  }
  return files;
}

function contentType(extension: string): string {
  const type = express.static.mime.lookup(extension);
  return /^text\/|javascript|json|xml$/.test(type)
    ? `${type}; charset=utf-8`
    : type;
}

/**
 * Serves what was built, from memory: a few megabytes at most, packed beforehand.
 *
 * @param folders each with the path under which its files appear ("" for the root).
 */
export function staticFiles(
  folders: ReadonlyArray<{ folder: string; prefix: string }>,
): RequestHandler {
  const files = new Map<string, StaticFile>();
  for (const { folder, prefix } of folders) {
    for (const [url, file] of readFiles(folder, prefix)) files.set(url, file);
  }
  return (request, response, next) => {
    const file = files.get(request.path);
    if (!file || (request.method !== "GET" && request.method !== "HEAD")) {
      next();
      return;
    }
    response.setHeader("Content-Type", file.type);
    response.setHeader("Cache-Control", file.cacheControl);
    response.setHeader("ETag", file.etag);
    response.setHeader("Vary", "Accept-Encoding");
    if (request.headers["if-none-match"]?.includes(file.etag)) {
      response.status(304).end();
      return;
    }
    // Browsers name gzip first by habit; brotli is smaller.
    const packing = (["br", "gzip"] as const).find(
      (one) => file.packed[one] && request.acceptsEncodings(one) === one,
    );
    const packed = packing && file.packed[packing];
    if (packing) response.setHeader("Content-Encoding", packing);
    const body = packed ?? file.plain;
    response.setHeader("Content-Length", body.byteLength);
    response.end(request.method === "HEAD" ? undefined : body);
  };
}
