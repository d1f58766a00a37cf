// `npm run generate:client`: writes lib/api-client/schema.ts from the endpoints' declarations.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "./checkout.mjs";
import { bundle } from "./prepare.mjs";

await bundle(["lib/server/api-client-schema.ts"], "dist/generate");
const { apiClientSchema } = await import(pathToFileURL(join(ROOT, "dist", "generate", "api-client-schema.js")));
writeFileSync(join(ROOT, "lib", "api-client", "schema.ts"), await apiClientSchema());
