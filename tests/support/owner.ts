/** The owner that the browser tests' product is started with. */
export const OWNER = { email: "ada@example.com", password: "correct horse battery", name: "Ada" } as const;
