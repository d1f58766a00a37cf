import { realpath, stat } from "node:fs/promises";
import { dirname } from "node:path";

const EXECUTE_FOR_OTHERS = 0o001;

/** Whether any system user can enter this existing directory: one closed ancestor closes it. */
export async function isReachableByEveryone(directory: string): Promise<boolean> {
  for (let path = await realpath(directory); ; path = dirname(path)) {
    const { mode } = await stat(path);
    if ((mode & EXECUTE_FOR_OTHERS) === 0) return false;
    if (path === dirname(path)) return true;
  }
}
