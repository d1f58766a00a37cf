-- CreateTable
CREATE TABLE "meters" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "code" TEXT,
    "active_code" TEXT,
    "display_name" TEXT NOT NULL,
    "description" TEXT,
    "aggregation_type" TEXT NOT NULL,
    "aggregation_key" TEXT,
    "include_event_names" TEXT[],
    "exclude_event_names" TEXT[],
    "property_filters" JSONB NOT NULL,
    "group_keys" TEXT[],
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "meters_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "products" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "products_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pricings" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "model" TEXT NOT NULL,
    "billing_mode" TEXT NOT NULL,
    "tiering" TEXT NOT NULL,
    "unit_amount" DECIMAL(24,12),
    "flat_amount" DECIMAL(24,12),
    "package_size" DECIMAL(24,12),
    "price_interval" TEXT,
    "price_interval_count" INTEGER,
    "meter_id" UUID,
    "pricing_tiers" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pricings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plans" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "net_terms" INTEGER NOT NULL,
    "price_interval" TEXT NOT NULL,
    "price_interval_count" INTEGER NOT NULL,
    "credit_grant_cents" BIGINT,
    "credit_rate_cents" DECIMAL(24,6),
    "currency" TEXT NOT NULL,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plans_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_items" (
    "organization_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "pricing_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,

    CONSTRAINT "plan_items_pkey" PRIMARY KEY ("organization_id","plan_id","position")
);

-- CreateTable
CREATE TABLE "contracts" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "start_date" DATE NOT NULL,
    "end_date" DATE,
    "net_terms" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "overrides" JSONB NOT NULL,
    "credit_grant_cents" BIGINT,
    "credit_rate_cents" DECIMAL(24,6),
    "metadata" JSONB NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),
    "cancellation_date" DATE,
    "cancelled_invoice_count" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contracts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoices" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "period_index" INTEGER NOT NULL,
    "period_start" DATE NOT NULL,
    "period_end" DATE NOT NULL,
    "status" TEXT NOT NULL,
    "invoice_number" TEXT,
    "invoice_date" DATE NOT NULL,
    "due_date" DATE NOT NULL,
    "currency" TEXT NOT NULL,
    "total_cents" DECIMAL(60,0) NOT NULL,
    "credits_applied_cents" DECIMAL(60,0) NOT NULL,
    "finalizes_at" TIMESTAMPTZ(3) NOT NULL,
    "finalized_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "invoices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice_lines" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "quantity" DECIMAL(60,12) NOT NULL,
    "unit_price" DECIMAL(60,12) NOT NULL,
    "unit_price_cents" DECIMAL(60,0) NOT NULL,
    "total_amount" DECIMAL(60,12) NOT NULL,
    "total_amount_cents" DECIMAL(60,0) NOT NULL,
    "price_id" UUID,
    "is_metered" BOOLEAN NOT NULL,
    "service_start" DATE NOT NULL,
    "service_end" DATE NOT NULL,
    "tiers" JSONB,
    "related_line_id" UUID,

    CONSTRAINT "invoice_lines_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice_numbers" (
    "organization_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "invoice_numbers_pkey" PRIMARY KEY ("organization_id","year")
);

-- CreateTable
CREATE TABLE "credit_entries" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "amount_cents" BIGINT NOT NULL,
    "credit_amount" DECIMAL(40,12),
    "credit_rate_cents" DECIMAL(24,6),
    "currency" TEXT NOT NULL,
    "description" TEXT,
    "source_type" TEXT NOT NULL,
    "invoice_id" UUID,
    "invoice_line_id" UUID,
    "grant_entry_id" UUID,
    "expires_at" TIMESTAMPTZ(3),
    "is_promotional" BOOLEAN NOT NULL,
    "purchase_rate_cents" DECIMAL(24,6),
    "external_id" TEXT,
    "metadata" JSONB,
    "balance_after_cents" BIGINT,
    "credit_balance_after" DECIMAL(40,12),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sample_objects" (
    "organization_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "object_id" UUID NOT NULL,

    CONSTRAINT "sample_objects_pkey" PRIMARY KEY ("organization_id","kind","object_id")
);

