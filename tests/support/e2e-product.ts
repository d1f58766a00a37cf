import { OWNER } from "./owner";
import { removeDataDirectory, startProduct } from "./product";

/** The product that all browser tests use, new for each run. Answers with what ends it. */
export default async function startForBrowserTests(): Promise<() => Promise<void>> {
  const product = await startProduct({
    ports: JSON.parse(process.env.MINTKEY_TEST_PORTS ?? ""),
    variables: {
      MINTKEY_OWNER_EMAIL: OWNER.email,
      MINTKEY_OWNER_PASSWORD: OWNER.password,
      // Each test sends an address of its own, as a proxy would.
      MINTKEY_TRUSTED_PROXY_HOPS: "1",
    },
  });
  process.env.MINTKEY_TEST_PRODUCTION_API_URL = product.productionApiUrl;
  process.env.MINTKEY_TEST_SANDBOX_API_URL = product.sandboxApiUrl;
  process.env.MINTKEY_TEST_DATA_DIR = product.dataDirectory;
  return async () => {
    await product.stop();
    removeDataDirectory(product.dataDirectory);
    if (process.env.MINTKEY_TEST_OUTPUT) process.stdout.write(product.output());
  };
}
