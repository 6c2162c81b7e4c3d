import "./domain-model.css";
import { Button, Stack, Text } from "@mantine/core";
import type { EntityRecord } from "@rivulet/model";
import { useState } from "react";
import { domainModelMessages } from "../messages/domain-model-messages.ts";
import { useIndex, useProject } from "../project/use-project.tsx";
import { attributeTypeLabel } from "./attribute-type-label.ts";
import { EntityDialog } from "./entity-dialog.tsx";
import { inheritedAttributes } from "./inherited-attributes.ts";

const texts = domainModelMessages;

/** Attributes and relatives of the selected entity, with a way to change them. */
export function EntityProperties({ entity }: { entity: EntityRecord }) {
  const project = useProject();
  const index = useIndex();
  const [isOpen, setIsOpen] = useState(false);
  const name = index.qualifiedNameOf(entity);
  const inherited = inheritedAttributes(index, entity);
  const associations = name === undefined ? [] : index.associationsOf(name);
  return (
    <Stack gap="md">
      {entity.documentation !== undefined && <Text size="sm">{entity.documentation}</Text>}
      {entity.generalization !== undefined && (
        <Text size="sm" c="dimmed">
          {texts.specializes(entity.generalization)}
        </Text>
      )}
      <section aria-label={texts.attributes}>
        <Text fw={600} mb={4}>
          {texts.attributes}
        </Text>
        {entity.attributes.length + inherited.length === 0 && (
          <Text size="sm" c="dimmed">
            {texts.noAttributes}
          </Text>
        )}
        <ul className="rv-entity-attributes rv-entity-attributes-plain">
          {inherited.map(({ name: attribute, type, from }) => (
            <li key={attribute} className="rv-inherited" title={texts.inherited(from)}>
              <span>{attribute}</span>
              <span className="rv-option-note">
                {texts.inheritedFrom(attributeTypeLabel(type), from.slice(from.lastIndexOf(".") + 1))}
              </span>
            </li>
          ))}
          {entity.attributes.map((attribute) => (
            <li key={attribute.id}>
              <span>{attribute.name}</span>
              <span className="rv-option-note">{attributeTypeLabel(attribute.attributeType)}</span>
            </li>
          ))}
        </ul>
      </section>
      {associations.length > 0 && (
        <section aria-label={texts.associations}>
          <Text fw={600} mb={4}>
            {texts.associations}
          </Text>
          <ul className="rv-entity-attributes rv-entity-attributes-plain">
            {associations.map(({ association, end, other, isSingle }) => (
              <li key={`${association.name}:${end}`}>
                <span>{association.name.slice(association.name.lastIndexOf(".") + 1)}</span>
                <span className="rv-option-note">
                  {(isSingle ? texts.one : texts.many)(other.slice(other.lastIndexOf(".") + 1))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Button variant="default" onClick={() => setIsOpen(true)}>
        {project.isReadOnly(entity.id) ? texts.showEntity : texts.editEntity}
      </Button>
      {isOpen && <EntityDialog id={entity.id} onClose={() => setIsOpen(false)} />}
    </Stack>
  );
}
