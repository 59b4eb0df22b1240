import { useFragment } from "../generated/codegen/fragment-masking";
import {
  ProjectTeaserFragmentDoc,
  type PageQuery,
  type ProjectsQuery,
  type ProjectsQueryVariables,
} from "../generated/codegen/graphql";

export const variables: ProjectsQueryVariables = { locale: "de", filter: { archived: false } };

export function titles(answer: ProjectsQuery): string[] {
  return answer.projects.nodes.map((node) => {
    const project = useFragment(ProjectTeaserFragmentDoc, node);
    const published: string = project.publishedAt ?? "";
    const source: string = project.image?.responsive.src ?? "";
    return `${project.title} ${published} ${source}`;
  });
}

export function words(answer: PageQuery): string[] {
  if (answer.route.__typename !== "PageRoute") return [];
  const page = answer.route.page;
  if (!("body" in page)) return [];
  return page.body.flatMap((block) =>
    "content" in block ? (block.content?.document.children ?? []).map((node) => node.type) : [],
  );
}
