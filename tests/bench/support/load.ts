// Load on one URL for a while: by `wrk` where it is installed, else by a generator of our own, which costs more processor time.
import { spawn, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Load, type LoadResult, loadBySockets } from "./socket-load";

export const generator = spawnSync("wrk", ["-v"]).error ? "own sockets" : "wrk";

export const putLoad = (load: Load): Promise<LoadResult> =>
  generator === "wrk" ? loadByWrk(load) : loadBySockets(load);

async function loadByWrk(load: Load): Promise<LoadResult> {
  const { port, path, connections, seconds } = load;
  const directory = mkdtempSync(join(tmpdir(), "mintkey-wrk-"));
  const script = join(directory, "keys.lua");
  writeFileSync(script, scriptOf(load));
  const target = `http://127.0.0.1:${port}${path}`;
  // A late answer is no failure, as with our own sockets: the percentiles tell of it.
  const options = ["-t1", `-c${connections}`, `-d${seconds}s`, "--timeout", "60s", "--latency"];
  const output = await outputOf("wrk", [...options, "-s", script, target]);
  rmSync(directory, { recursive: true });
  return readWrk(output);
}

function scriptOf(load: Load): string {
  const { body, contentType } = load;
  if (body === undefined) return luaOf(load);
  return contentType === undefined ? postingLuaOf(load, body) : sameBodyLuaOf(load, body, contentType);
}

const sameBodyLuaOf = ({ path, keys }: Load, body: string, contentType: string): string => `
local prepared
init = function()
  local headers = { Host = "127.0.0.1", Authorization = "Bearer ${keys[0]}", ["Content-Type"] = "${contentType}" }
  prepared = wrk.format("POST", "${path}", headers, ${JSON.stringify(body)})
end
request = function() return prepared end
`;

/** The requests are written out once: the generator must not be what is measured. */
const luaOf = ({ path, keys }: Load): string => `
local requests = {}
local next = 0
init = function()
  for _, key in ipairs({ ${keys.map((key) => `"${key}"`).join(", ")} }) do
    requests[#requests + 1] = wrk.format("GET", "${path}", { Host = "127.0.0.1", Authorization = "Bearer " .. key })
  end
end
request = function()
  next = next % #requests + 1
  return requests[next]
end
`;

const postingLuaOf = ({ path, keys }: Load, body: string): string => `
local next = 0
local run = "${randomUUID()}"
local keys = { ${keys.map((key) => `"${key}"`).join(", ")} }
request = function()
  next = next + 1
  local headers = { Host = "127.0.0.1", Authorization = "Bearer " .. keys[next % #keys + 1] }
  headers["Content-Type"] = "application/json"
  headers["Idempotency-Key"] = run .. "-" .. next
  return wrk.format("POST", "${path}", headers, ${JSON.stringify(body)})
end
`;

function outputOf(command: string, commandArguments: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, commandArguments, { stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    child.stdout.on("data", (text) => {
      output += text;
    });
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve(output) : reject(new Error(`${command} ended with ${code}`))));
  });
}

function readWrk(output: string): LoadResult {
  const number = (pattern: RegExp) => Number(pattern.exec(output)?.[1] ?? 0);
  const requests = number(/(\d+) requests in/);
  const socketErrors =
    /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(output)?.slice(1) ?? [];
  return {
    requests,
    perSecond: number(/Requests\/sec:\s+([\d.]+)/),
    p50Ms: milliseconds(/\s50%\s+([\d.]+)(us|ms|s)/.exec(output)),
    p99Ms: milliseconds(/\s99%\s+([\d.]+)(us|ms|s)/.exec(output)),
    failures: number(/Non-2xx or 3xx responses: (\d+)/) + socketErrors.reduce((sum, count) => sum + Number(count), 0),
  };
}

function milliseconds(match: RegExpExecArray | null): number {
  const factor = match?.[2] === "us" ? 0.001 : match?.[2] === "s" ? 1_000 : 1;
  return Number(match?.[1] ?? 0) * factor;
}
