import { CodeBlock } from "@/components/ui/code-block";
import { SECRET_PATTERN } from "@/lib/domain/api-key-secret";
import { ExampleKey, KeyPrefix } from "../environment-facts";
import type { Refusal } from "../operations";
import { Guide, Prose } from "../section";
import { RefusalList } from "./refusal-list";

export function Authentication({ refusals }: { refusals: readonly Refusal[] }) {
  return (
    <Guide id="authentication" title="Authentication">
      <Prose>
        <p>Send the key in one of two headers. Both at once are taken when they hold the same key.</p>
      </Prose>
      <CodeBlock thing="header" owner="bearer authentication" code="Authorization: Bearer $MINTKEY_API_KEY" />
      <CodeBlock thing="header" owner="plain authentication" code="x-api-key: $MINTKEY_API_KEY" />
      <Prose>
        <p>
          A key in a URL or a body authenticates nothing, and is masked in every log. A key needs the scope that an
          endpoint names. <code>:write</code> does not include <code>:read</code>, and <code>*</code> opens everything.
        </p>
        <h3 className="font-semibold">Form of a key</h3>
        <p>
          <KeyPrefix /> and 48 lowercase hex characters: 40 random ones (160 bits), then 8 of checksum. The checksum is
          the CRC-32 (IEEE, as in zlib) of the prefix and the 40, in big-endian order. It lets anything refuse a
          mistyped key without asking a server, and proves nothing. This one is well formed and opens nothing:
        </p>
        <p>
          <ExampleKey />
        </p>
        <p>For secret scanners, a pattern that finds keys of both environments:</p>
      </Prose>
      <CodeBlock thing="pattern" owner="secret scanners" code={SECRET_PATTERN.source} />
      <Prose>
        <p>
          A key is shown once, when it is created or rotated. The server keeps only a digest. A revoked key is refused
          by every server before the revocation is reported as done.
        </p>
        <h3 className="font-semibold">Refusals</h3>
        <p>
          In this order. The header <code>WWW-Authenticate</code> says the same to machines. A well-formed key of the
          other environment also gets a detail that names both.
        </p>
      </Prose>
      <RefusalList label="Refused credentials" refusals={refusals.filter(({ status }) => /^40[13]$/.test(status))} />
    </Guide>
  );
}
