// What Mintkey's batches are compared with: a route handler that puts each batch into PostgreSQL with Prisma. It checks neither key
// nor events, which only makes it faster.
import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
// Generated beside the copy of this application that is built.
import { PrismaClient } from "../../../../client/client";

export const dynamic = "force-dynamic";

const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL, max: 10 }) });
const organizationId = process.env.ORGANIZATION_ID;

export async function POST(request) {
  const { events } = await request.json();
  const data = events.map((event) => ({ idempotencyKey: randomUUID(), ...event, organizationId }));
  const { count } = await prisma.event.createMany({ data, skipDuplicates: true });
  return Response.json({ status: "accepted", count }, { status: 202 });
}
