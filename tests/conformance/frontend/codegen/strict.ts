// What must not compile: a scalar that is just anything would let it.
import type { PageQuery, ProjectTeaserFragment, ProjectsQueryVariables } from "../generated/codegen/graphql";

export function wrong(project: ProjectTeaserFragment, page: PageQuery): number | undefined {
  // @ts-expect-error a moment is a text
  const published: number | null | undefined = project.publishedAt;
  // @ts-expect-error a locale is a text
  const variables: ProjectsQueryVariables = { locale: 1 };
  // @ts-expect-error a gone page has no address
  const to: string = page.route.to;
  return published ?? (variables && to ? 1 : 0);
}
