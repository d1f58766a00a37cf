import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const CHUNK = Buffer.alloc(1_700_000, 1);
const FOR_MS = 5_000;

/** What one writer gets onto the disk when each 1.7 MB, ten thousand events, is flushed before the next. */
export function diskBytesPerSecond(): number {
  const directory = mkdtempSync(join(process.env.BENCH_DIRECTORY ?? tmpdir(), "mintkey-disk-"));
  const file = openSync(join(directory, "data"), "w");
  const startedMs = performance.now();
  let written = 0;
  while (performance.now() - startedMs < FOR_MS) {
    written += writeSync(file, CHUNK);
    fdatasyncSync(file);
  }
  const seconds = (performance.now() - startedMs) / 1_000;
  closeSync(file);
  rmSync(directory, { recursive: true });
  return written / seconds;
}
