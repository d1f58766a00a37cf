import { Guide, Prose } from "../section";
import { Snippet } from "../snippet";

export function Pagination() {
  return (
    <Guide id="pagination" title="Pagination">
      <Prose>
        <p>
          A list starts with the newest. <code>limit</code> is 1 to 100; customers, contracts and invoices come by 10,
          others by 50. To walk through a list, pass <code>nextCursor</code> of each answer as <code>cursor</code> of
          the next request, with the same filters, until it is <code>null</code>. Nothing is shown twice or left out
          because rows were added meanwhile.
        </p>
        <p>
          <code>offset</code> jumps, up to 10,000, and cannot be combined with <code>cursor</code>. <code>total</code>{" "}
          counts all matches.
        </p>
      </Prose>
      <Snippet
        owner="a page of a list"
        scope="customers:read"
        request={{ method: "get", path: "/v1/customers", query: [["limit", "100"]], needsKey: true }}
      />
    </Guide>
  );
}
