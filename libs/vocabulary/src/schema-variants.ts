/** The shapes in which one schema meets an event: as sent, as stored with sealed fields, and the changed part of either. */
import { z } from 'zod';
import { definitionOf, type EventTypeName } from './catalogue.js';
import { fieldRegistry } from './fields.js';

export interface ValidationOptions {
  /** Only the fields that change, as in a correction: none is required. */
  readonly partial?: boolean;
  /** As stored: sealed fields hold sealed text, and fields that the ledger derives may stand. */
  readonly stored?: boolean;
}

const variants = new Map<EventTypeName, (z.ZodType | undefined)[]>();

export function schemaOf(
  type: EventTypeName,
  { partial = false, stored = false }: ValidationOptions,
): z.ZodType {
  let known = variants.get(type);
  if (!known) variants.set(type, (known = []));
  const slot = (partial ? 1 : 0) + (stored ? 2 : 0);
  return (known[slot] ??= payloadVariant(definitionOf(type).data, partial, stored));
}

function payloadVariant(payload: z.ZodType, partial: boolean, stored: boolean): z.ZodType {
  if (!(payload instanceof z.ZodObject)) throw new TypeError('a payload is a group of fields');
  const fields = Object.entries(payload.shape as z.ZodRawShape)
    .filter(([, field]) => stored || !fieldRegistry.get(bare(field))?.derived)
    .map(([name, field]) => {
      const variant = stored ? asStored(field) : (field as z.ZodType);
      return [
        name,
        partial && !(variant instanceof z.ZodExactOptional) ? variant.exactOptional() : variant,
      ] as const;
    });
  return z.strictObject(Object.fromEntries(fields));
}

function bare(field: z.core.$ZodType): z.core.$ZodType {
  return field instanceof z.ZodExactOptional ? field.unwrap() : field;
}

/** Sealed text has its own form and length, the sealer's to judge; that fields fit together was judged on the way in. */
function asStored(field: z.core.$ZodType): z.ZodType {
  if (field instanceof z.ZodExactOptional) return asStored(field.unwrap()).exactOptional();
  if (fieldRegistry.get(field)?.sealed) return z.string().min(1);
  if (field instanceof z.ZodArray) return z.array(asStored(field.element));
  if (field instanceof z.ZodObject) {
    const shape = Object.entries(field.shape as z.ZodRawShape).map(
      ([name, inner]) => [name, asStored(inner)] as const,
    );
    return z.strictObject(Object.fromEntries(shape));
  }
  return field as z.ZodType;
}
