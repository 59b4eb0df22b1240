"""Where an address without a language leads."""

import pytest
from django.contrib.auth.models import User

pytestmark = pytest.mark.django_db


def test_the_start_leads_to_the_source_language(client):
    response = client.get("/")

    assert (response.status_code, response["Location"]) == (302, "/de/")


@pytest.mark.parametrize("path", ["/admin/api/main/pages/9999/", "/admin/images/9999/"])
def test_what_the_administration_does_not_find_is_not_found(client, path):
    client.force_login(User.objects.create_superuser("chefin"))

    assert client.get(path).status_code == 404
