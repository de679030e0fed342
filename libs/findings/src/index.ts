export * from './finding.js';
export {
  FIGURES_OF_FINDINGS,
  FINDINGS_OF_HOUSEHOLDS_FEED,
  FINDINGS_OF_PERSONS_FEED,
  KINDS_READ_BY_FINDINGS,
  findingsOf,
} from './findings-of.js';
