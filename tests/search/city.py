"""A small city in seven languages, and what people type to find it."""

from typing import NamedTuple


class Said(NamedTuple):
    """A page: its language, title, body, former names."""

    locale: str
    title: str
    body: str
    former_names: tuple[str, ...] = ()


class Case(NamedTuple):
    """What is typed in a language, the page that must be found by it, and those that must not."""

    locale: str
    query: str
    found: str
    absent: tuple[str, ...] = ()


HOUSES = "Alte Häuser am Ring"
WASTE = "Müllabfuhr wird leiser"
CITIZENS = "Bürger*innen gestalten mit"
CLEANING = "Straßenreinigung im Winter"
COLOGNE = "Köln 21"
REVERSED = "Zwei Wörter andersherum"
KINDERGARTENS = "Neue Kindergärten in Kalk"
COUNCIL = "Der Stadtrat tagt"
BETRAYAL = "Ein Verrat auf der Bühne"
POOLS = "Schwimmbäder werden saniert"
ADMINISTRATION = "Perspektiven der Verwaltung"
CAFE = "Ein Café für alle Kulturen"
RHINE = "R(h)einkultur am Ufer"
CASTLE = "Die Burg über dem Tal"
GROUNDWATER = "Grundwasser-Schutz im Norden"

STRATEGIES = "The city's strategies"
PARTICIPATION = "Participation for everyone"
BRIDGES = "Bridges across the river"

TOWN_HALL = "Köln Belediyesi"
LIGHT = "Sokaklarda ışık"
SISTER = "Kardeş şehir: İstanbul"
RIVER = "Irmak kıyısında yaşam"
OF_THE_CITY = "Şehrin geleceği"

MEMORY = "Спільна пам'ять"
HEALTH = "Здоров’я для всіх"
CITIES = "Міста майбутнього"
CITIZEN = "Громадянин року"
PORCH = "Ґанок і подвір'я"

THE_CITY = "مستقبل المدينة"
MANAGEMENT = "إدارة حديثة"
SERVICES = "خدمات جديدة"
RESIDENTS = "مواطنون يشاركون"
ENVIRONMENT = "حماية البيئة"

FOREST = "La forêt urbaine"
WORKS = "Œuvres d'art en ville"
FUTURE = "L'avenir de Cologne"

EASY_WASTE = "Die Müll·abfuhr kommt"
EASY_HALL = "Das neue Rat-Haus"

PAGES = [
    Said("de", HOUSES, "In den alten Häusern wohnen viele Familien."),
    Said("de", WASTE, "Elektrische Wagen holen die Tonnen."),
    Said("de", CITIZENS, "Wer hier lebt, bringt Ideen ein: Schüler:innen, RentnerInnen, alle."),
    Said("de", CLEANING, "Bei Schnee wird zuerst geräumt, wo Busse fahren."),
    Said("de", COLOGNE, "Eine Stadt, innovativ und digital.", ("Smart City Cologne",)),
    Said("de", REVERSED, "Die Verwaltung wird digital und innovativ."),
    Said("de", KINDERGARTENS, "Plätze für die Kleinsten."),
    Said("de", COUNCIL, "Er berät den Haushalt."),
    Said("de", BETRAYAL, "Eine Heirat, ein Kontrakt, ein Separee: Theater ohne Separate."),
    Said("de", POOLS, "Neue Technik spart Energie."),
    Said("de", ADMINISTRATION, "Wie wir in Zukunft arbeiten wollen: offen und in Teams."),
    Said("de", CAFE, "Kaffee, Tee und Gespräche."),
    Said("de", RHINE, "Musik und Kunst unter freiem Himmel."),
    Said("de", CASTLE, "Ein Ausflug in die Geschichte."),
    Said("de", GROUNDWATER, "Brunnen werden überwacht."),
    Said("en", STRATEGIES, "How the council plans ahead with its citizens."),
    Said("en", PARTICIPATION, "Surveys, workshops and a citizens' assembly."),
    Said("en", BRIDGES, "Seven crossings, old and new."),
    Said("tr", TOWN_HALL, "Belediyenin hizmetleri çevrim içi."),
    Said("tr", LIGHT, "Yeni lambalar daha az enerji kullanıyor."),
    Said("tr", SISTER, "Ortak projeler ve ziyaretler."),
    Said("tr", RIVER, "Yürüyüş yolları ve parklar."),
    Said("tr", OF_THE_CITY, "Birlikte planlıyoruz."),
    Said("uk", MEMORY, "Історія, яку розповідають мешканці."),
    Said("uk", HEALTH, "Нові послуги лікарень."),
    Said("uk", CITIES, "Стратегії, які змінюють життя."),
    Said("uk", CITIZEN, "Відзнака для тих, хто допомагає."),
    Said("uk", PORCH, "Двори стають зеленими."),
    Said("ar", THE_CITY, "خطة طويلة المدى."),
    Said("ar", MANAGEMENT, "عمل شفاف وسريع."),
    Said("ar", SERVICES, "كل شيء عبر الإنترنت."),
    Said("ar", RESIDENTS, "أفكار من الجميع."),
    Said("ar", ENVIRONMENT, "هواء نقي وأشجار."),
    Said("fr", FOREST, "Des arbres contre la chaleur."),
    Said("fr", WORKS, "Des sculptures sur les places."),
    Said("fr", FUTURE, "Ce que nous préparons ensemble."),
    Said("de-simple", EASY_WASTE, "Wir holen den Müll ab. Das ist kostenlos."),
    Said("de-simple", EASY_HALL, "Hier arbeitet die Verwaltung."),
]

