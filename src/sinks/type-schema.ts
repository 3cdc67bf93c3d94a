/** The part of JSON Schema that the schema of a report is made of. */
interface JsonSchema {
  type?: string | readonly string[];
  description?: string;
  const?: unknown;
  enum?: readonly unknown[];
  anyOf?: readonly JsonSchema[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
}

const NAMES: Readonly<Record<string, string>> = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  null: 'null',
};

/** `Report` as a TypeScript interface, for programs that read reports without installing anything. */
export function typescriptNotation(schema: Record<string, unknown>): string {
  const { description = '' } = schema as JsonSchema;
  return `/** ${description} */\nexport interface Report ${typeOf(schema as JsonSchema, '')}\n`;
}

function typeOf(schema: JsonSchema, indent: string): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.anyOf !== undefined) return schema.anyOf.map((choice) => typeOf(choice, indent)).join(' | ');
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeOf({ ...schema, type }, indent)).join(' | ');
  if (schema.type === 'array') return `Array<${typeOf(schema.items ?? {}, indent)}>`;
  if (schema.type === 'object') return objectType(schema.properties ?? {}, indent);
  return NAMES[String(schema.type)] ?? 'unknown';
}

function objectType(properties: Record<string, JsonSchema>, indent: string): string {
  const inner = `${indent}  `;
  const fields = Object.entries(properties).map(([name, schema]) => {
    const comment = schema.description === undefined ? '' : `${inner}/** ${schema.description} */\n`;
    return `${comment}${inner}${name}: ${typeOf(schema, inner)};\n`;
  });
  return `{\n${fields.join('')}${indent}}`;
}
