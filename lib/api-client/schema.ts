// Written by `npm run generate:client` from the OpenAPI document. Changes by hand are lost.
export interface paths {
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who a credential belongs to, and what it may do */
        get: operations["get_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the server process answers */
        get: operations["get_health_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the server can do its work */
        get: operations["get_health_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List customers, newest first */
        get: operations["get_customers"];
        put?: never;
        /**
         * Create a customer
         * @description An `externalCustomerId` belongs to one customer for good: once used, also when changed later, no other customer can take it.
         */
        post: operations["post_customers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{customerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a customer */
        get: operations["get_customers_customerId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a customer
         * @description Fields that are left out stay. `contacts` and `tags` are replaced as a whole; `null` clears. Events sent with a former `externalCustomerId` keep counting for their customer.
         */
        patch: operations["patch_customers_customerId"];
        trace?: never;
    };
    "/v1/meters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List meters, newest first */
        get: operations["get_meters"];
        put?: never;
        /**
         * Create a meter
         * @description An event counts when its name matches `eventTypeFilter` and all `propertyFilters` hold. With `groupKeys` the value is computed per combination and summed.
         */
        post: operations["post_meters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/meters/{meterId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a meter */
        get: operations["get_meters_meterId"];
        put?: never;
        post?: never;
        /**
         * Archive a meter
         * @description Its `code` is free again. It still answers usage queries and takes no new pricing. Archiving it again changes nothing.
         */
        delete: operations["delete_meters_meterId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pricing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List pricing, newest first */
        get: operations["get_pricing"];
        put?: never;
        /**
         * Create a pricing
         * @description `FLAT` and `TIER` price the quantity of a plan's item, `USAGE` prices what a meter counts. Amounts are decimal strings in major units, like `0.008`. `productName` takes the product of exactly that name, or creates it.
         */
        post: operations["post_pricing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pricing/{pricingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a pricing */
        get: operations["get_pricing_pricingId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pricing/estimate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Estimate what events would cost
         * @description Prices up to 500 events at the list prices of all active meters, from quantity zero, in US dollars. Nothing is stored. The amounts of the events add up to `totalAmount` exactly.
         */
        post: operations["post_pricing_estimate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List plans, newest first */
        get: operations["get_plans"];
        put?: never;
        /**
         * Create a plan
         * @description At least one item is recurring, and all recurring items share one interval: that is the plan's. Invoice lines stand in the order of the items.
         */
        post: operations["post_plans"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/{planId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a plan */
        get: operations["get_plans_planId"];
        put?: never;
        post?: never;
        /**
         * Archive a plan
         * @description Running contracts go on, new ones are refused. Archiving it again changes nothing.
         */
        delete: operations["delete_plans_planId"];
        options?: never;
        head?: never;
        /**
         * Change a plan
         * @description Possible until the first contract of the plan. Fields that are left out stay; `items` are replaced as a whole.
         */
        patch: operations["patch_plans_planId"];
        trace?: never;
    };
    "/v1/contracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List contracts, newest first */
        get: operations["get_contracts"];
        put?: never;
        /**
         * Create a contract
         * @description Starts from 400 days ago to 5 years ahead and lasts at most 10 years. `overrides` replace amounts of the plan's pricings for this contract only. The plan cannot be changed from its first contract on.
         */
        post: operations["post_contracts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contracts/{contractId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a contract */
        get: operations["get_contracts_contractId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Replace a contract's metadata
         * @description Nothing else of a contract can be changed. An ended contract's metadata can.
         */
        patch: operations["patch_contracts_contractId"];
        trace?: never;
    };
    "/v1/contracts/{contractId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a contract at the end of its current period
         * @description The current period is still billed; later drafts are cancelled. Before the start all are. Cancelling again returns the first result.
         */
        post: operations["post_contracts_contractId_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contracts/{contractId}/credits/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what is left of a contract's credits
         * @description One block per grant, in the order of use. `pendingCents` is what open drafts of begun periods would use now.
         */
        get: operations["get_contracts_contractId_credits_balance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contracts/{contractId}/credits/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List every movement of a contract's credits, newest first
         * @description Entries are never changed or deleted. All but grants name the grant they belong to.
         */
        get: operations["get_contracts_contractId_credits_ledger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contracts/{contractId}/credits/promotional/grant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Grant promotional credit
         * @description Give `amountCents`, or `creditAmount` with `creditRateCents`; rate 0 values the credits at the contract's own rate. The same `externalId` on the same contract returns the first grant.
         */
        post: operations["post_contracts_contractId_credits_promotional_grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List invoices, newest first
         * @description Totals of drafts follow usage and are at most a minute old. `include=lineItems` adds the lines.
         */
        get: operations["get_invoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{invoiceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an invoice
         * @description A draft is computed from the usage of now before it is returned.
         */
        get: operations["get_invoices_invoiceId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{invoiceId}/credit-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what credits paid of an invoice
         * @description The entries of a draft are computed from the usage of now; their `id` is null.
         */
        get: operations["get_invoices_invoiceId_credit_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List usage events, latest first
         * @description Of an event that was sent again only the last version is listed: the one that counts.
         */
        get: operations["get_events"];
        put?: never;
        /**
         * Send one usage event
         * @description The event is on disk when this answers, and soon visible to queries. Sent again with the same `idempotencyKey` it takes the place of the earlier one. The body may be sent with `Content-Encoding: gzip`.
         */
        post: operations["post_events"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a batch of usage events
         * @description All events are on disk when this answers. A JSON batch is checked as a whole: one fault refuses all of it. Of NDJSON, up to 100 000 lines, only the outer form is checked here; lines that turn out to be no valid event are listed by `GET /v1/events/rejected`. The body may be sent with `Content-Encoding: gzip`: 16 MiB as sent, 64 MiB unpacked.
         */
        post: operations["post_events_batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List lines that were accepted and not stored
         * @description NDJSON lines are judged after the answer. What is refused then is listed here for 30 days.
         */
        get: operations["get_events_rejected"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get usage by hour, day or month
         * @description Counts all events, those of one name, or what a meter makes of them. Without `groupBy` every window of the range is listed, with it only those with events.
         */
        get: operations["get_usage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/usage/cost": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get the cost of stored usage
         * @description With a contract, usage is priced as its invoices price it, period by period and without flat fees. Without one, all of a customer's usage is priced at list prices, the range as one period, in US dollars.
         */
        post: operations["post_usage_cost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This API as an OpenAPI 3.1 document */
        get: operations["get_openapi_json"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @example {
         *       "key": {
         *         "id": "0b9d41f2-6a3e-4f0b-8d57-91c2e7a45b60",
         *         "name": "ci",
         *         "hint": "mk_live_0123…784b",
         *         "environment": "production",
         *         "scopes": [
         *           "customers:read"
         *         ],
         *         "expiresAt": null
         *       },
         *       "user": null,
         *       "organization": {
         *         "id": "5c1e8a90-3b7d-4e62-a1f4-d08b6c9e2f31",
         *         "name": "Acme"
         *       },
         *       "clientAddress": "203.0.113.7",
         *       "rateLimit": {
         *         "limit": 100,
         *         "remaining": 97,
         *         "windowSeconds": 60,
         *         "resetSeconds": 41
         *       }
         *     }
         */
        Me: {
            key: {
                /** Format: uuid */
                id: string;
                name: string;
                hint: string;
                /** @enum {string} */
                environment: "production" | "sandbox";
                scopes: ("*" | "customers:read" | "customers:write" | "invoices:read" | "contracts:read" | "contracts:write" | "plans:read" | "plans:write" | "meters:read" | "meters:write" | "pricing:read" | "pricing:write" | "usage:read" | "usage:write")[];
                expiresAt: string | null;
            } | null;
            user: {
                /** Format: uuid */
                id: string;
                name: string;
                /** @enum {string} */
                role: "viewer" | "developer" | "admin" | "owner";
            } | null;
            organization: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            clientAddress: string | null;
            rateLimit: {
                limit: number;
                remaining: number;
                windowSeconds: number;
                resetSeconds: number;
            };
        };
        /**
         * @example {
         *       "id": "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10",
         *       "name": "Globex",
         *       "legalName": null,
         *       "tags": [
         *         "beta"
         *       ],
         *       "isPaused": false,
         *       "pausedAt": null,
         *       "metadata": {
         *         "externalCustomerId": "cust_42",
         *         "externalCompanyIds": []
         *       },
         *       "contacts": [
         *         {
         *           "name": "Ann",
         *           "email": "ann@globex.test",
         *           "roles": [
         *             "accounts_payable"
         *           ],
         *           "emailRecipientType": "to"
         *         }
         *       ],
         *       "billingAddress": null,
         *       "createdAt": "2026-02-27T10:00:00.000Z",
         *       "updatedAt": "2026-02-27T10:00:00.000Z"
         *     }
         */
        Customer: {
            /** Format: uuid */
            id: string;
            name: string;
            legalName: string | null;
            tags: string[];
            /** @constant */
            isPaused: false;
            pausedAt: null;
            metadata: {
                externalCustomerId: string | null;
                externalCompanyIds: string[];
            };
            contacts: {
                name?: string;
                email: string;
                roles: ("accounts_payable" | "billing" | "executive" | "technical" | "other")[];
                /** @enum {string} */
                emailRecipientType: "to" | "cc" | "bcc";
            }[];
            billingAddress: {
                address1: string;
                address2?: string;
                city?: string;
                region?: string;
                postalCode?: string;
                country: string;
            } | null;
            /**
             * Format: date-time
             * @example 2026-02-27T10:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-02-27T10:00:00.000Z
             */
            updatedAt: string;
        };
        /**
         * @example {
         *       "id": "1d3a6f0e-5b7c-4e21-8d94-2f6b8c0a7e35",
         *       "code": "API_CALLS",
         *       "displayName": "API calls",
         *       "description": null,
         *       "aggregationType": "SUM",
         *       "status": "active",
         *       "eventTypeFilter": {
         *         "include": [
         *           "api_call"
         *         ],
         *         "exclude": []
         *       },
         *       "propertyFilters": [
         *         {
         *           "name": "region",
         *           "include": [
         *             "eu",
         *             "us"
         *           ]
         *         }
         *       ],
         *       "aggregationKey": "units",
         *       "groupKeys": [],
         *       "sql": null,
         *       "archivedAt": null,
         *       "createdAt": "2026-02-27T10:00:00.000Z",
         *       "updatedAt": "2026-02-27T10:00:00.000Z"
         *     }
         */
        Meter: {
            /** Format: uuid */
            id: string;
            code: string | null;
            displayName: string;
            description: string | null;
            /** @enum {string} */
            aggregationType: "SUM" | "COUNT" | "MAX" | "MIN" | "UNIQUE" | "LATEST";
            /** @enum {string} */
            status: "active" | "inactive";
            eventTypeFilter: {
                include: string[];
                exclude: string[];
            };
            propertyFilters: {
                name: string;
                exists?: boolean;
                include?: (string | number | boolean)[];
                exclude?: (string | number | boolean)[];
            }[];
            aggregationKey: string | null;
            groupKeys: string[];
            sql: null;
            archivedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-02-27T10:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-02-27T10:00:00.000Z
             */
            updatedAt: string;
        };
        /**
         * @example {
         *       "id": "3e77c1d2-9a40-4b8f-a6e5-1c2d3f4a5b60",
         *       "productId": "a0c4b5d6-7e8f-4a1b-9c2d-3e4f5a6b7c80",
         *       "productName": "API",
         *       "name": "API calls",
         *       "description": null,
         *       "model": "USAGE",
         *       "billingMode": "RECURRING",
         *       "tiering": "GRADUATED",
         *       "unitAmount": null,
         *       "flatAmount": null,
         *       "packageSize": null,
         *       "priceInterval": "MONTH",
         *       "priceIntervalCount": 1,
         *       "meterId": "1d3a6f0e-5b7c-4e21-8d94-2f6b8c0a7e35",
         *       "pricingTiers": [
         *         {
         *           "unitAmount": "0.1",
         *           "minQty": "1",
         *           "maxQty": "100",
         *           "flatAmount": "0"
         *         },
         *         {
         *           "unitAmount": "0.08",
         *           "minQty": "101",
         *           "maxQty": null,
         *           "flatAmount": "5"
         *         }
         *       ],
         *       "createdAt": "2026-02-27T10:00:00.000Z"
         *     }
         */
        Pricing: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            productId: string;
            productName: string;
            name: string;
            description: string | null;
            /** @enum {string} */
            model: "FLAT" | "TIER" | "USAGE";
            /** @enum {string} */
            billingMode: "RECURRING" | "ONE_TIME";
            /** @enum {string} */
            tiering: "NONE" | "VOLUME" | "GRADUATED" | "PACKAGE";
            unitAmount: string | null;
            flatAmount: string | null;
            packageSize: string | null;
            priceInterval: ("WEEK" | "MONTH" | "YEAR") | null;
            priceIntervalCount: number | null;
            meterId: string | null;
            pricingTiers: {
                /**
                 * Format: decimal
                 * @example 0.008
                 */
                unitAmount: string;
                /**
                 * Format: decimal
                 * @example 0.008
                 */
                minQty: string;
                maxQty: string | null;
                /**
                 * Format: decimal
                 * @example 0.008
                 */
                flatAmount: string;
            }[] | null;
            /**
             * Format: date-time
             * @example 2026-02-27T10:00:00.000Z
             */
            createdAt: string;
        };
        Estimate: {
            events: {
                /** @description Null when the event has none. */
                idempotencyKey: string | null;
                /** @description What adding the event raises the cost by; negative where more usage is cheaper. */
                totalAmount: number;
            }[];
            meters: {
                /** @description The meter's code, or its display name without one. */
                meterName: string;
                meterDisplayName: string;
                totalQuantity: number;
                totalAmount: number;
            }[];
            totalAmount: number;
            /**
             * Format: date-time
             * @example 2026-02-27T10:00:00.000Z
             */
            estimatedAt: string;
            currency: string;
            /** @constant */
            unit: "currency";
        } | {
            events: {
                /** @description Null when the event has none. */
                idempotencyKey: string | null;
                /** @description What adding the event raises the cost by; negative where more usage is cheaper. */
                totalAmount: number;
            }[];
            meters: {
                /** @description The meter's code, or its display name without one. */
                meterName: string;
                meterDisplayName: string;
                totalQuantity: number;
                totalAmount: number;
            }[];
            totalAmount: number;
            /**
             * Format: date-time
             * @example 2026-02-27T10:00:00.000Z
             */
            estimatedAt: string;
            creditRateCents: number;
            /** @constant */
            unit: "credits";
        };
        /**
         * @example {
         *       "id": "c9b2e8f7-6d5c-4b3a-8190-7f6e5d4c3b2a",
         *       "name": "Pro",
         *       "description": null,
         *       "status": "active",
         *       "netTerms": 30,
         *       "items": [
         *         {
         *           "pricingId": "3e77c1d2-9a40-4b8f-a6e5-1c2d3f4a5b60",
         *           "quantity": 1
         *         }
         *       ],
         *       "billingInterval": {
         *         "interval": "MONTH",
         *         "count": 1
         *       },
         *       "creditGrantCents": 5000,
         *       "creditSettings": null,
         *       "currency": "USD",
         *       "archivedAt": null,
         *       "createdAt": "2026-02-27T10:00:00.000Z",
         *       "updatedAt": "2026-02-27T10:00:00.000Z"
         *     }
         */
        Plan: {
            /** Format: uuid */
            id: string;
            name: string;
            description: string | null;
            /** @enum {string} */
            status: "active" | "archived";
            netTerms: number;
            items: {
                /** Format: uuid */
                pricingId: string;
                quantity: number;
            }[];
            billingInterval: {
                /** @enum {string} */
                interval: "WEEK" | "MONTH" | "YEAR";
                count: number;
            };
            creditGrantCents: number | null;
            creditSettings: {
                creditRateCents: number;
            } | null;
            currency: string;
            archivedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-02-27T10:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-02-27T10:00:00.000Z
             */
            updatedAt: string;
        };
        /**
         * @example {
         *       "id": "e41d6a7b-8c90-4d1e-a2f3-b4c5d6e7f809",
         *       "customerId": "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10",
         *       "planId": "c9b2d3e4-5f60-4a71-8b92-a3b4c5d6e7f8",
         *       "name": "Pro",
         *       "startDate": "2026-01-01",
         *       "endDate": "2027-01-01",
         *       "isActive": true,
         *       "metadata": {},
         *       "netTerms": 30,
         *       "currency": "USD",
         *       "overrides": [],
         *       "creditGrantCents": 5000,
         *       "creditSettings": null,
         *       "currentPeriod": {
         *         "start": "2026-02-01",
         *         "end": "2026-03-01"
         *       },
         *       "cancelledAt": null,
         *       "effectiveCancellationDate": null,
         *       "createdAt": "2026-01-01T10:00:00.000Z",
         *       "updatedAt": "2026-01-01T10:00:00.000Z"
         *     }
         */
        Contract: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            customerId: string;
            /** Format: uuid */
            planId: string;
            name: string;
            /** Format: date */
            startDate: string;
            endDate: string | null;
            isActive: boolean;
            /**
             * @example {
             *       "costCenter": "42",
             *       "pilot": true
             *     }
             */
            metadata: Record<string, never>;
            netTerms: number;
            currency: string;
            overrides: {
                /** Format: uuid */
                basePricingId: string;
                /**
                 * Format: decimal
                 * @example 0.008
                 */
                unitAmount?: string;
                /**
                 * Format: decimal
                 * @example 0.008
                 */
                flatAmount?: string;
                pricingTiers?: {
                    /**
                     * Format: decimal
                     * @example 0.008
                     */
                    unitAmount: string;
                    /**
                     * Format: decimal
                     * @example 0.008
                     */
                    minQty: string;
                    maxQty: string | null;
                    /**
                     * Format: decimal
                     * @example 0.008
                     */
                    flatAmount: string;
                }[];
            }[];
            creditGrantCents: number | null;
            creditSettings: {
                creditRateCents: number;
            } | null;
            currentPeriod: {
                /** Format: date */
                start: string;
                /** Format: date */
                end: string;
            } | null;
            cancelledAt: string | null;
            effectiveCancellationDate: string | null;
            /**
             * Format: date-time
             * @example 2026-02-27T10:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-02-27T10:00:00.000Z
             */
            updatedAt: string;
        };
        /**
         * @example {
         *       "id": "e41d6a7b-8c90-4d1e-a2f3-b4c5d6e7f809",
         *       "isActive": false,
         *       "effectiveCancellationDate": "2026-04-01",
         *       "cancelledInvoiceCount": 9
         *     }
         */
        ContractCancellation: {
            /** Format: uuid */
            id: string;
            /** @constant */
            isActive: false;
            /** Format: date */
            effectiveCancellationDate: string;
            cancelledInvoiceCount: number;
        };
        CreditBlock: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            status: "active" | "depleted" | "expired";
            priority: number | null;
            daysUntilExpiry: number | null;
            originalCents: number;
            originalCredits: number | null;
            remainingCents: number;
            remainingCredits: number | null;
            creditRateCents: number | null;
            currency: string;
            description: string | null;
            isPromotional: boolean;
            expiresAt: string | null;
            /**
             * Format: date-time
             * @example 2026-02-27T10:00:00.000Z
             */
            createdAt: string;
        };
        CreditEntry: {
            /** Format: uuid */
            id: string;
            amountCents: number;
            creditAmount: number | null;
            creditRateCents: number | null;
            currency: string;
            description: string | null;
            invoiceId: string | null;
            expiresAt: string | null;
            isPromotional: boolean;
            /**
             * Format: date-time
             * @example 2026-02-27T10:00:00.000Z
             */
            createdAt: string;
            /** @enum {string} */
            type: "grant" | "usage" | "expiration" | "reversal" | "adjustment";
            /** @enum {string} */
            sourceType: "contract" | "invoice" | "promotional";
            grantEntryId: string | null;
        };
        CreditGrant: {
            /** Format: uuid */
            id: string;
            amountCents: number;
            creditAmount: number | null;
            creditRateCents: number | null;
            currency: string;
            description: string | null;
            invoiceId: string | null;
            expiresAt: string | null;
            isPromotional: boolean;
            /**
             * Format: date-time
             * @example 2026-02-27T10:00:00.000Z
             */
            createdAt: string;
            /** @constant */
            type: "grant";
            purchaseRateCents: number;
            balanceAfterCents: number;
            creditBalanceAfter: number | null;
            externalId: string | null;
            /**
             * @example {
             *       "costCenter": "42",
             *       "pilot": true
             *     }
             */
            metadata: Record<string, never>;
        };
        /**
         * @example {
         *       "id": "b1f7c2a4-6d3e-4f85-9a60-1c2d3e4f5a6b",
         *       "invoiceNumber": "INV-2026-000017",
         *       "customerId": "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10",
         *       "contractId": "e41d6a7b-8c90-4d1e-a2f3-b4c5d6e7f809",
         *       "status": "In Progress",
         *       "period": {
         *         "start": "2026-01-01",
         *         "end": "2026-02-01"
         *       },
         *       "invoiceDate": "2026-02-01",
         *       "dueDate": "2026-03-03",
         *       "currency": "USD",
         *       "totalCents": 8400,
         *       "creditsAppliedCents": 300,
         *       "memo": null,
         *       "paymentLink": null,
         *       "finalizedAt": "2026-02-02T00:00:12.000Z",
         *       "createdAt": "2026-01-01T10:00:00.000Z",
         *       "updatedAt": "2026-02-02T00:00:12.000Z",
         *       "lineItems": [
         *         {
         *           "id": "5e6f7a8b-9c0d-4e1f-8a2b-3c4d5e6f7a8b",
         *           "kind": "charge",
         *           "name": "API calls",
         *           "description": null,
         *           "quantity": 1000,
         *           "unitPriceCents": 9,
         *           "totalAmountCents": 8700,
         *           "unitPrice": "0.087",
         *           "totalAmount": "87",
         *           "priceId": "3e77a9b0-1c2d-4e3f-8a4b-5c6d7e8f9a0b",
         *           "isMetered": true,
         *           "servicePeriod": {
         *             "start": "2026-01-01",
         *             "end": "2026-02-01"
         *           },
         *           "tiers": [
         *             {
         *               "minQty": "1",
         *               "maxQty": "100",
         *               "quantity": 100,
         *               "unitAmount": "0.1",
         *               "flatAmount": "0",
         *               "amount": "10"
         *             },
         *             {
         *               "minQty": "101",
         *               "maxQty": null,
         *               "quantity": 900,
         *               "unitAmount": "0.08",
         *               "flatAmount": "5",
         *               "amount": "77"
         *             }
         *           ]
         *         },
         *         {
         *           "id": "6f7a8b9c-0d1e-4f2a-9b3c-4d5e6f7a8b9c",
         *           "kind": "credit",
         *           "name": "Credits applied: API calls",
         *           "description": null,
         *           "quantity": 1,
         *           "unitPriceCents": -300,
         *           "totalAmountCents": -300,
         *           "unitPrice": "-3",
         *           "totalAmount": "-3",
         *           "priceId": "3e77a9b0-1c2d-4e3f-8a4b-5c6d7e8f9a0b",
         *           "isMetered": false,
         *           "servicePeriod": {
         *             "start": "2026-01-01",
         *             "end": "2026-02-01"
         *           }
         *         }
         *       ]
         *     }
         */
        Invoice: {
            /** Format: uuid */
            id: string;
            invoiceNumber: string | null;
            /** Format: uuid */
            customerId: string;
            /** Format: uuid */
            contractId: string;
            /** @enum {string} */
            status: "Drafted" | "In Progress" | "In Transit" | "Paid" | "Cancelled" | "Refunded";
            period: {
                /** Format: date */
                start: string;
                /** Format: date */
                end: string;
            };
            /** Format: date */
            invoiceDate: string;
            /** Format: date */
            dueDate: string;
            currency: string;
            totalCents: number;
            creditsAppliedCents: number;
            memo: null;
            paymentLink: null;
            finalizedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-02-27T10:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-02-27T10:00:00.000Z
             */
            updatedAt: string;
            lineItems?: components["schemas"]["InvoiceLine"][];
        };
        InvoiceLine: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "charge" | "adjustment" | "credit";
            name: string;
            description: string | null;
            quantity: number;
            unitPriceCents: number;
            totalAmountCents: number;
            /**
             * Format: decimal
             * @example 0.008
             */
            unitPrice: string;
            /**
             * Format: decimal
             * @example 0.008
             */
            totalAmount: string;
            priceId: string | null;
            isMetered: boolean;
            servicePeriod: {
                /** Format: date */
                start: string;
                /** Format: date */
                end: string;
            };
            tiers?: {
                /**
                 * Format: decimal
                 * @example 0.008
                 */
                minQty: string;
                maxQty: string | null;
                quantity: number;
                /**
                 * Format: decimal
                 * @example 0.008
                 */
                unitAmount: string;
                /**
                 * Format: decimal
                 * @example 0.008
                 */
                flatAmount: string;
                /**
                 * Format: decimal
                 * @example 0.008
                 */
                amount: string;
            }[];
        };
        /**
         * @example {
         *       "invoiceId": "b1f7c2a4-6d3e-4f85-9a60-1c2d3e4f5a6b",
         *       "invoiceNumber": "INV-2026-000017",
         *       "currency": "USD",
         *       "summary": {
         *         "totalCredits": null,
         *         "totalCents": 300,
         *         "entryCount": 1
         *       },
         *       "entries": [
         *         {
         *           "id": "8b9c0d1e-2f3a-4b4c-9d5e-6f7a8b9c0d1e",
         *           "lineItemId": "5e6f7a8b-9c0d-4e1f-8a2b-3c4d5e6f7a8b",
         *           "grantEntryId": "9c0d1e2f-3a4b-4c5d-8e6f-7a8b9c0d1e2f",
         *           "amountCents": 300,
         *           "creditAmount": null,
         *           "creditRateCents": null,
         *           "description": "Welcome",
         *           "isPromotional": true,
         *           "createdAt": "2026-02-02T00:00:12.000Z"
         *         }
         *       ]
         *     }
         */
        CreditReport: {
            /** Format: uuid */
            invoiceId: string;
            invoiceNumber: string | null;
            currency: string;
            summary: {
                totalCredits: number | null;
                totalCents: number;
                entryCount: number;
            };
            entries: {
                id: string | null;
                /** Format: uuid */
                lineItemId: string;
                /** Format: uuid */
                grantEntryId: string;
                amountCents: number;
                creditAmount: number | null;
                creditRateCents: number | null;
                description: string | null;
                isPromotional: boolean;
                /**
                 * Format: date-time
                 * @example 2026-02-27T10:00:00.000Z
                 */
                createdAt: string;
            }[];
        };
        /**
         * @example {
         *       "eventName": "api_call",
         *       "externalCustomerId": "cust_42",
         *       "idempotencyKey": "row_1",
         *       "timestamp": "2026-02-27T10:00:00Z",
         *       "properties": {
         *         "units": 3,
         *         "region": "eu"
         *       }
         *     }
         */
        UsageEvent: {
            eventName: string;
            /** Format: uuid */
            customerId?: string;
            externalCustomerId?: string;
            /** Format: uuid */
            contractId?: string;
            idempotencyKey?: string;
            /** Format: date-time */
            timestamp?: string;
            /**
             * @example {
             *       "units": 3,
             *       "region": "eu"
             *     }
             */
            properties?: {
                [key: string]: string | number | boolean;
            };
        };
        Usage: {
            /** Format: uuid */
            organizationId: string;
            meterId: string | null;
            eventName: string | null;
            customerId: string | null;
            externalCustomerId: string | null;
            contractId: string | null;
            /** @enum {string} */
            aggregationType: "SUM" | "COUNT" | "MAX" | "MIN" | "UNIQUE" | "LATEST";
            /**
             * Format: date-time
             * @example 2026-02-27T10:00:00.000Z
             */
            start: string;
            /**
             * Format: date-time
             * @example 2026-02-27T10:00:00.000Z
             */
            end: string;
            /** @enum {string} */
            window: "HOUR" | "DAY" | "MONTH";
            groupBy: string[];
            totalCount: number;
            /**
             * Format: decimal
             * @example 0.008
             */
            totalValue: string;
            breakdown: {
                /**
                 * Format: date-time
                 * @description The start of the window.
                 * @example 2026-02-27T10:00:00.000Z
                 */
                date: string;
                group: Record<string, never>;
                count: number;
                /**
                 * Format: decimal
                 * @example 0.008
                 */
                value: string;
            }[];
        };
        UsageCost: {
            totalAmount: number;
            /**
             * Format: date-time
             * @example 2026-02-27T10:00:00.000Z
             */
            startDate: string;
            /**
             * Format: date-time
             * @example 2026-02-27T10:00:00.000Z
             */
            endDate: string;
            /**
             * Format: date-time
             * @example 2026-02-27T10:00:00.000Z
             */
            queriedAt: string;
            currency: string;
            /** @constant */
            unit: "currency";
        } | {
            totalAmount: number;
            /**
             * Format: date-time
             * @example 2026-02-27T10:00:00.000Z
             */
            startDate: string;
            /**
             * Format: date-time
             * @example 2026-02-27T10:00:00.000Z
             */
            endDate: string;
            /**
             * Format: date-time
             * @example 2026-02-27T10:00:00.000Z
             */
            queriedAt: string;
            creditRateCents: number;
            /** @constant */
            unit: "credits";
        };
        Error: {
            error: {
                message: string;
                /** @enum {string} */
                code: "VALIDATION_ERROR" | "UNAUTHORIZED" | "FORBIDDEN" | "NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "IDEMPOTENCY_CONFLICT" | "PAYLOAD_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "RATE_LIMITED" | "SERVICE_UNAVAILABLE" | "INTERNAL_ERROR";
                requestId: string;
                /** @description Where the faults are: a path in the body like `contacts[0].email`, a parameter, or a header. */
                details?: {
                    path: string;
                    message: string;
                }[];
            };
        };
        /** @description The same facts as RFC 9457, when `Accept` names `application/problem+json`. */
        Problem: {
            /** @constant */
            type: "about:blank";
            title: string;
            status: number;
            detail: string;
            /** @enum {string} */
            code: "VALIDATION_ERROR" | "UNAUTHORIZED" | "FORBIDDEN" | "NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "IDEMPOTENCY_CONFLICT" | "PAYLOAD_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "RATE_LIMITED" | "SERVICE_UNAVAILABLE" | "INTERNAL_ERROR";
            requestId: string;
            /** @description Where the faults are: a path in the body like `contacts[0].email`, a parameter, or a header. */
            details?: {
                path: string;
                message: string;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: {
        /**
         * @description The caller's own when it sent a safe one, else made up.
         * @example req_9f2c4b1e7a60d385
         */
        "X-Request-Id": string;
        /**
         * @description `r`: requests left. `t`: seconds until one more is free.
         * @example "default";r=99;t=60
         */
        RateLimit: string;
        /**
         * @description `q`: requests admitted in any `w` seconds.
         * @example "default";q=100;w=60
         */
        "RateLimit-Policy": string;
        /**
         * @description Seconds to wait before the next try.
         * @example 41
         */
        "Retry-After": string;
        /**
         * @description What is wrong with the credential (RFC 6750).
         * @example Bearer realm="mintkey"
         */
        "WWW-Authenticate": string;
        /**
         * @description `true` when this is the kept answer of an earlier request.
         * @example true
         */
        "Idempotency-Replayed": string;
        /**
         * @description `fsync`: what was accepted is on disk.
         * @example fsync
         */
        "Mintkey-Durability": string;
        /**
         * @description The methods of this path.
         * @example GET, HEAD, POST
         */
        Allow: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "key": {
                     *           "id": "0b9d41f2-6a3e-4f0b-8d57-91c2e7a45b60",
                     *           "name": "ci",
                     *           "hint": "mk_live_0123…784b",
                     *           "environment": "production",
                     *           "scopes": [
                     *             "customers:read"
                     *           ],
                     *           "expiresAt": null
                     *         },
                     *         "user": null,
                     *         "organization": {
                     *           "id": "5c1e8a90-3b7d-4e62-a1f4-d08b6c9e2f31",
                     *           "name": "Acme"
                     *         },
                     *         "clientAddress": "203.0.113.7",
                     *         "rateLimit": {
                     *           "limit": 100,
                     *           "remaining": 97,
                     *           "windowSeconds": 60,
                     *           "resetSeconds": 41
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Me"];
                    };
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential is missing or not valid */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests from this address */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_health_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        status: "ok";
                    };
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_health_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ready",
                     *       "checks": {
                     *         "database": "ok",
                     *         "spool": "ok",
                     *         "eventStore": "ok"
                     *       },
                     *       "backlog": {
                     *         "events": 1,
                     *         "oldestSeconds": 1
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        status: "ready";
                        checks: {
                            /** @constant */
                            database: "ok";
                            /** @constant */
                            spool: "ok";
                            /**
                             * @description `degraded`: it is away. Events are accepted and wait; usage cannot be read.
                             * @enum {string}
                             */
                            eventStore: "ok" | "degraded";
                        };
                        /** @description Accepted events that queries do not show yet. */
                        backlog: {
                            events: number;
                            /** @description How long the first of them has waited; 0 when none does. */
                            oldestSeconds: number;
                        };
                    };
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_customers: {
        parameters: {
            query?: {
                externalCustomerId?: string;
                /** @description How many to answer with. */
                limit?: number;
                /** @description How many to pass over. */
                offset?: number;
                /** @description `nextCursor` of the last answer. Goes to any depth; not together with `offset`. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10",
                     *           "name": "Globex",
                     *           "legalName": null,
                     *           "tags": [
                     *             "beta"
                     *           ],
                     *           "isPaused": false,
                     *           "pausedAt": null,
                     *           "metadata": {
                     *             "externalCustomerId": "cust_42",
                     *             "externalCompanyIds": []
                     *           },
                     *           "contacts": [
                     *             {
                     *               "name": "Ann",
                     *               "email": "ann@globex.test",
                     *               "roles": [
                     *                 "accounts_payable"
                     *               ],
                     *               "emailRecipientType": "to"
                     *             }
                     *           ],
                     *           "billingAddress": null,
                     *           "createdAt": "2026-02-27T10:00:00.000Z",
                     *           "updatedAt": "2026-02-27T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "hasMore": false,
                     *       "total": 1,
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Customer"][];
                        hasMore: boolean;
                        /**
                         * @description All matches, not only those of this page.
                         * @example 1
                         */
                        total: number;
                        /** @example null */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential is missing or not valid */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests from this address */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_customers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Visible ASCII. A repeat within 24 hours with the same value and body gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Globex",
                 *       "externalCustomerId": "cust_42",
                 *       "contacts": [
                 *         {
                 *           "name": "Ann",
                 *           "email": "ann@globex.test",
                 *           "roles": [
                 *             "accounts_payable"
                 *           ]
                 *         }
                 *       ],
                 *       "tags": [
                 *         "beta"
                 *       ]
                 *     }
                 */
                "application/json": {
                    name: string;
                    legalName?: string | null;
                    externalCustomerId?: string | null;
                    contacts?: {
                        name?: string;
                        /** Format: email */
                        email: string;
                        roles: ("accounts_payable" | "billing" | "executive" | "technical" | "other")[];
                        /**
                         * @default to
                         * @enum {string}
                         */
                        emailRecipientType?: "to" | "cc" | "bcc";
                    }[];
                    tags?: string[];
                    billingAddress?: {
                        address1: string;
                        address2?: string;
                        city?: string;
                        region?: string;
                        postalCode?: string;
                        country: string;
                    } | null;
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10",
                     *         "name": "Globex",
                     *         "legalName": null,
                     *         "tags": [
                     *           "beta"
                     *         ],
                     *         "isPaused": false,
                     *         "pausedAt": null,
                     *         "metadata": {
                     *           "externalCustomerId": "cust_42",
                     *           "externalCompanyIds": []
                     *         },
                     *         "contacts": [
                     *           {
                     *             "name": "Ann",
                     *             "email": "ann@globex.test",
                     *             "roles": [
                     *               "accounts_payable"
                     *             ],
                     *             "emailRecipientType": "to"
                     *           }
                     *         ],
                     *         "billingAddress": null,
                     *         "createdAt": "2026-02-27T10:00:00.000Z",
                     *         "updatedAt": "2026-02-27T10:00:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Customer"];
                    };
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential is missing or not valid */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something stands in the way */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests from this address */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_customers_customerId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10 */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10",
                     *         "name": "Globex",
                     *         "legalName": null,
                     *         "tags": [
                     *           "beta"
                     *         ],
                     *         "isPaused": false,
                     *         "pausedAt": null,
                     *         "metadata": {
                     *           "externalCustomerId": "cust_42",
                     *           "externalCompanyIds": []
                     *         },
                     *         "contacts": [
                     *           {
                     *             "name": "Ann",
                     *             "email": "ann@globex.test",
                     *             "roles": [
                     *               "accounts_payable"
                     *             ],
                     *             "emailRecipientType": "to"
                     *           }
                     *         ],
                     *         "billingAddress": null,
                     *         "createdAt": "2026-02-27T10:00:00.000Z",
                     *         "updatedAt": "2026-02-27T10:00:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Customer"];
                    };
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential is missing or not valid */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such object */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests from this address */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_customers_customerId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10 */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Globex Corporation",
                 *       "tags": [
                 *         "beta",
                 *         "eu"
                 *       ]
                 *     }
                 */
                "application/json": {
                    name?: string;
                    legalName?: string | null;
                    externalCustomerId?: string | null;
                    contacts?: {
                        name?: string;
                        /** Format: email */
                        email: string;
                        roles: ("accounts_payable" | "billing" | "executive" | "technical" | "other")[];
                        /**
                         * @default to
                         * @enum {string}
                         */
                        emailRecipientType?: "to" | "cc" | "bcc";
                    }[];
                    tags?: string[];
                    billingAddress?: {
                        address1: string;
                        address2?: string;
                        city?: string;
                        region?: string;
                        postalCode?: string;
                        country: string;
                    } | null;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10",
                     *         "name": "Globex",
                     *         "legalName": null,
                     *         "tags": [
                     *           "beta"
                     *         ],
                     *         "isPaused": false,
                     *         "pausedAt": null,
                     *         "metadata": {
                     *           "externalCustomerId": "cust_42",
                     *           "externalCompanyIds": []
                     *         },
                     *         "contacts": [
                     *           {
                     *             "name": "Ann",
                     *             "email": "ann@globex.test",
                     *             "roles": [
                     *               "accounts_payable"
                     *             ],
                     *             "emailRecipientType": "to"
                     *           }
                     *         ],
                     *         "billingAddress": null,
                     *         "createdAt": "2026-02-27T10:00:00.000Z",
                     *         "updatedAt": "2026-02-27T10:00:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Customer"];
                    };
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential is missing or not valid */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such object */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something stands in the way */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests from this address */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_meters: {
        parameters: {
            query?: {
                status?: "active" | "inactive" | "all";
                /** @description How many to answer with. */
                limit?: number;
                /** @description How many to pass over. */
                offset?: number;
                /** @description `nextCursor` of the last answer. Goes to any depth; not together with `offset`. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "1d3a6f0e-5b7c-4e21-8d94-2f6b8c0a7e35",
                     *           "code": "API_CALLS",
                     *           "displayName": "API calls",
                     *           "description": null,
                     *           "aggregationType": "SUM",
                     *           "status": "active",
                     *           "eventTypeFilter": {
                     *             "include": [
                     *               "api_call"
                     *             ],
                     *             "exclude": []
                     *           },
                     *           "propertyFilters": [
                     *             {
                     *               "name": "region",
                     *               "include": [
                     *                 "eu",
                     *                 "us"
                     *               ]
                     *             }
                     *           ],
                     *           "aggregationKey": "units",
                     *           "groupKeys": [],
                     *           "sql": null,
                     *           "archivedAt": null,
                     *           "createdAt": "2026-02-27T10:00:00.000Z",
                     *           "updatedAt": "2026-02-27T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "hasMore": false,
                     *       "total": 1,
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Meter"][];
                        hasMore: boolean;
                        /**
                         * @description All matches, not only those of this page.
                         * @example 1
                         */
                        total: number;
                        /** @example null */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential is missing or not valid */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests from this address */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_meters: {
        parameters: {
            query?: never;
            header?: {
                /** @description Visible ASCII. A repeat within 24 hours with the same value and body gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "displayName": "API calls",
                 *       "code": "API_CALLS",
                 *       "aggregationType": "SUM",
                 *       "aggregationKey": "units",
                 *       "eventTypeFilter": {
                 *         "include": [
                 *           "api_call"
                 *         ]
                 *       },
                 *       "propertyFilters": [
                 *         {
                 *           "name": "region",
                 *           "include": [
                 *             "eu",
                 *             "us"
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    displayName: string;
                    description?: string;
                    code?: string;
                    /**
                     * @default SUM
                     * @enum {string}
                     */
                    aggregationType?: "SUM" | "COUNT" | "MAX" | "MIN" | "UNIQUE" | "LATEST";
                    aggregationKey?: string;
                    eventTypeFilter?: {
                        include?: string[];
                        exclude?: string[];
                    };
                    propertyFilters?: {
                        name: string;
                        exists?: boolean;
                        include?: (string | number | boolean)[];
                        exclude?: (string | number | boolean)[];
                    }[];
                    groupKeys?: string[];
                    /** @description Not accepted: a caller's SQL could read another organization's rows. */
                    sql?: unknown;
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "1d3a6f0e-5b7c-4e21-8d94-2f6b8c0a7e35",
                     *         "code": "API_CALLS",
                     *         "displayName": "API calls",
                     *         "description": null,
                     *         "aggregationType": "SUM",
                     *         "status": "active",
                     *         "eventTypeFilter": {
                     *           "include": [
                     *             "api_call"
                     *           ],
                     *           "exclude": []
                     *         },
                     *         "propertyFilters": [
                     *           {
                     *             "name": "region",
                     *             "include": [
                     *               "eu",
                     *               "us"
                     *             ]
                     *           }
                     *         ],
                     *         "aggregationKey": "units",
                     *         "groupKeys": [],
                     *         "sql": null,
                     *         "archivedAt": null,
                     *         "createdAt": "2026-02-27T10:00:00.000Z",
                     *         "updatedAt": "2026-02-27T10:00:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Meter"];
                    };
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential is missing or not valid */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something stands in the way */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests from this address */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_meters_meterId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 1d3a6f0e-5b7c-4e21-8d94-2f6b8c0a7e35 */
                meterId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "1d3a6f0e-5b7c-4e21-8d94-2f6b8c0a7e35",
                     *         "code": "API_CALLS",
                     *         "displayName": "API calls",
                     *         "description": null,
                     *         "aggregationType": "SUM",
                     *         "status": "active",
                     *         "eventTypeFilter": {
                     *           "include": [
                     *             "api_call"
                     *           ],
                     *           "exclude": []
                     *         },
                     *         "propertyFilters": [
                     *           {
                     *             "name": "region",
                     *             "include": [
                     *               "eu",
                     *               "us"
                     *             ]
                     *           }
                     *         ],
                     *         "aggregationKey": "units",
                     *         "groupKeys": [],
                     *         "sql": null,
                     *         "archivedAt": null,
                     *         "createdAt": "2026-02-27T10:00:00.000Z",
                     *         "updatedAt": "2026-02-27T10:00:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Meter"];
                    };
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential is missing or not valid */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such object */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests from this address */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_meters_meterId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10 */
                meterId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "success": true
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: {
                            /** @constant */
                            success: true;
                        };
                    };
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential is missing or not valid */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such object */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something stands in the way */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests from this address */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_pricing: {
        parameters: {
            query?: {
                productId?: string;
                meterId?: string;
                /** @description How many to answer with. */
                limit?: number;
                /** @description How many to pass over. */
                offset?: number;
                /** @description `nextCursor` of the last answer. Goes to any depth; not together with `offset`. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "3e77c1d2-9a40-4b8f-a6e5-1c2d3f4a5b60",
                     *           "productId": "a0c4b5d6-7e8f-4a1b-9c2d-3e4f5a6b7c80",
                     *           "productName": "API",
                     *           "name": "API calls",
                     *           "description": null,
                     *           "model": "USAGE",
                     *           "billingMode": "RECURRING",
                     *           "tiering": "GRADUATED",
                     *           "unitAmount": null,
                     *           "flatAmount": null,
                     *           "packageSize": null,
                     *           "priceInterval": "MONTH",
                     *           "priceIntervalCount": 1,
                     *           "meterId": "1d3a6f0e-5b7c-4e21-8d94-2f6b8c0a7e35",
                     *           "pricingTiers": [
                     *             {
                     *               "unitAmount": "0.1",
                     *               "minQty": "1",
                     *               "maxQty": "100",
                     *               "flatAmount": "0"
                     *             },
                     *             {
                     *               "unitAmount": "0.08",
                     *               "minQty": "101",
                     *               "maxQty": null,
                     *               "flatAmount": "5"
                     *             }
                     *           ],
                     *           "createdAt": "2026-02-27T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "hasMore": false,
                     *       "total": 1,
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Pricing"][];
                        hasMore: boolean;
                        /**
                         * @description All matches, not only those of this page.
                         * @example 1
                         */
                        total: number;
                        /** @example null */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential is missing or not valid */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests from this address */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_pricing: {
        parameters: {
            query?: never;
            header?: {
                /** @description Visible ASCII. A repeat within 24 hours with the same value and body gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "API calls",
                 *       "productName": "API",
                 *       "model": "USAGE",
                 *       "billingMode": "RECURRING",
                 *       "priceInterval": "MONTH",
                 *       "tiering": "GRADUATED",
                 *       "meterId": "1d3a6f0e-5b7c-4e21-8d94-2f6b8c0a7e35",
                 *       "pricingTiers": [
                 *         {
                 *           "minQty": "1",
                 *           "maxQty": "100",
                 *           "unitAmount": "0.1"
                 *         },
                 *         {
                 *           "minQty": "101",
                 *           "unitAmount": "0.08",
                 *           "flatAmount": "5"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    name: string;
                    description?: string;
                    /** Format: uuid */
                    productId?: string;
                    productName?: string;
                    productDescription?: string;
                    /** @enum {string} */
                    model: "FLAT" | "TIER" | "USAGE";
                    /** @enum {string} */
                    billingMode: "RECURRING" | "ONE_TIME";
                    /** @enum {string} */
                    priceInterval?: "WEEK" | "MONTH" | "YEAR";
                    priceIntervalCount?: number;
                    /**
                     * @default NONE
                     * @enum {string}
                     */
                    tiering?: "NONE" | "VOLUME" | "GRADUATED" | "PACKAGE";
                    /**
                     * Format: decimal
                     * @example 0.008
                     */
                    unitAmount?: string;
                    /**
                     * Format: decimal
                     * @example 0.008
                     */
                    flatAmount?: string;
                    /**
                     * Format: decimal
                     * @example 0.008
                     */
                    packageSize?: string;
                    pricingTiers?: {
                        /** @example 1 */
                        minQty: string;
                        /** @description Inclusive. Null or absent: open. */
                        maxQty?: string | null;
                        /**
                         * Format: decimal
                         * @example 0.008
                         */
                        unitAmount: string;
                        /**
                         * Format: decimal
                         * @description Added once when the tier is reached.
                         * @example 0
                         */
                        flatAmount?: string;
                    }[];
                    /** Format: uuid */
                    meterId?: string;
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "3e77c1d2-9a40-4b8f-a6e5-1c2d3f4a5b60",
                     *         "productId": "a0c4b5d6-7e8f-4a1b-9c2d-3e4f5a6b7c80",
                     *         "productName": "API",
                     *         "name": "API calls",
                     *         "description": null,
                     *         "model": "USAGE",
                     *         "billingMode": "RECURRING",
                     *         "tiering": "GRADUATED",
                     *         "unitAmount": null,
                     *         "flatAmount": null,
                     *         "packageSize": null,
                     *         "priceInterval": "MONTH",
                     *         "priceIntervalCount": 1,
                     *         "meterId": "1d3a6f0e-5b7c-4e21-8d94-2f6b8c0a7e35",
                     *         "pricingTiers": [
                     *           {
                     *             "unitAmount": "0.1",
                     *             "minQty": "1",
                     *             "maxQty": "100",
                     *             "flatAmount": "0"
                     *           },
                     *           {
                     *             "unitAmount": "0.08",
                     *             "minQty": "101",
                     *             "maxQty": null,
                     *             "flatAmount": "5"
                     *           }
                     *         ],
                     *         "createdAt": "2026-02-27T10:00:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Pricing"];
                    };
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential is missing or not valid */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something stands in the way */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests from this address */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_pricing_pricingId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 3e77c1d2-9a40-4b8f-a6e5-1c2d3f4a5b60 */
                pricingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "3e77c1d2-9a40-4b8f-a6e5-1c2d3f4a5b60",
                     *         "productId": "a0c4b5d6-7e8f-4a1b-9c2d-3e4f5a6b7c80",
                     *         "productName": "API",
                     *         "name": "API calls",
                     *         "description": null,
                     *         "model": "USAGE",
                     *         "billingMode": "RECURRING",
                     *         "tiering": "GRADUATED",
                     *         "unitAmount": null,
                     *         "flatAmount": null,
                     *         "packageSize": null,
                     *         "priceInterval": "MONTH",
                     *         "priceIntervalCount": 1,
                     *         "meterId": "1d3a6f0e-5b7c-4e21-8d94-2f6b8c0a7e35",
                     *         "pricingTiers": [
                     *           {
                     *             "unitAmount": "0.1",
                     *             "minQty": "1",
                     *             "maxQty": "100",
                     *             "flatAmount": "0"
                     *           },
                     *           {
                     *             "unitAmount": "0.08",
                     *             "minQty": "101",
                     *             "maxQty": null,
                     *             "flatAmount": "5"
                     *           }
                     *         ],
                     *         "createdAt": "2026-02-27T10:00:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Pricing"];
                    };
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential is missing or not valid */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such object */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests from this address */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_pricing_estimate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "events": [
                 *         {
                 *           "eventName": "api_call",
                 *           "idempotencyKey": "e1",
                 *           "properties": {
                 *             "units": 3,
                 *             "region": "eu"
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    events: {
                        eventName: string;
                        /** Format: uuid */
                        customerId?: string;
                        externalCustomerId?: string;
                        /** Format: uuid */
                        contractId?: string;
                        idempotencyKey?: string;
                        /** Format: date-time */
                        timestamp?: string;
                        /**
                         * @example {
                         *       "units": 3,
                         *       "region": "eu"
                         *     }
                         */
                        properties?: {
                            [key: string]: string | number | boolean;
                        };
                    }[];
                    /** @description Minor units per credit. With it amounts are told in credits. */
                    creditRateCents?: number;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": [
                     *         {
                     *           "idempotencyKey": "text",
                     *           "totalAmount": 1
                     *         }
                     *       ],
                     *       "meters": [
                     *         {
                     *           "meterName": "text",
                     *           "meterDisplayName": "text",
                     *           "totalQuantity": 1,
                     *           "totalAmount": 1
                     *         }
                     *       ],
                     *       "totalAmount": 1,
                     *       "estimatedAt": "2026-02-27T10:00:00.000Z",
                     *       "currency": "text",
                     *       "unit": "currency"
                     *     }
                     */
                    "application/json": components["schemas"]["Estimate"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential is missing or not valid */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests from this address */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_plans: {
        parameters: {
            query?: {
                status?: "active" | "archived" | "all";
                /** @description How many to answer with. */
                limit?: number;
                /** @description How many to pass over. */
                offset?: number;
                /** @description `nextCursor` of the last answer. Goes to any depth; not together with `offset`. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "c9b2e8f7-6d5c-4b3a-8190-7f6e5d4c3b2a",
                     *           "name": "Pro",
                     *           "description": null,
                     *           "status": "active",
                     *           "netTerms": 30,
                     *           "items": [
                     *             {
                     *               "pricingId": "3e77c1d2-9a40-4b8f-a6e5-1c2d3f4a5b60",
                     *               "quantity": 1
                     *             }
                     *           ],
                     *           "billingInterval": {
                     *             "interval": "MONTH",
                     *             "count": 1
                     *           },
                     *           "creditGrantCents": 5000,
                     *           "creditSettings": null,
                     *           "currency": "USD",
                     *           "archivedAt": null,
                     *           "createdAt": "2026-02-27T10:00:00.000Z",
                     *           "updatedAt": "2026-02-27T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "hasMore": false,
                     *       "total": 1,
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Plan"][];
                        hasMore: boolean;
                        /**
                         * @description All matches, not only those of this page.
                         * @example 1
                         */
                        total: number;
                        /** @example null */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential is missing or not valid */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests from this address */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_plans: {
        parameters: {
            query?: never;
            header?: {
                /** @description Visible ASCII. A repeat within 24 hours with the same value and body gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Pro",
                 *       "items": [
                 *         {
                 *           "pricingId": "3e77c1d2-9a40-4b8f-a6e5-1c2d3f4a5b60"
                 *         }
                 *       ],
                 *       "creditGrantCents": 5000
                 *     }
                 */
                "application/json": {
                    name: string;
                    items: {
                        /** Format: uuid */
                        pricingId: string;
                        /**
                         * @description With `USAGE` pricing only 1: its meter counts the quantity.
                         * @default 1
                         */
                        quantity?: number;
                    }[];
                    description?: string | null;
                    /** @description Days until an invoice is due; 30 by default. */
                    netTerms?: number;
                    /** @description An allowance in the minor unit, granted once per contract and not invoiced. */
                    creditGrantCents?: number | null;
                    /** @description What a credit is worth, in cents. */
                    creditSettings?: {
                        creditRateCents: number;
                    } | null;
                    /**
                     * @description `USD` by default.
                     * @example USD
                     */
                    currency?: string;
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "c9b2e8f7-6d5c-4b3a-8190-7f6e5d4c3b2a",
                     *         "name": "Pro",
                     *         "description": null,
                     *         "status": "active",
                     *         "netTerms": 30,
                     *         "items": [
                     *           {
                     *             "pricingId": "3e77c1d2-9a40-4b8f-a6e5-1c2d3f4a5b60",
                     *             "quantity": 1
                     *           }
                     *         ],
                     *         "billingInterval": {
                     *           "interval": "MONTH",
                     *           "count": 1
                     *         },
                     *         "creditGrantCents": 5000,
                     *         "creditSettings": null,
                     *         "currency": "USD",
                     *         "archivedAt": null,
                     *         "createdAt": "2026-02-27T10:00:00.000Z",
                     *         "updatedAt": "2026-02-27T10:00:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Plan"];
                    };
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential is missing or not valid */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something stands in the way */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests from this address */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_plans_planId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example c9b2e8f7-6d5c-4b3a-8190-7f6e5d4c3b2a */
                planId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "c9b2e8f7-6d5c-4b3a-8190-7f6e5d4c3b2a",
                     *         "name": "Pro",
                     *         "description": null,
                     *         "status": "active",
                     *         "netTerms": 30,
                     *         "items": [
                     *           {
                     *             "pricingId": "3e77c1d2-9a40-4b8f-a6e5-1c2d3f4a5b60",
                     *             "quantity": 1
                     *           }
                     *         ],
                     *         "billingInterval": {
                     *           "interval": "MONTH",
                     *           "count": 1
                     *         },
                     *         "creditGrantCents": 5000,
                     *         "creditSettings": null,
                     *         "currency": "USD",
                     *         "archivedAt": null,
                     *         "createdAt": "2026-02-27T10:00:00.000Z",
                     *         "updatedAt": "2026-02-27T10:00:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Plan"];
                    };
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential is missing or not valid */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such object */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests from this address */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_plans_planId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10 */
                planId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "success": true
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: {
                            /** @constant */
                            success: true;
                        };
                    };
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential is missing or not valid */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such object */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests from this address */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_plans_planId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example c9b2e8f7-6d5c-4b3a-8190-7f6e5d4c3b2a */
                planId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Pro 2026",
                 *       "netTerms": 14
                 *     }
                 */
                "application/json": {
                    name?: string;
                    items?: {
                        /** Format: uuid */
                        pricingId: string;
                        /**
                         * @description With `USAGE` pricing only 1: its meter counts the quantity.
                         * @default 1
                         */
                        quantity?: number;
                    }[];
                    description?: string | null;
                    /** @description Days until an invoice is due; 30 by default. */
                    netTerms?: number;
                    /** @description An allowance in the minor unit, granted once per contract and not invoiced. */
                    creditGrantCents?: number | null;
                    /** @description What a credit is worth, in cents. */
                    creditSettings?: {
                        creditRateCents: number;
                    } | null;
                    /**
                     * @description `USD` by default.
                     * @example USD
                     */
                    currency?: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "c9b2e8f7-6d5c-4b3a-8190-7f6e5d4c3b2a",
                     *         "name": "Pro",
                     *         "description": null,
                     *         "status": "active",
                     *         "netTerms": 30,
                     *         "items": [
                     *           {
                     *             "pricingId": "3e77c1d2-9a40-4b8f-a6e5-1c2d3f4a5b60",
                     *             "quantity": 1
                     *           }
                     *         ],
                     *         "billingInterval": {
                     *           "interval": "MONTH",
                     *           "count": 1
                     *         },
                     *         "creditGrantCents": 5000,
                     *         "creditSettings": null,
                     *         "currency": "USD",
                     *         "archivedAt": null,
                     *         "createdAt": "2026-02-27T10:00:00.000Z",
                     *         "updatedAt": "2026-02-27T10:00:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Plan"];
                    };
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential is missing or not valid */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such object */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something stands in the way */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests from this address */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_contracts: {
        parameters: {
            query?: {
                customerId?: string;
                externalCustomerId?: string;
                planId?: string;
                isActive?: "true" | "false";
                /** @description How many to answer with. */
                limit?: number;
                /** @description How many to pass over. */
                offset?: number;
                /** @description `nextCursor` of the last answer. Goes to any depth; not together with `offset`. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "e41d6a7b-8c90-4d1e-a2f3-b4c5d6e7f809",
                     *           "customerId": "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10",
                     *           "planId": "c9b2d3e4-5f60-4a71-8b92-a3b4c5d6e7f8",
                     *           "name": "Pro",
                     *           "startDate": "2026-01-01",
                     *           "endDate": "2027-01-01",
                     *           "isActive": true,
                     *           "metadata": {},
                     *           "netTerms": 30,
                     *           "currency": "USD",
                     *           "overrides": [],
                     *           "creditGrantCents": 5000,
                     *           "creditSettings": null,
                     *           "currentPeriod": {
                     *             "start": "2026-02-01",
                     *             "end": "2026-03-01"
                     *           },
                     *           "cancelledAt": null,
                     *           "effectiveCancellationDate": null,
                     *           "createdAt": "2026-01-01T10:00:00.000Z",
                     *           "updatedAt": "2026-01-01T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "hasMore": false,
                     *       "total": 1,
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Contract"][];
                        hasMore: boolean;
                        /**
                         * @description All matches, not only those of this page.
                         * @example 1
                         */
                        total: number;
                        /** @example null */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential is missing or not valid */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests from this address */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_contracts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Visible ASCII. A repeat within 24 hours with the same value and body gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customerId": "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10",
                 *       "planId": "c9b2d3e4-5f60-4a71-8b92-a3b4c5d6e7f8",
                 *       "startDate": "2026-01-01",
                 *       "endDate": "2027-01-01"
                 *     }
                 */
                "application/json": {
                    /** Format: uuid */
                    customerId: string;
                    /** Format: uuid */
                    planId: string;
                    /**
                     * Format: date
                     * @description Anchors the billing periods.
                     */
                    startDate: string;
                    /**
                     * Format: date
                     * @description First day no longer covered. Absent: rolling.
                     */
                    endDate?: string;
                    /** @description Absent: the plan's. */
                    netTerms?: number;
                    overrides?: {
                        /** Format: uuid */
                        basePricingId: string;
                        /**
                         * Format: decimal
                         * @example 0.008
                         */
                        unitAmount?: string;
                        /**
                         * Format: decimal
                         * @example 0.008
                         */
                        flatAmount?: string;
                        pricingTiers?: {
                            /** @example 1 */
                            minQty: string;
                            /** @description Inclusive. Null or absent: open. */
                            maxQty?: string | null;
                            /**
                             * Format: decimal
                             * @example 0.008
                             */
                            unitAmount: string;
                            /**
                             * Format: decimal
                             * @description Added once when the tier is reached.
                             * @example 0
                             */
                            flatAmount?: string;
                        }[];
                    }[];
                    /** @description Absent: the plan's. Null: none. */
                    creditGrantCents?: number | null;
                    /** @description Absent: the plan's. Null: none. */
                    creditSettings?: {
                        creditRateCents: number;
                    } | null;
                    /**
                     * @example {
                     *       "costCenter": "42",
                     *       "pilot": true
                     *     }
                     */
                    metadata?: {
                        [key: string]: string | number | boolean;
                    };
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "e41d6a7b-8c90-4d1e-a2f3-b4c5d6e7f809",
                     *         "customerId": "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10",
                     *         "planId": "c9b2d3e4-5f60-4a71-8b92-a3b4c5d6e7f8",
                     *         "name": "Pro",
                     *         "startDate": "2026-01-01",
                     *         "endDate": "2027-01-01",
                     *         "isActive": true,
                     *         "metadata": {},
                     *         "netTerms": 30,
                     *         "currency": "USD",
                     *         "overrides": [],
                     *         "creditGrantCents": 5000,
                     *         "creditSettings": null,
                     *         "currentPeriod": {
                     *           "start": "2026-02-01",
                     *           "end": "2026-03-01"
                     *         },
                     *         "cancelledAt": null,
                     *         "effectiveCancellationDate": null,
                     *         "createdAt": "2026-01-01T10:00:00.000Z",
                     *         "updatedAt": "2026-01-01T10:00:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Contract"];
                    };
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential is missing or not valid */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something stands in the way */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests from this address */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_contracts_contractId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example e41d6a7b-8c90-4d1e-a2f3-b4c5d6e7f809 */
                contractId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "e41d6a7b-8c90-4d1e-a2f3-b4c5d6e7f809",
                     *         "customerId": "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10",
                     *         "planId": "c9b2d3e4-5f60-4a71-8b92-a3b4c5d6e7f8",
                     *         "name": "Pro",
                     *         "startDate": "2026-01-01",
                     *         "endDate": "2027-01-01",
                     *         "isActive": true,
                     *         "metadata": {},
                     *         "netTerms": 30,
                     *         "currency": "USD",
                     *         "overrides": [],
                     *         "creditGrantCents": 5000,
                     *         "creditSettings": null,
                     *         "currentPeriod": {
                     *           "start": "2026-02-01",
                     *           "end": "2026-03-01"
                     *         },
                     *         "cancelledAt": null,
                     *         "effectiveCancellationDate": null,
                     *         "createdAt": "2026-01-01T10:00:00.000Z",
                     *         "updatedAt": "2026-01-01T10:00:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Contract"];
                    };
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential is missing or not valid */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such object */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests from this address */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_contracts_contractId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example e41d6a7b-8c90-4d1e-a2f3-b4c5d6e7f809 */
                contractId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "metadata": {
                 *         "costCenter": "42"
                 *       }
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Replaces the whole; null clears it.
                     * @example {
                     *       "costCenter": "42"
                     *     }
                     */
                    metadata: {
                        [key: string]: string | number | boolean;
                    } | null;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "e41d6a7b-8c90-4d1e-a2f3-b4c5d6e7f809",
                     *         "customerId": "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10",
                     *         "planId": "c9b2d3e4-5f60-4a71-8b92-a3b4c5d6e7f8",
                     *         "name": "Pro",
                     *         "startDate": "2026-01-01",
                     *         "endDate": "2027-01-01",
                     *         "isActive": true,
                     *         "metadata": {},
                     *         "netTerms": 30,
                     *         "currency": "USD",
                     *         "overrides": [],
                     *         "creditGrantCents": 5000,
                     *         "creditSettings": null,
                     *         "currentPeriod": {
                     *           "start": "2026-02-01",
                     *           "end": "2026-03-01"
                     *         },
                     *         "cancelledAt": null,
                     *         "effectiveCancellationDate": null,
                     *         "createdAt": "2026-01-01T10:00:00.000Z",
                     *         "updatedAt": "2026-01-01T10:00:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Contract"];
                    };
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential is missing or not valid */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such object */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests from this address */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_contracts_contractId_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example e41d6a7b-8c90-4d1e-a2f3-b4c5d6e7f809 */
                contractId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "cancelAt": "end_of_period"
                 *     }
                 */
                "application/json": {
                    /** @constant */
                    cancelAt: "end_of_period";
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "e41d6a7b-8c90-4d1e-a2f3-b4c5d6e7f809",
                     *         "isActive": false,
                     *         "effectiveCancellationDate": "2026-04-01",
                     *         "cancelledInvoiceCount": 9
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["ContractCancellation"];
                    };
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential is missing or not valid */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such object */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something stands in the way */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests from this address */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_contracts_contractId_credits_balance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10 */
                contractId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "balance": {
                     *           "balanceCents": 1,
                     *           "pendingCents": 1,
                     *           "creditBalance": 1,
                     *           "currency": "text",
                     *           "blockCount": 1,
                     *           "asOf": "2026-02-27T10:00:00.000Z"
                     *         },
                     *         "blocks": [
                     *           {
                     *             "id": "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10",
                     *             "status": "active",
                     *             "priority": 1,
                     *             "daysUntilExpiry": 1,
                     *             "originalCents": 1,
                     *             "originalCredits": 1,
                     *             "remainingCents": 1,
                     *             "remainingCredits": 1,
                     *             "creditRateCents": 1,
                     *             "currency": "text",
                     *             "description": "text",
                     *             "isPromotional": false,
                     *             "expiresAt": "2026-02-27T10:00:00.000Z",
                     *             "createdAt": "2026-02-27T10:00:00.000Z"
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: {
                            balance: {
                                balanceCents: number;
                                pendingCents: number;
                                creditBalance: number | null;
                                currency: string;
                                blockCount: number;
                                /**
                                 * Format: date-time
                                 * @example 2026-02-27T10:00:00.000Z
                                 */
                                asOf: string;
                            };
                            blocks: components["schemas"]["CreditBlock"][];
                        };
                    };
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential is missing or not valid */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such object */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests from this address */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_contracts_contractId_credits_ledger: {
        parameters: {
            query?: {
                /** @description How many to answer with. */
                limit?: number;
                /** @description How many to pass over. */
                offset?: number;
                /** @description `nextCursor` of the last answer. Goes to any depth; not together with `offset`. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @example 7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10 */
                contractId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "totalCount": 1,
                     *         "entries": [
                     *           {
                     *             "id": "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10",
                     *             "amountCents": 1,
                     *             "creditAmount": 1,
                     *             "creditRateCents": 1,
                     *             "currency": "text",
                     *             "description": "text",
                     *             "invoiceId": "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10",
                     *             "expiresAt": "2026-02-27T10:00:00.000Z",
                     *             "isPromotional": false,
                     *             "createdAt": "2026-02-27T10:00:00.000Z",
                     *             "type": "grant",
                     *             "sourceType": "contract",
                     *             "grantEntryId": "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10"
                     *           }
                     *         ]
                     *       },
                     *       "hasMore": false,
                     *       "total": 1,
                     *       "nextCursor": "text"
                     *     }
                     */
                    "application/json": {
                        data: {
                            totalCount: number;
                            entries: components["schemas"]["CreditEntry"][];
                        };
                        hasMore: boolean;
                        total: number;
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential is missing or not valid */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such object */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests from this address */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_contracts_contractId_credits_promotional_grant: {
        parameters: {
            query?: never;
            header?: {
                /** @description Visible ASCII. A repeat within 24 hours with the same value and body gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10 */
                contractId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amountCents": 5000,
                 *       "expiresAt": "2026-12-31T00:00:00.000Z",
                 *       "description": "Welcome",
                 *       "externalId": "promo-1"
                 *     }
                 */
                "application/json": {
                    /** Format: date-time */
                    expiresAt: string;
                    amountCents?: number;
                    creditAmount?: number;
                    creditRateCents?: number;
                    description?: string;
                    externalId?: string;
                    /**
                     * @example {
                     *       "costCenter": "42",
                     *       "pilot": true
                     *     }
                     */
                    metadata?: {
                        [key: string]: string | number | boolean;
                    };
                };
            };
        };
        responses: {
            /** @description It is there already */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10",
                     *         "amountCents": 1,
                     *         "creditAmount": 1,
                     *         "creditRateCents": 1,
                     *         "currency": "text",
                     *         "description": "text",
                     *         "invoiceId": "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10",
                     *         "expiresAt": "2026-02-27T10:00:00.000Z",
                     *         "isPromotional": false,
                     *         "createdAt": "2026-02-27T10:00:00.000Z",
                     *         "type": "grant",
                     *         "purchaseRateCents": 1,
                     *         "balanceAfterCents": 1,
                     *         "creditBalanceAfter": 1,
                     *         "externalId": "text",
                     *         "metadata": {
                     *           "costCenter": "42",
                     *           "pilot": true
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["CreditGrant"];
                    };
                };
            };
            /** @description Success */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10",
                     *         "amountCents": 1,
                     *         "creditAmount": 1,
                     *         "creditRateCents": 1,
                     *         "currency": "text",
                     *         "description": "text",
                     *         "invoiceId": "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10",
                     *         "expiresAt": "2026-02-27T10:00:00.000Z",
                     *         "isPromotional": false,
                     *         "createdAt": "2026-02-27T10:00:00.000Z",
                     *         "type": "grant",
                     *         "purchaseRateCents": 1,
                     *         "balanceAfterCents": 1,
                     *         "creditBalanceAfter": 1,
                     *         "externalId": "text",
                     *         "metadata": {
                     *           "costCenter": "42",
                     *           "pilot": true
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["CreditGrant"];
                    };
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential is missing or not valid */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such object */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something stands in the way */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests from this address */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_invoices: {
        parameters: {
            query?: {
                customerId?: string;
                contractId?: string;
                status?: "Drafted" | "In Progress" | "In Transit" | "Paid" | "Cancelled" | "Refunded";
                /** @description Inclusive. */
                createdAfter?: string;
                /** @description Exclusive. */
                createdBefore?: string;
                /** @description `lineItems` adds the lines. */
                include?: string;
                /** @description How many to answer with. */
                limit?: number;
                /** @description How many to pass over. */
                offset?: number;
                /** @description `nextCursor` of the last answer. Goes to any depth; not together with `offset`. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "b1f7c2a4-6d3e-4f85-9a60-1c2d3e4f5a6b",
                     *           "invoiceNumber": "INV-2026-000017",
                     *           "customerId": "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10",
                     *           "contractId": "e41d6a7b-8c90-4d1e-a2f3-b4c5d6e7f809",
                     *           "status": "In Progress",
                     *           "period": {
                     *             "start": "2026-01-01",
                     *             "end": "2026-02-01"
                     *           },
                     *           "invoiceDate": "2026-02-01",
                     *           "dueDate": "2026-03-03",
                     *           "currency": "USD",
                     *           "totalCents": 8400,
                     *           "creditsAppliedCents": 300,
                     *           "memo": null,
                     *           "paymentLink": null,
                     *           "finalizedAt": "2026-02-02T00:00:12.000Z",
                     *           "createdAt": "2026-01-01T10:00:00.000Z",
                     *           "updatedAt": "2026-02-02T00:00:12.000Z",
                     *           "lineItems": [
                     *             {
                     *               "id": "5e6f7a8b-9c0d-4e1f-8a2b-3c4d5e6f7a8b",
                     *               "kind": "charge",
                     *               "name": "API calls",
                     *               "description": null,
                     *               "quantity": 1000,
                     *               "unitPriceCents": 9,
                     *               "totalAmountCents": 8700,
                     *               "unitPrice": "0.087",
                     *               "totalAmount": "87",
                     *               "priceId": "3e77a9b0-1c2d-4e3f-8a4b-5c6d7e8f9a0b",
                     *               "isMetered": true,
                     *               "servicePeriod": {
                     *                 "start": "2026-01-01",
                     *                 "end": "2026-02-01"
                     *               },
                     *               "tiers": [
                     *                 {
                     *                   "minQty": "1",
                     *                   "maxQty": "100",
                     *                   "quantity": 100,
                     *                   "unitAmount": "0.1",
                     *                   "flatAmount": "0",
                     *                   "amount": "10"
                     *                 },
                     *                 {
                     *                   "minQty": "101",
                     *                   "maxQty": null,
                     *                   "quantity": 900,
                     *                   "unitAmount": "0.08",
                     *                   "flatAmount": "5",
                     *                   "amount": "77"
                     *                 }
                     *               ]
                     *             },
                     *             {
                     *               "id": "6f7a8b9c-0d1e-4f2a-9b3c-4d5e6f7a8b9c",
                     *               "kind": "credit",
                     *               "name": "Credits applied: API calls",
                     *               "description": null,
                     *               "quantity": 1,
                     *               "unitPriceCents": -300,
                     *               "totalAmountCents": -300,
                     *               "unitPrice": "-3",
                     *               "totalAmount": "-3",
                     *               "priceId": "3e77a9b0-1c2d-4e3f-8a4b-5c6d7e8f9a0b",
                     *               "isMetered": false,
                     *               "servicePeriod": {
                     *                 "start": "2026-01-01",
                     *                 "end": "2026-02-01"
                     *               }
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "hasMore": false,
                     *       "total": 1,
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Invoice"][];
                        hasMore: boolean;
                        /**
                         * @description All matches, not only those of this page.
                         * @example 1
                         */
                        total: number;
                        /** @example null */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential is missing or not valid */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests from this address */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_invoices_invoiceId: {
        parameters: {
            query?: {
                /** @description `lineItems` adds the lines. */
                include?: string;
            };
            header?: never;
            path: {
                /** @example b1f7c2a4-6d3e-4f85-9a60-1c2d3e4f5a6b */
                invoiceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "b1f7c2a4-6d3e-4f85-9a60-1c2d3e4f5a6b",
                     *         "invoiceNumber": "INV-2026-000017",
                     *         "customerId": "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10",
                     *         "contractId": "e41d6a7b-8c90-4d1e-a2f3-b4c5d6e7f809",
                     *         "status": "In Progress",
                     *         "period": {
                     *           "start": "2026-01-01",
                     *           "end": "2026-02-01"
                     *         },
                     *         "invoiceDate": "2026-02-01",
                     *         "dueDate": "2026-03-03",
                     *         "currency": "USD",
                     *         "totalCents": 8400,
                     *         "creditsAppliedCents": 300,
                     *         "memo": null,
                     *         "paymentLink": null,
                     *         "finalizedAt": "2026-02-02T00:00:12.000Z",
                     *         "createdAt": "2026-01-01T10:00:00.000Z",
                     *         "updatedAt": "2026-02-02T00:00:12.000Z",
                     *         "lineItems": [
                     *           {
                     *             "id": "5e6f7a8b-9c0d-4e1f-8a2b-3c4d5e6f7a8b",
                     *             "kind": "charge",
                     *             "name": "API calls",
                     *             "description": null,
                     *             "quantity": 1000,
                     *             "unitPriceCents": 9,
                     *             "totalAmountCents": 8700,
                     *             "unitPrice": "0.087",
                     *             "totalAmount": "87",
                     *             "priceId": "3e77a9b0-1c2d-4e3f-8a4b-5c6d7e8f9a0b",
                     *             "isMetered": true,
                     *             "servicePeriod": {
                     *               "start": "2026-01-01",
                     *               "end": "2026-02-01"
                     *             },
                     *             "tiers": [
                     *               {
                     *                 "minQty": "1",
                     *                 "maxQty": "100",
                     *                 "quantity": 100,
                     *                 "unitAmount": "0.1",
                     *                 "flatAmount": "0",
                     *                 "amount": "10"
                     *               },
                     *               {
                     *                 "minQty": "101",
                     *                 "maxQty": null,
                     *                 "quantity": 900,
                     *                 "unitAmount": "0.08",
                     *                 "flatAmount": "5",
                     *                 "amount": "77"
                     *               }
                     *             ]
                     *           },
                     *           {
                     *             "id": "6f7a8b9c-0d1e-4f2a-9b3c-4d5e6f7a8b9c",
                     *             "kind": "credit",
                     *             "name": "Credits applied: API calls",
                     *             "description": null,
                     *             "quantity": 1,
                     *             "unitPriceCents": -300,
                     *             "totalAmountCents": -300,
                     *             "unitPrice": "-3",
                     *             "totalAmount": "-3",
                     *             "priceId": "3e77a9b0-1c2d-4e3f-8a4b-5c6d7e8f9a0b",
                     *             "isMetered": false,
                     *             "servicePeriod": {
                     *               "start": "2026-01-01",
                     *               "end": "2026-02-01"
                     *             }
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Invoice"];
                    };
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential is missing or not valid */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such object */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests from this address */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_invoices_invoiceId_credit_report: {
        parameters: {
            query?: {
                format?: "json";
            };
            header?: never;
            path: {
                /** @example b1f7c2a4-6d3e-4f85-9a60-1c2d3e4f5a6b */
                invoiceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "invoiceId": "b1f7c2a4-6d3e-4f85-9a60-1c2d3e4f5a6b",
                     *         "invoiceNumber": "INV-2026-000017",
                     *         "currency": "USD",
                     *         "summary": {
                     *           "totalCredits": null,
                     *           "totalCents": 300,
                     *           "entryCount": 1
                     *         },
                     *         "entries": [
                     *           {
                     *             "id": "8b9c0d1e-2f3a-4b4c-9d5e-6f7a8b9c0d1e",
                     *             "lineItemId": "5e6f7a8b-9c0d-4e1f-8a2b-3c4d5e6f7a8b",
                     *             "grantEntryId": "9c0d1e2f-3a4b-4c5d-8e6f-7a8b9c0d1e2f",
                     *             "amountCents": 300,
                     *             "creditAmount": null,
                     *             "creditRateCents": null,
                     *             "description": "Welcome",
                     *             "isPromotional": true,
                     *             "createdAt": "2026-02-02T00:00:12.000Z"
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["CreditReport"];
                    };
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential is missing or not valid */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such object */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests from this address */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_events: {
        parameters: {
            query?: {
                eventName?: string;
                customerId?: string;
                externalCustomerId?: string;
                /** @description Only events that name this contract. */
                contractId?: string;
                idempotencyKey?: string;
                /** @description Of the event's `timestamp`. */
                start?: string;
                /** @description Exclusive. */
                end?: string;
                /** @description How many to answer with. */
                limit?: number;
                /** @description How many to pass over. */
                offset?: number;
                /** @description `nextCursor` of the last answer. Goes to any depth; not together with `offset`. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "eventName": "api_call",
                     *           "customerId": "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10",
                     *           "externalCustomerId": "text",
                     *           "contractId": "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10",
                     *           "idempotencyKey": "row_1",
                     *           "timestamp": "2026-02-27T10:00:00.000Z",
                     *           "properties": {
                     *             "units": 3,
                     *             "region": "eu"
                     *           },
                     *           "receivedAt": "2026-02-27T10:00:00.000Z",
                     *           "requestId": "req_9f2c4b1e7a60d385"
                     *         }
                     *       ],
                     *       "hasMore": false,
                     *       "total": 1,
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: {
                            /** @example api_call */
                            eventName: string;
                            customerId: string | null;
                            externalCustomerId: string | null;
                            contractId: string | null;
                            /** @example row_1 */
                            idempotencyKey: string;
                            /**
                             * Format: date-time
                             * @example 2026-02-27T10:00:00.000Z
                             */
                            timestamp: string;
                            /**
                             * @example {
                             *       "units": 3,
                             *       "region": "eu"
                             *     }
                             */
                            properties: Record<string, never>;
                            /**
                             * Format: date-time
                             * @example 2026-02-27T10:00:00.000Z
                             */
                            receivedAt: string;
                            /** @example req_9f2c4b1e7a60d385 */
                            requestId: string;
                        }[];
                        hasMore: boolean;
                        /**
                         * @description All matches, not only those of this page.
                         * @example 1
                         */
                        total: number;
                        /** @example null */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential is missing or not valid */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_events: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "eventName": "api_call",
                 *       "externalCustomerId": "cust_42",
                 *       "idempotencyKey": "row_1",
                 *       "timestamp": "2026-02-27T10:00:00Z",
                 *       "properties": {
                 *         "units": 3,
                 *         "region": "eu"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["UsageEvent"];
            };
        };
        responses: {
            /** @description Success */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Mintkey-Durability": components["headers"]["Mintkey-Durability"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "accepted",
                     *       "idempotencyKey": "row_1",
                     *       "requestId": "req_9f2c4b1e7a60d385"
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        status: "accepted";
                        /**
                         * @description The event's own, or the one made for it.
                         * @example row_1
                         */
                        idempotencyKey: string;
                        /** @example req_9f2c4b1e7a60d385 */
                        requestId: string;
                    };
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential is missing or not valid */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_events_batch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "events": [
                 *         {
                 *           "eventName": "api_call",
                 *           "externalCustomerId": "cust_42",
                 *           "idempotencyKey": "row_1",
                 *           "timestamp": "2026-02-27T10:00:00Z",
                 *           "properties": {
                 *             "units": 3,
                 *             "region": "eu"
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    events: components["schemas"]["UsageEvent"][];
                };
                /**
                 * @example {"eventName":"api_call","externalCustomerId":"cust_42","idempotencyKey":"row_1"}
                 *     {"eventName":"api_call","externalCustomerId":"cust_42","idempotencyKey":"row_2"}
                 */
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description Success */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Mintkey-Durability": components["headers"]["Mintkey-Durability"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "accepted",
                     *       "count": 1,
                     *       "requestId": "req_9f2c4b1e7a60d385"
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        status: "accepted";
                        /** @description Events of the batch; of an NDJSON body its lines that are not blank. */
                        count: number;
                        /** @example req_9f2c4b1e7a60d385 */
                        requestId: string;
                    };
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential is missing or not valid */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_events_rejected: {
        parameters: {
            query?: {
                requestId?: string;
                /** @description Of the arrival. */
                start?: string;
                /** @description Exclusive. */
                end?: string;
                /** @description How many to answer with. */
                limit?: number;
                /** @description How many to pass over. */
                offset?: number;
                /** @description `nextCursor` of the last answer. Goes to any depth; not together with `offset`. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "line": 812,
                     *           "reason": "properties.units must be a string, a number or a boolean",
                     *           "path": "properties.units",
                     *           "requestId": "req_9f2c4b1e7a60d385",
                     *           "idempotencyKey": "text",
                     *           "excerpt": "{\"eventName\":",
                     *           "receivedAt": "2026-02-27T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "hasMore": false,
                     *       "total": 1,
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: {
                            /** @example 812 */
                            line: number;
                            /** @example properties.units must be a string, a number or a boolean */
                            reason: string;
                            /** @example properties.units */
                            path: string;
                            /** @example req_9f2c4b1e7a60d385 */
                            requestId: string;
                            /** @description Null when it cannot be read. */
                            idempotencyKey: string | null;
                            /**
                             * @description The first 256 characters.
                             * @example {"eventName":
                             */
                            excerpt: string;
                            /**
                             * Format: date-time
                             * @example 2026-02-27T10:00:00.000Z
                             */
                            receivedAt: string;
                        }[];
                        hasMore: boolean;
                        /**
                         * @description All matches, not only those of this page.
                         * @example 1
                         */
                        total: number;
                        /** @example null */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential is missing or not valid */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_usage: {
        parameters: {
            query?: {
                meterId?: string;
                eventName?: string;
                customerId?: string;
                externalCustomerId?: string;
                /** @description Only events that bill on this contract. */
                contractId?: string;
                /**
                 * @description Required without `contractId`.
                 * @example 2026-02-01
                 */
                start?: string;
                /**
                 * @description Exclusive. Required without `contractId`.
                 * @example 2026-03-01
                 */
                end?: string;
                window?: "HOUR" | "DAY" | "MONTH";
                /** @description Up to 3 names of properties, comma separated. `@eventName` is the event's name, `@customer` its customer. */
                groupBy?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "organizationId": "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10",
                     *         "meterId": "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10",
                     *         "eventName": "text",
                     *         "customerId": "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10",
                     *         "externalCustomerId": "text",
                     *         "contractId": "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10",
                     *         "aggregationType": "SUM",
                     *         "start": "2026-02-27T10:00:00.000Z",
                     *         "end": "2026-02-27T10:00:00.000Z",
                     *         "window": "HOUR",
                     *         "groupBy": [
                     *           "text"
                     *         ],
                     *         "totalCount": 1,
                     *         "totalValue": "0.008",
                     *         "breakdown": [
                     *           {
                     *             "date": "2026-02-27T10:00:00.000Z",
                     *             "group": {},
                     *             "count": 1,
                     *             "value": "0.008"
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Usage"];
                    };
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential is missing or not valid */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_usage_cost: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "externalCustomerId": "cust_42",
                 *       "startDate": "2026-01-01",
                 *       "endDate": "2026-02-01"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: uuid
                     * @description With `contractId` it must be the contract's customer.
                     */
                    customerId?: string;
                    externalCustomerId?: string;
                    /** Format: uuid */
                    contractId?: string;
                    /**
                     * @description Absent: the contract's start.
                     * @example 2026-02-27
                     */
                    startDate?: string;
                    /**
                     * @description Exclusive. Absent: the contract's end, or now.
                     * @example 2026-02-27
                     */
                    endDate?: string;
                    eventNames?: string[];
                    propertyFilters?: {
                        key: string;
                        value: string | number | boolean;
                    }[];
                    /** @description Minor units per credit. With it amounts are told in credits. */
                    creditRateCents?: number;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "totalAmount": 1,
                     *       "startDate": "2026-02-27T10:00:00.000Z",
                     *       "endDate": "2026-02-27T10:00:00.000Z",
                     *       "queriedAt": "2026-02-27T10:00:00.000Z",
                     *       "currency": "text",
                     *       "unit": "currency"
                     *     }
                     */
                    "application/json": components["schemas"]["UsageCost"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential is missing or not valid */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests from this address */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_openapi_json: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "openapi": "3.1.0",
                     *       "info": {
                     *         "title": "Mintkey API",
                     *         "version": "1"
                     *       },
                     *       "paths": {}
                     *     }
                     */
                    "application/json": Record<string, never>;
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The method is not allowed */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests from this address */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again after Retry-After */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}

/** The API keeps the answers of these: with the same Idempotency-Key nothing is done twice. */
export const KEYED_POSTS: ReadonlySet<string> = new Set<string>([
    "/v1/customers",
    "/v1/meters",
    "/v1/pricing",
    "/v1/plans",
    "/v1/contracts",
    "/v1/contracts/{contractId}/credits/promotional/grant"
]);

/** These ask with a body and change nothing. */
export const READING_POSTS: ReadonlySet<string> = new Set<string>([
    "/v1/pricing/estimate",
    "/v1/usage/cost"
]);
