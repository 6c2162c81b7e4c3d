import type { ProjectIndex } from "@rivulet/model";
import type { QualifiedName } from "@rivulet/values";
import type { JsonSchema } from "./json-schema.ts";
import type { MicroflowSignature } from "./microflow-signature.ts";
import { entitySchema, enumerationSchema } from "./value-schemas.ts";

/**
 * The schemas of the entities and enumerations that the signatures speak of, and of those that these speak of.
 * What does not exist is an empty schema: the document stays valid while a flow is being drawn.
 */
export function usedComponents(
  index: ProjectIndex,
  signatures: readonly MicroflowSignature[],
): Record<QualifiedName, JsonSchema> {
  const components: Record<QualifiedName, JsonSchema> = {};
  const pending = signatures.flatMap(({ parameters, returnType }) =>
    [returnType, ...parameters.map(({ type }) => type)].flatMap((type) => {
      if (type.kind === "enumeration") return [type.enumeration];
      return type.kind === "object" || type.kind === "list" ? [type.entity] : [];
    }),
  );
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (Object.hasOwn(components, name)) continue;
    if (index.entity(name)) {
      components[name] = entitySchema(index, name);
      pending.push(...enumerationsOf(index, name));
    } else {
      components[name] = index.enumeration(name) ? enumerationSchema(index, name) : {};
    }
  }
  return components;
}

function enumerationsOf(index: ProjectIndex, entity: QualifiedName): QualifiedName[] {
  return (index.shape(entity)?.attributes ?? []).flatMap(({ type }) =>
    type.kind === "enumeration" ? [type.enumeration] : [],
  );
}
