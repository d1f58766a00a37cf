-- Takes an idempotency key for the running transaction and reads what is kept under it, in one call. A function, because each
-- of its statements sees what was committed before it: one statement could miss an answer that was kept while it waited.
-- An advisory lock, not a row: a crash releases it, so no key stays "still running" for ever.
CREATE FUNCTION claim_idempotency_key(
  IN caller UUID, IN call_method TEXT, IN call_path TEXT, IN call_key TEXT, IN kept_after TIMESTAMPTZ,
  OUT claimed BOOLEAN, OUT kept_digest BYTEA, OUT kept_status INT, OUT kept_answer TEXT
) LANGUAGE plpgsql AS $$
BEGIN
  claimed := pg_try_advisory_xact_lock(hashtextextended(concat_ws(' ', caller, call_method, call_path, call_key), 0));
  IF claimed THEN
    SELECT body_digest, status, answer INTO kept_digest, kept_status, kept_answer FROM idempotent_answers
    WHERE organization_id = caller AND method = call_method AND path = call_path AND idempotency_key = call_key
      AND created_at > kept_after;
  END IF;
END
$$;
