from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('graphql_api', '0006_found'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='searchentry',
            index=models.Index(fields=['key', 'locale'], name='search_translations'),
        ),
    ]
