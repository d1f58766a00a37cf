import { BaseUrl, ExportKey, OpenApiLink } from "../environment-facts";
import { Guide, Prose } from "../section";
import { Snippet } from "../snippet";

export function Introduction() {
  return (
    <Guide id="introduction" title="Introduction">
      <Prose>
        <p>
          The API speaks JSON over HTTP. Every path begins with <code>/v1</code>, behind <BaseUrl of="apiUrl" />
        </p>
        <ExportKey />
        <p>Then test it. The answer says whose the key is and what it may do:</p>
      </Prose>
      <Snippet owner="the first request" request={{ method: "get", path: "/v1/me", needsKey: true }} scope={null} />
      <Prose>
        <ul>
          <li>
            One object comes as <code>{'{"data":{…}}'}</code>, a list as{" "}
            <code>{'{"data":[…],"hasMore":false,"total":0,"nextCursor":null}'}</code>. Health, sending events, estimates
            and cost answer without the wrapper.
          </li>
          <li>
            Names are in camelCase, ids are UUIDs. Treat ids as opaque. New fields may appear in an answer at any time:
            ignore those you do not know.
          </li>
          <li>
            Times are UTC, like <code>2026-02-27T10:00:00.000Z</code>; what you send may carry another offset. Ranges
            and periods are half-open: the start belongs to them, the end does not.
          </li>
          <li>
            Prices are decimal strings such as <code>"0.008"</code>, never JSON numbers. Fields that end in{" "}
            <code>Cents</code> are whole numbers of the currency's smallest unit.
          </li>
          <li>
            Every body needs <code>Content-Type: application/json</code> and has at most 1 MiB; events may come as{" "}
            <code>application/x-ndjson</code> too, packed with gzip, and in bodies of 16 MiB. An unknown field or
            parameter is refused, so that a typing error is never a silence.
          </li>
          <li>
            Every answer carries <code>X-Request-Id</code>. Send your own to find a request again: 1 to 64 of{" "}
            <code>A-Z a-z 0-9 . _ : -</code>.
          </li>
        </ul>
        <p>
          This page is made from the declarations that the servers run. The same as a file: <OpenApiLink />.
        </p>
      </Prose>
    </Guide>
  );
}