-- CreateIndex
CREATE INDEX "meters_organization_id_created_at_id_idx" ON "meters"("organization_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "meters_organization_id_id_key" ON "meters"("organization_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "meters_organization_id_active_code_key" ON "meters"("organization_id", "active_code");

-- CreateIndex
CREATE UNIQUE INDEX "products_organization_id_id_key" ON "products"("organization_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "products_organization_id_name_key" ON "products"("organization_id", "name");

-- CreateIndex
CREATE INDEX "pricings_organization_id_created_at_id_idx" ON "pricings"("organization_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "pricings_organization_id_meter_id_created_at_idx" ON "pricings"("organization_id", "meter_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "pricings_organization_id_id_key" ON "pricings"("organization_id", "id");

-- CreateIndex
CREATE INDEX "plans_organization_id_created_at_id_idx" ON "plans"("organization_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "plans_organization_id_id_key" ON "plans"("organization_id", "id");

-- CreateIndex
CREATE INDEX "plan_items_organization_id_pricing_id_idx" ON "plan_items"("organization_id", "pricing_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_items_organization_id_plan_id_pricing_id_key" ON "plan_items"("organization_id", "plan_id", "pricing_id");

-- CreateIndex
CREATE INDEX "contracts_organization_id_created_at_id_idx" ON "contracts"("organization_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "contracts_organization_id_customer_id_created_at_id_idx" ON "contracts"("organization_id", "customer_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "contracts_organization_id_plan_id_idx" ON "contracts"("organization_id", "plan_id");

-- CreateIndex
CREATE UNIQUE INDEX "contracts_organization_id_id_key" ON "contracts"("organization_id", "id");

-- CreateIndex
CREATE INDEX "invoices_organization_id_created_at_id_idx" ON "invoices"("organization_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "invoices_organization_id_customer_id_created_at_id_idx" ON "invoices"("organization_id", "customer_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "invoices_organization_id_contract_id_created_at_id_idx" ON "invoices"("organization_id", "contract_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "invoices_status_finalizes_at_idx" ON "invoices"("status", "finalizes_at");

-- CreateIndex
CREATE UNIQUE INDEX "invoices_organization_id_id_key" ON "invoices"("organization_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "invoices_organization_id_contract_id_period_index_key" ON "invoices"("organization_id", "contract_id", "period_index");

-- CreateIndex
CREATE UNIQUE INDEX "invoices_organization_id_invoice_number_key" ON "invoices"("organization_id", "invoice_number");

-- CreateIndex
CREATE INDEX "invoice_lines_organization_id_related_line_id_idx" ON "invoice_lines"("organization_id", "related_line_id");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_lines_organization_id_invoice_id_position_key" ON "invoice_lines"("organization_id", "invoice_id", "position");

-- CreateIndex
CREATE INDEX "credit_entries_organization_id_contract_id_created_at_id_idx" ON "credit_entries"("organization_id", "contract_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "credit_entries_organization_id_invoice_id_idx" ON "credit_entries"("organization_id", "invoice_id");

-- CreateIndex
CREATE UNIQUE INDEX "credit_entries_organization_id_contract_id_external_id_key" ON "credit_entries"("organization_id", "contract_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "customers_organization_id_id_key" ON "customers"("organization_id", "id");

-- AddForeignKey
ALTER TABLE "pricings" ADD CONSTRAINT "pricings_organization_id_product_id_fkey" FOREIGN KEY ("organization_id", "product_id") REFERENCES "products"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pricings" ADD CONSTRAINT "pricings_organization_id_meter_id_fkey" FOREIGN KEY ("organization_id", "meter_id") REFERENCES "meters"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_items" ADD CONSTRAINT "plan_items_organization_id_plan_id_fkey" FOREIGN KEY ("organization_id", "plan_id") REFERENCES "plans"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_items" ADD CONSTRAINT "plan_items_organization_id_pricing_id_fkey" FOREIGN KEY ("organization_id", "pricing_id") REFERENCES "pricings"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_organization_id_customer_id_fkey" FOREIGN KEY ("organization_id", "customer_id") REFERENCES "customers"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_organization_id_plan_id_fkey" FOREIGN KEY ("organization_id", "plan_id") REFERENCES "plans"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_organization_id_contract_id_fkey" FOREIGN KEY ("organization_id", "contract_id") REFERENCES "contracts"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_organization_id_invoice_id_fkey" FOREIGN KEY ("organization_id", "invoice_id") REFERENCES "invoices"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_entries" ADD CONSTRAINT "credit_entries_organization_id_contract_id_fkey" FOREIGN KEY ("organization_id", "contract_id") REFERENCES "contracts"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The ledger only grows: an entry that was wrong is answered by another one.
CREATE FUNCTION refuse_credit_entry_change() RETURNS trigger LANGUAGE plpgsql AS
  $$BEGIN RAISE EXCEPTION 'credit_entries are never changed'; END$$;

CREATE TRIGGER credit_entries_never_change BEFORE UPDATE ON "credit_entries"
  FOR EACH ROW EXECUTE FUNCTION refuse_credit_entry_change();
