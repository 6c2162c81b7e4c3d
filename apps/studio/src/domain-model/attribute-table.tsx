import "../controls/document-page.css";
import "./domain-model.css";
import type { AttributeRecord } from "@rivulet/model";
import { HeadedTable } from "../controls/headed-table.tsx";
import { RowActions } from "../controls/row-actions.tsx";
import { showValueText } from "../controls/value-text.ts";
import { domainModelMessages } from "../messages/domain-model-messages.ts";
import { attributeTypeLabel } from "./attribute-type-label.ts";
import type { InheritedAttribute } from "./inherited-attributes.ts";

interface AttributeTableProps {
  readonly attributes: readonly AttributeRecord[];
  /** What the entity has from its generalization; shown, but changed there. */
  readonly inherited: readonly InheritedAttribute[];
  readonly isReadOnly: boolean;
  readonly onEdit: (attribute: AttributeRecord) => void;
  readonly onChange: (attributes: readonly AttributeRecord[]) => void;
}

/** The attributes of an entity in their order, those that it inherits above them. */
export function AttributeTable(props: AttributeTableProps) {
  const { attributes, inherited, isReadOnly } = props;
  if (attributes.length + inherited.length === 0) {
    return (
      <div className="rv-panel rv-panel-empty">
        {isReadOnly ? domainModelMessages.entityShowsNoAttributes : domainModelMessages.entityHasNoAttributes}
      </div>
    );
  }
  return (
    <div className="rv-panel">
      <HeadedTable
        columns={[
          { label: domainModelMessages.name },
          { label: domainModelMessages.type },
          { label: domainModelMessages.default },
          { label: domainModelMessages.actions, isHidden: true },
        ]}
        className="rv-attribute-rows"
      >
        {inherited.map(({ name, type, from }) => (
          <InheritedRow key={name} name={name} type={attributeTypeLabel(type)} from={from} />
        ))}
        {attributes.map((attribute, position) => (
          <AttributeRow key={attribute.id} {...props} attribute={attribute} position={position} />
        ))}
      </HeadedTable>
    </div>
  );
}

function InheritedRow({ name, type, from }: { name: string; type: string; from: string }) {
  return (
    <tr className="rv-inherited">
      <td>
        <span className="rv-row-text">{name}</span>
      </td>
      <td>
        <span className="rv-row-text">{type}</span>
      </td>
      <td colSpan={2}>
        <span className="rv-row-text rv-row-note" title={from}>
          {domainModelMessages.inherited(from.slice(from.lastIndexOf(".") + 1))}
        </span>
      </td>
    </tr>
  );
}

interface AttributeRowProps extends AttributeTableProps {
  readonly attribute: AttributeRecord;
  readonly position: number;
}

function AttributeRow({ attribute, position, attributes, isReadOnly, onEdit, onChange }: AttributeRowProps) {
  const { name, attributeType, defaultValue } = attribute;
  const move = (by: 1 | -1) => {
    const without = attributes.filter(({ id }) => id !== attribute.id);
    onChange(without.toSpliced(position + by, 0, attribute));
  };
  return (
    <tr data-testid={`attribute-${name}`} onDoubleClick={() => !isReadOnly && onEdit(attribute)}>
      <td>
        <span className="rv-row-text">{name}</span>
      </td>
      <td>
        <span className="rv-row-text">{attributeTypeLabel(attributeType)}</span>
      </td>
      <td>
        <span className="rv-row-text rv-value">{showValueText(defaultValue)}</span>
      </td>
      <td>
        {!isReadOnly && (
          <RowActions
            name={name}
            order={{ position, count: attributes.length, onMove: move }}
            onEdit={() => onEdit(attribute)}
            onDelete={() => onChange(attributes.filter(({ id }) => id !== attribute.id))}
          />
        )}
      </td>
    </tr>
  );
}
