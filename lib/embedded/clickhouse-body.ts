import { createWriteStream } from "node:fs";
import type { IncomingMessage } from "node:http";
import { type Readable, Transform, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createInflate } from "node:zlib";
import { ClickHouseRefusal } from "./clickhouse-error";

/** Of a statement, or of a form with its parameters. */
const TEXT_BYTES_MAX = 64 * 1024 * 1024;
/** Of inserted data, unpacked. It waits in a file, not in memory. */
const DATA_BYTES_MAX = 1024 * 1024 * 1024;

/** The body as it was before the client packed it. */
function unpacked(request: IncomingMessage): [Readable] | [Readable, Transform] {
  const encoding = request.headers["content-encoding"] ?? "identity";
  if (encoding === "identity" || encoding === "") return [request];
  if (encoding === "gzip" || encoding === "x-gzip") return [request, createGunzip()];
  if (encoding === "deflate") return [request, createInflate()];
  throw new ClickHouseRefusal(
    48,
    "NOT_IMPLEMENTED",
    `Content-Encoding ${JSON.stringify(encoding)} is not available in the embedded ClickHouse; send gzip`,
  );
}

/** Reads a body that is a statement. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const memory = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  await pipe(request, TEXT_BYTES_MAX, memory);
  return Buffer.concat(chunks);
}

/** Writes a body that is data to a new file, behind what stood in the statement already. */
export async function saveBody(request: IncomingMessage, leading: Buffer, path: string): Promise<void> {
  const file = createWriteStream(path, { flags: "wx", mode: 0o600 });
  if (leading.length > 0) file.write(leading);
  await pipe(request, DATA_BYTES_MAX, file);
}

async function pipe(request: IncomingMessage, bytesMax: number, target: Writable): Promise<void> {
  let bytes = 0;
  const limit = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      const tooLarge = bytes > bytesMax;
      done(tooLarge ? new ClickHouseRefusal(307, "TOO_MANY_BYTES", "The request's body is too large") : null, chunk);
    },
  });
  try {
    await pipeline([...unpacked(request), limit, target]);
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("Z_"))
      throw new ClickHouseRefusal(354, "ZLIB_INFLATE_FAILED", "The request's body is not what its encoding says");
    throw error;
  }
}

/** The fields of a body that is a form, which clients use for parameters that are too long for a URL. */
export async function readForm(request: IncomingMessage): Promise<[string, string][]> {
  const type = request.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/form-data")) return [];
  const body = await readBody(request);
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
  return [...form].map(([name, value]) => {
    if (typeof value === "string") return [name, value];
    throw new ClickHouseRefusal(48, "NOT_IMPLEMENTED", "External data is not available in the embedded ClickHouse");
  });
}
