// What must not compile: a scalar that is just anything would let it.
import { graphql, type ResultOf, type VariablesOf } from "./graphql";

const Dates = graphql(`
  query Dates($locale: LocaleCode) {
    projects(locale: $locale) {
      nodes {
        publishedAt
        goal {
          document
        }
      }
    }
  }
`);

export function wrong(answer: ResultOf<typeof Dates>): number | undefined {
  const [project] = answer.projects.nodes;
  // @ts-expect-error a moment is a text
  const published: number | null | undefined = project?.publishedAt;
  // @ts-expect-error a locale is a text
  const variables: VariablesOf<typeof Dates> = { locale: 1 };
  // @ts-expect-error a tree has no length
  const length: number | undefined = project?.goal?.document.length;
  return published ?? (variables ? length : 0);
}
