/** An OpenAPI document, as far as it matters here. */
interface Document {
  components?: { schemas?: Record<string, unknown> };
}

/**
 * fastify-type-provider-zod (7.0) describes each named schema twice, as what is taken and as what is given. Leaves out
 * the one of the two that nothing refers to.
 */
export function withoutUnusedSchemas<T extends object>(document: T): T {
  const { components } = document as Document;
  if (!components?.schemas) return document;
  let { schemas } = components;
  for (;;) {
    const text = JSON.stringify({ ...document, components: { ...components, schemas } });
    const used = Object.entries(schemas).filter(([name]) =>
      text.includes(`"#/components/schemas/${name}"`),
    );
    if (used.length === Object.keys(schemas).length) break;
    schemas = Object.fromEntries(used);
  }
  return { ...document, components: { ...components, schemas } };
}
