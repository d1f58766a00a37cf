// `npm run <command>`: prepares what the command needs, then becomes it. No process stands between, so a signal, a secret on
// standard output and the exit code are the command's own.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "./checkout.mjs";
import { stopWithNpm } from "./npm-parent.mjs";
import { prepare } from "./prepare.mjs";

const [entry, ...entryArguments] = process.argv.slice(2);

stopWithNpm();

try {
  await prepare({ pages: false });
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
process.env.NODE_ENV ??= "production";
const file = join(ROOT, "dist", `${entry}.js`);
process.argv = [process.argv[0], file, ...entryArguments];
await import(pathToFileURL(file));
