// Programs that tests use and npm does not bring: the system's own, else installed from the distribution where that is possible.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { runQuietly } from "./programs.mjs";

const BROWSERS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const BROWSER_MISSING =
  "The browser tests need Chromium. Install it with `npx playwright install chromium` or from your distribution.";
const REDIS = "redis-server";
const REDIS_MISSING =
  "The tests of what servers share need Redis. Install `redis-server` from your distribution; it need not run.";

/** The browser for the tests: Playwright's own, else the system's, else installed from the distribution. */
export async function findBrowser(say) {
  const found = (await ownBrowser()) ?? systemProgram(BROWSERS);
  if (found) return found;
  if (!canInstall()) throw new Error(BROWSER_MISSING);
  say("Installing Chromium.");
  await install("chromium");
  const installed = systemProgram(BROWSERS);
  if (!installed) throw new Error(BROWSER_MISSING);
  return installed;
}

/** Makes sure that the tests find Redis. Where services run, its package would start one: that is for people to decide. */
export async function provideRedis(say) {
  if (systemProgram([REDIS])) return;
  if (!canInstall() || existsSync("/run/systemd/system")) throw new Error(REDIS_MISSING);
  say("Installing Redis.");
  await install(REDIS);
  if (!systemProgram([REDIS])) throw new Error(REDIS_MISSING);
}

async function ownBrowser() {
  const { chromium } = await import("playwright");
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function systemProgram(names) {
  for (const name of names) {
    try {
      return execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
    } catch {
      // Not this one.
    }
  }
  return undefined;
}

const canInstall = () => process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");

async function install(name) {
  // Run level 1 starts no service.
  const variables = { DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
  await runQuietly("apt-get", ["update"], variables);
  await runQuietly("apt-get", ["install", "--yes", "--no-install-recommends", name], variables);
}
