export * from './finding.js';
export {
  FIGURES_OF_FINDINGS,
  FINDINGS_OF_HOUSEHOLDS_FEED,
  FINDINGS_OF_PERSONS_FEED,
  findingsOf,
} from './findings-of.js';
