import { Guide, Prose } from "../section";
import { Snippet } from "../snippet";

export function Idempotency() {
  return (
    <Guide id="idempotency" title="Idempotency">
      <Prose>
        <p>
          A creating call takes <code>Idempotency-Key</code>: 1 to 256 visible ASCII characters of your choice, one
          value for one intention. Then it is safe to send again when no answer came.
        </p>
        <ul>
          <li>
            The same value with the same body, byte for byte, within 24 hours: the first answer again, with{" "}
            <code>Idempotency-Replayed: true</code>.
          </li>
          <li>
            The same value with another body: 409 <code>IDEMPOTENCY_CONFLICT</code>.
          </li>
          <li>
            While the first is still running: 409 <code>CONFLICT</code> with <code>Retry-After: 1</code>.
          </li>
          <li>A call that was refused is not kept: correct it and send it with the same value.</li>
        </ul>
      </Prose>
      <Snippet
        owner="an idempotent request"
        scope="customers:write"
        request={{
          method: "post",
          path: "/v1/customers",
          body: { name: "Globex" },
          needsKey: true,
          idempotencyKey: "signup-8841",
        }}
      />
      <Prose>
        <p>
          Usage events have a key of their own, <code>idempotencyKey</code> in the event: of several with one key the
          latest counts, and once. Sending an event again is always accepted. Choose keys that rise with time, such as
          UUIDs of version 7, ULIDs or numbers with leading zeros: usage over many events is then read many times
          faster.
        </p>
      </Prose>
    </Guide>
  );
}
