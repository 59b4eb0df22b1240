import { graphql, readFragment, type FragmentOf, type ResultOf, type VariablesOf } from "./graphql";

export const ProjectTeaser = graphql(`
  fragment ProjectTeaser on Project {
    id
    title
    publishedAt
    status
    goal {
      document
    }
  }
`);

export const Projects = graphql(
  `
    query Projects($locale: LocaleCode, $filter: ProjectFilter) {
      projects(locale: $locale, filter: $filter) {
        totalCount
        nodes {
          ...ProjectTeaser
        }
      }
    }
  `,
  [ProjectTeaser],
);

export const variables: VariablesOf<typeof Projects> = {
  locale: "de",
  filter: { status: ["RUNNING"], or: [{ citywide: true }] },
};

export function title(project: FragmentOf<typeof ProjectTeaser>): string {
  const { title, publishedAt, goal } = readFragment(ProjectTeaser, project);
  const published: string = publishedAt ?? "";
  const first: string = goal?.document.children[0]?.type ?? "";
  return `${title} ${published} ${first}`;
}

export function titles(answer: ResultOf<typeof Projects>): string[] {
  return answer.projects.nodes.map(title);
}
