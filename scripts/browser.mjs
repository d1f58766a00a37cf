import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { runQuietly } from "./programs.mjs";

const SYSTEM_NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MISSING =
  "The browser tests need Chromium. Install it with `npx playwright install chromium` or from your distribution.";

/** The browser for the tests: Playwright's own, else the system's, else installed from the distribution. */
export async function findBrowser(say) {
  const found = (await ownBrowser()) ?? systemBrowser();
  if (found) return found;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) throw new Error(MISSING);
  say("Installing Chromium.");
  const variables = { DEBIAN_FRONTEND: "noninteractive" };
  await runQuietly("apt-get", ["update"], variables);
  await runQuietly("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"], variables);
  const installed = systemBrowser();
  if (!installed) throw new Error(MISSING);
  return installed;
}

async function ownBrowser() {
  const { chromium } = await import("playwright");
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function systemBrowser() {
  for (const name of SYSTEM_NAMES) {
    try {
      return execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
    } catch {
      // Not this one.
    }
  }
  return undefined;
}
