import { Handle, type NodeProps, Position } from "@xyflow/react";
import { Fragment, memo } from "react";
import { domainModelMessages } from "../messages/domain-model-messages.ts";
import { useRecord } from "../project/use-project.tsx";
import { attributeTypeLabel } from "./attribute-type-label.ts";
import type { EntityNode } from "./domain-model-projection.ts";

const sides = [
  ["left", Position.Left],
  ["right", Position.Right],
  ["top", Position.Top],
  ["bottom", Position.Bottom],
] as const;

/** An entity with its attributes. */
export const EntityNodeView = memo(function EntityNodeView({ data, selected }: NodeProps<EntityNode>) {
  const entity = useRecord("entity", data.entityId);
  if (!entity) return null;
  return (
    <div
      className="rv-entity"
      data-selected={selected || undefined}
      data-persistable={entity.isPersistable || undefined}
      data-testid={`node-${entity.id}`}
    >
      <div
        className="rv-entity-header"
        title={
          entity.isPersistable
            ? domainModelMessages.persistableShort
            : domainModelMessages.nonPersistableShort
        }
      >
        <span className="rv-entity-name">{entity.name}</span>
        {entity.isAbstract && <span className="rv-option-note">{domainModelMessages.abstract}</span>}
      </div>
      {entity.generalization !== undefined && (
        <div
          className="rv-entity-general"
          title={domainModelMessages.generalizationOf(entity.generalization, data.inherited)}
        >
          <span>
            {domainModelMessages.isA(entity.generalization.slice(entity.generalization.lastIndexOf(".") + 1))}
          </span>
          {data.inherited.length > 0 && (
            <span className="rv-option-note">
              {domainModelMessages.inheritedCount(data.inherited.length)}
            </span>
          )}
        </div>
      )}
      <ul className="rv-entity-attributes">
        {entity.attributes.map((attribute) => (
          <li key={attribute.id}>
            <span>{attribute.name}</span>
            <span className="rv-option-note">{attributeTypeLabel(attribute.attributeType)}</span>
          </li>
        ))}
        {entity.attributes.length === 0 && (
          <li className="rv-option-note">{domainModelMessages.noAttributes}</li>
        )}
      </ul>
      {sides.map(([side, position]) => (
        <Fragment key={side}>
          <Handle type="target" id={side} position={position} className="rv-handle" />
          <Handle type="source" id={side} position={position} className="rv-handle" />
        </Fragment>
      ))}
    </div>
  );
});
