import { DRAFTS_MAX } from "@/lib/domain/draft-schedule";
import type { Environment } from "@/lib/domain/environment";
import { environmentStore } from "./connections";
import { rowsOf } from "./sql";

export type ContractToBill = { readonly organizationId: string; readonly contractId: string };

/** The contracts behind `after` that time or usage may have changed something about. A few too many do no harm: billing changes nothing twice. */
export async function listContractsToBillAcrossTenants(
  environment: Environment,
  now: Date,
  after: ContractToBill | null,
  limit: number,
): Promise<ContractToBill[]> {
  const rows = await rowsOf<{ organization_id: string; id: string }>(environmentStore(environment).pool, TO_BILL, [
    now,
    now.toISOString().slice(0, 10),
    after?.organizationId ?? FIRST_ID,
    after?.contractId ?? FIRST_ID,
    limit,
  ]);
  return rows.map((row) => ({ organizationId: row.organization_id, contractId: row.id }));
}

const FIRST_ID = "00000000-0000-0000-0000-000000000000";

const OWN = "invoices.organization_id = contracts.organization_id AND invoices.contract_id = contracts.id";

const LACKS_DRAFTS = `CASE WHEN contracts.end_date IS NULL
  THEN latest.period_index IS NULL OR latest.period_index < 1 OR latest.period_start <= $2::date
  ELSE contracts.end_date > contracts.start_date AND (latest.period_end IS NULL OR (latest.period_end < contracts.end_date
    AND (latest.period_end <= $2::date OR (SELECT count(*) FROM invoices WHERE ${OWN} AND status = 'Drafted') < ${DRAFTS_MAX})))
  END`;

const IS_DUE = `EXISTS (SELECT FROM invoices WHERE ${OWN} AND status = 'Drafted' AND finalizes_at <= $1::timestamptz)`;

const FOLLOWS_USAGE = `contracts.start_date <= $2::date AND EXISTS (SELECT FROM invoices WHERE ${OWN} AND status = 'Drafted')
  AND EXISTS (SELECT FROM plan_items JOIN pricings ON pricings.organization_id = plan_items.organization_id AND pricings.id = plan_items.pricing_id
    WHERE plan_items.organization_id = contracts.organization_id AND plan_items.plan_id = contracts.plan_id AND pricings.meter_id IS NOT NULL)`;

const HAS_EXPIRED_CREDITS = `EXISTS (SELECT FROM credit_entries block WHERE block.organization_id = contracts.organization_id
  AND block.contract_id = contracts.id AND block.type = 'grant' AND block.expires_at <= $1::timestamptz
  AND block.amount_cents + coalesce((SELECT sum(amount_cents) FROM credit_entries drawn WHERE drawn.organization_id = contracts.organization_id
    AND drawn.contract_id = contracts.id AND drawn.grant_entry_id = block.id), 0) > 0)`;

// Sample data bills its own contracts while it walks through their year.
const IS_BEING_ADDED = `EXISTS (SELECT FROM sample_data_progress walk JOIN sample_objects ON sample_objects.organization_id = walk.organization_id
  WHERE walk.organization_id = contracts.organization_id AND walk.completed_at IS NULL
  AND sample_objects.kind = 'contracts' AND sample_objects.object_id = contracts.id)`;

const TO_BILL = `
  SELECT contracts.organization_id, contracts.id FROM contracts LEFT JOIN LATERAL (
    SELECT period_index, period_start, period_end FROM invoices WHERE ${OWN} ORDER BY period_index DESC LIMIT 1
  ) latest ON true
  WHERE (contracts.organization_id, contracts.id) > ($3::uuid, $4::uuid)
    AND ((${LACKS_DRAFTS}) OR ${IS_DUE} OR (${FOLLOWS_USAGE}) OR ${HAS_EXPIRED_CREDITS})
    AND NOT ${IS_BEING_ADDED}
  ORDER BY contracts.organization_id, contracts.id LIMIT $5`;
