// Rules that a pattern can check. Each says what it holds, where, and what must never stand there.
import { expect, test } from "vitest";
import { SOURCES, type Source } from "./sources";

type Rule = {
  readonly says: string;
  readonly where: RegExp;
  /** Why a file may do it nevertheless. */
  readonly except?: Readonly<Record<string, string>>;
  /** Read from the code, without comments and without the insides of texts. */
  readonly never?: RegExp;
  /** Read from everything, comments too. */
  readonly neverWritten?: RegExp;
};

const RULES: readonly Rule[] = [
  {
    says: "the domain has no clock, chance or environment",
    where: /^lib\/domain\//,
    never:
      /Date\.now|new Date\(\)|performance\.|Math\.random|random(UUID|Bytes|Int|FillSync)|getRandomValues|process\./,
  },
  { says: "the clock of an operation is an argument", where: /^lib\/operations\//, never: /Date\.now|new Date\(\)/ },
  {
    says: "operations, the store and the domain know no HTTP",
    where: /^lib\/(domain|operations|store)\//,
    never: /\bnew (Request|Response|Headers)\b|: (Promise<)?(Request|Response|Headers|IncomingMessage)\b/,
  },
  {
    says: "process.env is read in lib/env.ts only",
    where: /^(app|components|lib)\//,
    except: {
      "lib/env.ts": "the one reader",
      "lib/api-client/settings.ts": "runs in other people's programs",
    },
    never: /process\.env/,
  },
  {
    says: "console is used in lib/log.ts only",
    where: /^(app|components|lib)\//,
    except: { "lib/log.ts": "the one writer" },
    never: /\bconsole\./,
  },
  {
    says: "a store function takes its tenant first, or says that it crosses tenants",
    where: /^lib\/store\//,
    except: {
      "lib/store/connections.ts": "opens databases: no row is read",
      "lib/store/sql.ts": "runs the statements that others wrote",
      "lib/store/migrations.ts": "changes tables, not rows",
      "lib/store/cursor.ts": "arithmetic on a text",
      "lib/store/key-listener.ts": "hears of changes of the whole environment",
      "lib/store/api-key-rows.ts": "turns rows into keys",
      "lib/store/contract-rows.ts": "turns rows into contracts",
      "lib/store/credit-rows.ts": "turns rows into entries of the ledger",
      "lib/store/invoice-rows.ts": "turns rows into invoices and back",
      "lib/store/audit-events.ts": "appends inside the transaction of its caller, in either kind of database",
      "lib/store/event-store.ts": "opens event stores, and runs the statements that others wrote",
      "lib/store/event-store-schema.ts": "makes tables, not rows",
      "lib/store/event-inserts.ts": "a shipment has the events of many organizations, each row with its own",
      "lib/store/usage-sql.ts": "writes conditions and aggregates, which its callers hold to a tenant",
      "lib/store/recorded-control-transaction.ts": "people and sessions belong to no environment",
    },
    never: /export (async )?function (?!\w+AcrossTenants\b)\w+(<[^(]+>)?\((?!\s*tenant: Tenant\b)/,
  },
  {
    says: "default exports stand only where a tool asks for one",
    where: /^(?!app\/.*\/?(page|layout|error|global-error|not-found|loading|template)\.tsx$|[\w.]+\.config\.ts$)/,
    except: {
      "tests/support/embedded-postgres.ts": "vitest's global set-up",
      "tests/support/embedded-clickhouse.ts": "vitest's global set-up",
      "tests/support/e2e-product.ts": "Playwright's global set-up",
    },
    never: /export default/,
  },
  {
    says: "nothing is told to look away: no lint or type escape",
    where: /^(?!tests\/shape\/)/,
    neverWritten: /biome-ignore|@ts-(ignore|expect-error|nocheck)|eslint-disable|istanbul ignore|v8 ignore/,
  },
  {
    says: "no test is skipped or alone",
    where: /^tests\//,
    except: { "tests/server/embedded-postgres.test.ts": "one of its tests needs to be root" },
    never: /\b(test|it|describe)(\.\w+)*\.(skip|only|todo|fixme|fails|skipIf|runIf)\b/,
  },
  {
    says: "work that is left stands in the tracker, not in the source",
    where: /^(?!tests\/shape\/)/,
    neverWritten: /\b(TODO|FIXME|HACK|XXX)\b/,
  },
];

for (const rule of RULES) {
  test(rule.says, () => {
    const broken = SOURCES.filter(({ path }) => rule.where.test(path) && !rule.except?.[path]).flatMap((source) =>
      placesOf(rule, source),
    );
    expect(broken).toEqual([]);
  });

  test(`${rule.says}: every exception is needed`, () => {
    const needed = SOURCES.filter((source) => rule.except?.[source.path] && placesOf(rule, source).length > 0);
    expect(needed.map(({ path }) => path).sort()).toEqual(Object.keys(rule.except ?? {}).sort());
  });
}

function placesOf({ never, neverWritten }: Rule, { path, code, text }: Source): string[] {
  return [...found(never, code), ...found(neverWritten, text)].map(([line, words]) => `${path}:${line} ${words}`);
}

function found(pattern: RegExp | undefined, text: string): [number, string][] {
  if (!pattern) return [];
  return [...text.matchAll(new RegExp(pattern, "g"))].map((match) => [
    text.slice(0, match.index).split("\n").length,
    match[0],
  ]);
}
