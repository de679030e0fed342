import { code, division, group, sealedText } from './fields.js';

/** Where somebody lives or is registered. */
export const place = () =>
  group({
    division: division(),
    urbanRuralClass: code('urbanRuralClass'),
    addressToken: sealedText().exactOptional(),
  });

/** Where somebody came from: the ledger knows it, so its class need not be told again. */
export const formerPlace = () =>
  group({
    division: division(),
    urbanRuralClass: code('urbanRuralClass').exactOptional(),
    addressToken: sealedText().exactOptional(),
  });
