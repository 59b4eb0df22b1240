import { graphql } from "relay-runtime";

export const projectsQuery = graphql`
  query projectsQuery($locale: LocaleCode) {
    ...projects_list @arguments(locale: $locale)
  }
`;

export const projectList = graphql`
  fragment projects_list on Query
  @argumentDefinitions(
    locale: { type: "LocaleCode" }
    first: { type: "Int", defaultValue: 20 }
    after: { type: "String" }
  )
  @refetchable(queryName: "projectsPaginationQuery") {
    projects(locale: $locale, first: $first, after: $after) @connection(key: "projects_projects") {
      totalCount
      edges {
        node {
          ...projects_teaser
        }
      }
    }
  }
`;

export const projectTeaser = graphql`
  fragment projects_teaser on Project @refetchable(queryName: "projectsTeaserQuery") {
    id
    title
    status
    publishedAt
    goal {
      document
    }
  }
`;

export const childList = graphql`
  fragment projects_children on Page
  @argumentDefinitions(
    first: { type: "Int", defaultValue: 10 }
    after: { type: "String" }
    last: { type: "Int" }
    before: { type: "String" }
  )
  @refetchable(queryName: "projectsChildrenQuery") {
    children(first: $first, after: $after, last: $last, before: $before)
      @connection(key: "projects_children") {
      edges {
        node {
          id
          title
        }
      }
    }
  }
`;

export const nodeQuery = graphql`
  query projectsNodeQuery($id: ID!, $ids: [ID!]!) {
    node(id: $id) {
      ...projects_teaser @alias(as: "teaser")
      ...projects_children @alias(as: "children")
    }
    nodes(ids: $ids) {
      id
    }
  }
`;
