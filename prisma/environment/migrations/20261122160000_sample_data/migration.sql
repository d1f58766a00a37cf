-- How far the sample data of an organization has come.
CREATE TABLE "sample_data_progress" (
    "organization_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "reached_at" TIMESTAMPTZ(3),
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "sample_data_progress_pkey" PRIMARY KEY ("organization_id")
);
