// The same two statements without a product around them: one pool, no key, no checks, no audit, no idempotency.
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import pg from "pg";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const organizationId = process.env.ORGANIZATION_ID;

const COLUMNS = "id, name, legal_name, external_customer_id, contacts, tags, billing_address, created_at, updated_at";
const LIST = `SELECT ${COLUMNS} FROM customers WHERE organization_id = $1 ORDER BY created_at DESC, id DESC LIMIT 11`;
const COUNT = "SELECT count(*)::int AS total FROM customers WHERE organization_id = $1";
const INSERT = `INSERT INTO customers (organization_id, id, name, contacts, tags, created_at, updated_at)
  VALUES ($1, $2, $3, '[]', '{}', $4, $4) RETURNING ${COLUMNS}`;

async function list() {
  const [rows, counted] = await Promise.all([
    pool.query({ name: "list", text: LIST, values: [organizationId] }),
    pool.query({ name: "count", text: COUNT, values: [organizationId] }),
  ]);
  return { data: rows.rows.slice(0, 10), total: counted.rows[0].total };
}

async function create(body: string) {
  const values = [organizationId, randomUUID(), JSON.parse(body).name, new Date()];
  const { rows } = await pool.query({ name: "insert", text: INSERT, values });
  return { data: rows[0] };
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", async () => {
    const answer = await (request.method === "POST" ? create(Buffer.concat(chunks).toString()) : list());
    const text = JSON.stringify(answer);
    const headers = { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(text) };
    response.writeHead(request.method === "POST" ? 201 : 200, headers).end(text);
  });
});
server.listen(Number(process.env.PORT), "127.0.0.1", () => process.send?.({ ready: true }));
process.on("disconnect", () => process.exit());
