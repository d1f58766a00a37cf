/** The properties of an event with their values as text, numbers digit by digit. */
export const propertiesOf = (properties: unknown): (readonly [string, string])[] =>
  Object.entries(Object(properties)).map(([name, value]) => [name, String(value)] as const);
