import type { z } from "zod";
import type { Environment } from "@/lib/domain/environment";
import type { Role } from "@/lib/domain/role";
import type { NamedScope } from "@/lib/domain/scope";
import type { BodyForm } from "./body-form";

/** What a declaration says of its endpoint in words and flags. */
export type DeclaredFacts = {
  readonly method: "get" | "post" | "patch" | "delete";
  readonly summary: string;
  /** What callers need to know beyond the schemas: one or two sentences, in which `code` may stand in backticks. */
  readonly description?: string;
  /** The group of the reference it belongs to. */
  readonly tag: string;
  readonly credential: "key-or-session" | "session" | "none";
  /** Null: any valid credential will do. */
  readonly scope: NamedScope | null;
  /** The smallest role of a member that may call it. Absent: every member may. */
  readonly role?: Role | Readonly<Record<Environment, Role>>;
  /** `dashboard`: counted with the calls that come with a session, though this one needs none. */
  readonly limit: "per-address" | "dashboard" | "exempt";
  /** Also served on the Events API's address. */
  readonly onEventsApi?: boolean;
  /** What a malformed or foreign id in the path is called: "Customer not found". */
  readonly noun?: string;
  /** What the ids in its path look like. Absent: they are UUIDs. */
  readonly idForm?: RegExp;
  /** Whether the call takes an `Idempotency-Key`. */
  readonly idempotent?: boolean;
  /** How its body comes. Absent: as JSON. */
  readonly bodyForm?: BodyForm;
  /** Numbers of the body that a double might not hold come to the schema as they were written. */
  readonly exactNumbers?: boolean;
  /** An exact message of the 409 that the object's state can lead to. Absent: there is none. */
  readonly conflict?: string;
  /** Request headers beside the credential that this call reads, in lower case. */
  readonly headers?: readonly string[];
};

export type AnswerForm = {
  /** Whether a `FoundAnswer` may come in its place. */
  readonly mayBeFound?: boolean;
  /** Headers that every successful answer carries. */
  readonly headers?: Readonly<Record<string, string>>;
};

/** All that is known of an endpoint but how it answers. */
export type EndpointFacts = DeclaredFacts & {
  readonly path: string;
  readonly pathParams: readonly string[];
  readonly query: z.ZodType | null;
  readonly body: z.ZodType | null;
  readonly answer: AnswerForm & { readonly status: number; readonly schema: z.ZodType };
};
