// `npm run bench:<name>`: measures the built servers with tests/bench/<name>.ts.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "./checkout.mjs";
import { stopWithNpm } from "./npm-parent.mjs";
import { bundle, prepare } from "./prepare.mjs";

const [name, ...benchArguments] = process.argv.slice(2);

stopWithNpm();

try {
  await prepare({ pages: false });
  await bundle([`tests/bench/${name}.ts`], "dist/bench");
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
process.env.NODE_ENV ??= "production";
const file = join(ROOT, "dist", "bench", `${name}.js`);
process.argv = [process.argv[0], file, ...benchArguments];
await import(pathToFileURL(file));
