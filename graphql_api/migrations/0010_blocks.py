"""Documents name the types of their blocks: after this they are written anew."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("graphql_api", "0009_news")]

    operations = []
