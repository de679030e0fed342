/** A rule as people read it: the same tree, indented. */
import { partsOfNode } from './walk.js';
import type { RuleNode } from './tree.js';
import { wordsOf } from './words.js';

/** Lines of a nested list, in one language; a choice names its words. */
export function printRule(
  node: RuleNode,
  language: 'zh' | 'en',
  depth = 0,
  word?: string,
): readonly string[] {
  const label = wordsOf(node)[language];
  const line = `${'  '.repeat(depth)}- ${word === undefined ? '' : `${word}: `}${label}`;
  const parts = partsOfNode(node).filter((part) => !isSpelledOut(node, part.node));
  return [line, ...parts.flatMap((part) => printRule(part.node, language, depth + 1, part.word))];
}

/** A leaf that its parent's sentence already names is not listed again. */
function isSpelledOut(parent: RuleNode, part: RuleNode): boolean {
  const leaf = part.op === 'fact' || part.op === 'parameter' || part.op === 'division';
  return (
    leaf &&
    (parent.op === 'isOneOf' ||
      parent.op === 'same' ||
      parent.op === 'compare' ||
      parent.op === 'reaches' ||
      parent.op === 'parameter')
  );
}
