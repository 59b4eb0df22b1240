"""Whom to ask, as the API gives it."""

from tests.factories import ContactPointFactory

CONTACTS = """query($key: ID!) { vision(by: {translationKey: $key}) { contacts {
  code name description organisation person phone email formUrl address openingHours
  language { locale isFallback } } } }"""


def test_contact_points(ask, city):
    contact = ContactPointFactory(
        code="amt",
        name="Amt",
        description="Das Amt",
        organisation="Stadt Köln",
        person="Frau Ansprech",
        phone="0221 1",
        email="amt@example.org",
        form_url="https://example.org/formular",
        address="Rathausplatz 1",
        opening_hours="Mo–Fr",
    )
    city.vision.contacts.set([contact])
    city.vision.save_revision().publish()

    answer = ask(CONTACTS, key=str(city.vision.translation_key))

    assert answer["data"]["vision"]["contacts"] == [
        {
            "code": "amt",
            "name": "Amt",
            "description": "Das Amt",
            "organisation": "Stadt Köln",
            "person": "Frau Ansprech",
            "phone": "0221 1",
            "email": "amt@example.org",
            "formUrl": "https://example.org/formular",
            "address": "Rathausplatz 1",
            "openingHours": "Mo–Fr",
            "language": {"locale": "de", "isFallback": False},
        }
    ]
