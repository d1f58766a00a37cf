// `npm run bench:<name>`: measures the built servers with tests/bench/<name>.ts.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "./checkout.mjs";
import { stopWithNpm } from "./npm-parent.mjs";
import { bundle, prepare } from "./prepare.mjs";

const FOLDER = "tests/bench";
/** These also measure the dashboard, so its pages must be built. */
const WITH_PAGES = ["verify"];

const [name, ...benchArguments] = process.argv.slice(2);

stopWithNpm();

try {
  await prepare({ pages: WITH_PAGES.includes(name) });
  const servers = readdirSync(join(ROOT, FOLDER, "servers")).map((file) => `${FOLDER}/servers/${file}`);
  await bundle([`${FOLDER}/${name}.ts`, ...servers], "dist/bench");
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
process.env.NODE_ENV ??= "production";
const file = join(ROOT, "dist", "bench", `${name}.js`);
process.argv = [process.argv[0], file, ...benchArguments];
await import(pathToFileURL(file));