CASES = [
    Case("de", "Haus", HOUSES),
    Case("de", "haeuser", HOUSES),
    Case("de", "häusern", HOUSES),
    Case("de", "HÄUSER", HOUSES),
    Case("de", "Ha\u0308user", HOUSES),
    Case("de", "alte Häuser", HOUSES),
    Case("de", "müll", WASTE),
    Case("de", "abfuhr", WASTE),
    Case("de", "muell", WASTE),
    Case("de", "Müll-Abfuhr", WASTE),
    Case("de", "Müllab", WASTE),
    Case("de", "Buerger", CITIZENS),
    Case("de", "bürgerinnen", CITIZENS),
    Case("de", "Bürger:innen", CITIZENS),
    Case("de", "BürgerInnen", CITIZENS),
    Case("de", "Bürger", CITIZENS),
    Case("de", "Schülerinnen", CITIZENS),
    Case("de", "strasse", CLEANING),
    Case("de", "reinigung", CLEANING),
    Case("de", "straße winter", CLEANING),
    Case("de", "smart city", COLOGNE),
    Case("de", "koeln", COLOGNE),
    Case("de", "Köln 21", COLOGNE),
    Case("de", '"innovativ und digital"', COLOGNE, (REVERSED,)),
    Case("de", "„digital und innovativ“", REVERSED, (COLOGNE,)),
    Case("de", "innovativ digital", COLOGNE),
    Case("de", "garten", KINDERGARTENS),
    Case("de", "Kindergarten", KINDERGARTENS),
    Case("de", "rat", COUNCIL, (BETRAYAL,)),
    Case("de", "räte", COUNCIL, (BETRAYAL,)),
    Case("de", "bad", POOLS),
    Case("de", "Schwimmbad", POOLS),
    Case("de", "bäder", POOLS),
    Case("de", "Perspektieven", ADMINISTRATION),
    Case("de", "Verwalltung", ADMINISTRATION),
    Case("de", "Müllabfur", WASTE),
    Case("de", "Strasenreinigung", CLEANING),
    Case("de", "wie wir arbeiten", ADMINISTRATION),
    Case("de", "cafe", CAFE),
    Case("de", "café", CAFE),
    Case("de", "Rheinkultur", RHINE),
    Case("de", "Reinkultur", RHINE),
    Case("de", "Burg", CASTLE),
    Case("de", "Wasser", GROUNDWATER),
    Case("en", "strategy", STRATEGIES),
    Case("en", "city", STRATEGIES),
    Case("en", "participate", PARTICIPATION),
    Case("en", "particpation", PARTICIPATION),
    Case("en", "citizen's assembly", PARTICIPATION),
    Case("en", "bridge", BRIDGES, (PARTICIPATION,)),
    Case("tr", "belediye", TOWN_HALL),
    Case("tr", "ISTANBUL", SISTER),
    Case("tr", "isik", LIGHT),
    Case("tr", "ışıklar", LIGHT),
    Case("tr", "IRMAK", RIVER),
    Case("tr", "şehir", SISTER),
    Case("tr", "sehir", OF_THE_CITY),
    Case("uk", "пам'ять", MEMORY),
    Case("uk", "память", MEMORY),
    Case("uk", "здоровʼя", HEALTH),
    Case("uk", "місто", CITIES),
    Case("uk", "громадян", CITIZEN),
    Case("uk", "стратегія", CITIES),
    Case("uk", "ганок", PORCH),
    Case("ar", "مدينة", THE_CITY),
    Case("ar", "إِدَارَة", MANAGEMENT),
    Case("ar", "خدمة", SERVICES),
    Case("ar", "مواطن", RESIDENTS),
    Case("ar", "بيئه", ENVIRONMENT),
    Case("fr", "foret", FOREST),
    Case("fr", "oeuvre", WORKS),
    Case("fr", "l'avenir", FUTURE),
    Case("fr", "avenirs", FUTURE),
    Case("de-simple", "müllabfuhr", EASY_WASTE),
    Case("de-simple", "Rathaus", EASY_HALL),
]

# A compound whose first part is no word of its own, and a stem that loses a vowel.
MISSED = [("de", "bad"), ("tr", "sehir")]

# What is found beside: it holds the word, or one whose stem is the same (Bürger and Burg).
BESIDE = {
    ("de", "Haus"): [COUNCIL],
    ("de", "Buerger"): [CASTLE],
    ("de", "bürgerinnen"): [CASTLE],
    ("de", "Bürger:innen"): [CASTLE],
    ("de", "BürgerInnen"): [CASTLE],
    ("de", "Bürger"): [CASTLE],
    ("de", "Burg"): [CITIZENS],
    ("de", "innovativ digital"): [REVERSED],
    ("de", "Verwalltung"): [REVERSED],
    ("tr", "sehir"): [SISTER],
}
