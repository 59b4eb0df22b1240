"""Where graphql-core hands an operation over to what is compiled of it."""

from typing import Any

from graphql import GraphQLObjectType
from graphql.execution.collect_fields import GroupedFieldSet
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from graphql_api.compilation.plan import Plan
from graphql_api.compilation.run import Run


class CompiledExecutor(StrawberryGraphQLCoreExecutionContext):
    """Executes an operation by the plan that its context has, if it has one."""

    def execute_root_grouped_field_set(
        self,
        root_type: GraphQLObjectType,
        root_value: Any,
        grouped_field_set: GroupedFieldSet,
        serially: bool,  # noqa: FBT001 (graphql-core's own)
        position_context: Any,
    ) -> Any:
        plan: Plan | None = getattr(self.context_value, "plan", None)
        # Extensions that look at each field, and mutations, are not what plans are made for.
        if plan and self.error_propagation and not serially and not self.middlewares():
            execute = plan.root(self, root_type, grouped_field_set)
            if execute is not None:
                return Run(self).begin(execute, root_value)
        return super().execute_root_grouped_field_set(
            root_type, root_value, grouped_field_set, serially, position_context
        )

    def middlewares(self) -> Any:
        return self.middleware_manager and self.middleware_manager.middlewares
