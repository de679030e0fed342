/** What `npm start` says when it is ready: where to ask, and something to ask. */
const MOTHER = '00000000-0000-4000-8000-0000000000a1';

const QUESTION = `{
  person(id: "${MOTHER}") {
    birthDate
    entitlement(code: "pension.resident.monthly") {
      title(language: EN) status since amount per
      article { number title(language: EN) }
      explanation { label(language: EN) verdict
        because { label(language: EN) verdict value
          events { type effectiveOn recordedAt }
          parameters { id value unit source }
          because { label(language: EN) verdict value events { type effectiveOn } parameters { id value unit } } } }
    }
  }
}`;

export function announcement(
  url: string,
  options: { readonly dataFolder: string; readonly demonstration: boolean },
): string {
  const ask = `curl -s ${url} -H 'content-type: application/json' --data-binary @- <<'END'
${JSON.stringify({ query: QUESTION.replaceAll(/\s+/g, ' ') })}
END`;
  return [
    `The ledger is ready: ${url} (data in ${options.dataFolder}). Ctrl-C stops it.`,
    ...(options.demonstration
      ? ['', 'Why does a woman of the demonstration draw a pension?', '', ask, '']
      : []),
    '',
  ].join('\n');
}
